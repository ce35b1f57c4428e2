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

    /// <summary>RSS 0.9x, 1.0 or 2.0, or Atom.</summary>
    XmlFeed,

    /// <summary>JSON Feed.</summary>
    JsonFeed,

    /// <summary>OPML: a list of feeds.</summary>
    Opml,

    /// <summary>A sitemap, or an index of sitemaps.</summary>
    Sitemap,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>Whatever else, compressed by gzip.</summary>
    Gzip,

    /// <summary>XML of a kind that holds no news.</summary>
    OtherXml,

    /// <summary>No text: an image, a document of an office program, a program.</summary>
    Binary,
}
