using System.Collections.Immutable;

namespace Readout.Archive.Store.Dialects;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Real,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Blob,
}

/// <summary>A table that rows are written into: its name and the columns that are written, in order. Immutable.</summary>
internal sealed record TableShape(string Name, ImmutableArray<(string Name, ColumnKind Kind)> Columns)
{
    /// <summary>Reads <c>id:i name:t score:r record:b</c>: a column's name and the first letter of its kind.</summary>
    public static TableShape Of(string name, string columns) =>
        new(name, [.. columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Column)]);

    private static (string, ColumnKind) Column(string column)
    {
        string[] parts = column.Split(':');
        return (parts[0], parts[1] switch
        {
            "i" => ColumnKind.Integer,
            "r" => ColumnKind.Real,
            "t" => ColumnKind.Text,
            "b" => ColumnKind.Blob,
            _ => throw new ArgumentException($"'{column}' has no kind.", nameof(column)),
        });
    }
}
