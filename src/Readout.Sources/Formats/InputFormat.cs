namespace Readout.Sources.Formats;

/// <summary>The formats that an input may have.</summary>
internal enum InputFormat
{
    /// <summary>A page.</summary>
    Html,

    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>A mail message.</summary>
    Mail,

    /// <summary>A file of several mail messages.</summary>
    Mailbox,

    /// <summary>No text: an image, a document of an office program, a program.</summary>
    Binary,
}
