namespace Readout.Archive.Exports;

/// <summary>What a column holds, which decides its type in Parquet, in JSON and in the data package.</summary>
internal enum ColumnKind
{
    /// <summary>Words of an article or of the directory.</summary>
    Text,

    /// <summary>An identifier or code; text even where all its characters are digits.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A list of texts; an item that is not known is an empty text, so that lists of one row keep step.</summary>
    List,
}

/// <summary>A column of a layout.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Kind">What it holds: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="DateOnly"/>, an array of strings, or null.</param>
/// <param name="Description">What it means, one line.</param>
/// <param name="Format">How a number is written in text, or null for the shortest form that reads back as the same number.</param>
internal sealed record ExportColumn(string Name, ColumnKind Kind, string Description, string? Format = null);
