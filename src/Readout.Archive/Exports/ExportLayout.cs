using System.Collections.Immutable;

namespace Readout.Archive.Exports;

/// <summary>How a layout is written as text.</summary>
/// <param name="Delimiter">Between two cells.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Quotes">Whether cells are quoted by RFC 4180; otherwise a tab or line break inside a cell becomes a space.</param>
internal sealed record TextDialect(char Delimiter, bool HasHeader, bool Quotes)
{
    public static TextDialect Csv { get; } = new(',', HasHeader: true, Quotes: true);

    public static TextDialect Tabs { get; } = new('\t', HasHeader: true, Quotes: false);

    public static TextDialect BareTabs { get; } = new('\t', HasHeader: false, Quotes: false);
}

/// <summary>Columns, and the rows that an event becomes. Immutable, thread-safe.</summary>
internal abstract class ExportLayout(string name, string title, TextDialect dialect)
{
    /// <summary>The name on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>The name in a data package.</summary>
    public string Title { get; } = title;

    public TextDialect Dialect { get; } = dialect;

    public abstract ImmutableArray<ExportColumn> Columns { get; }

    /// <summary>The column that no two rows share a value of, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Whether events of a status other than actual are left out unless they are asked for.</summary>
    public bool OnlyActual { get; init; } = true;

    /// <summary>What it needs beyond the event's rows.</summary>
    public LayoutNeeds Needs { get; init; }

    /// <summary>The rows of an event, in their order, each with a value or null for every column.</summary>
    public abstract IEnumerable<object?[]> Rows(ExportEvent happened);
}

/// <summary>A layout whose columns are functions of a row.</summary>
internal sealed class ExportLayout<TRow>(
    string name, string title, TextDialect dialect, Func<ExportEvent, IEnumerable<TRow>> rows, ImmutableArray<(ExportColumn Column, Func<TRow, object?> Value)> cells)
    : ExportLayout(name, title, dialect)
{
    public override ImmutableArray<ExportColumn> Columns { get; } = [.. cells.Select(cell => cell.Column)];

    public override IEnumerable<object?[]> Rows(ExportEvent happened)
    {
        foreach (TRow row in rows(happened))
        {
            object?[] values = new object?[cells.Length];
            for (int i = 0; i < values.Length; i++) values[i] = cells[i].Value(row);
            yield return values;
        }
    }
}

/// <summary>Builds the cells of a layout.</summary>
internal sealed class CellList<TRow>
{
    private readonly ImmutableArray<(ExportColumn, Func<TRow, object?>)>.Builder _cells =
        ImmutableArray.CreateBuilder<(ExportColumn, Func<TRow, object?>)>();

    public CellList<TRow> Text(string name, string description, Func<TRow, string?> value) => Add(name, ColumnKind.Text, description, value);

    public CellList<TRow> Code(string name, string description, Func<TRow, string?> value) => Add(name, ColumnKind.Code, description, value);

    public CellList<TRow> Integer(string name, string description, Func<TRow, long?> value) =>
        Add(name, ColumnKind.Integer, description, row => value(row) is { } number ? number : null);

    public CellList<TRow> Number(string name, string description, Func<TRow, double?> value, string? format = null) =>
        Add(name, ColumnKind.Number, description, row => value(row) is { } number ? number : null, format);

    public CellList<TRow> Date(string name, string description, Func<TRow, DateOnly?> value) =>
        Add(name, ColumnKind.Date, description, row => value(row) is { } day ? day : null);

    public CellList<TRow> List(string name, string description, Func<TRow, IEnumerable<string?>> value) =>
        Add(name, ColumnKind.List, description, row => value(row).Select(item => item ?? "").ToArray());

    /// <summary>A column of a peer's layout that the record has nothing for.</summary>
    public CellList<TRow> Empty(string name, string description) => Add(name, ColumnKind.Code, description, static _ => null);

    public ImmutableArray<(ExportColumn Column, Func<TRow, object?> Value)> ToImmutable() => _cells.ToImmutable();

    private CellList<TRow> Add(string name, ColumnKind kind, string description, Func<TRow, object?> value, string? format = null)
    {
        _cells.Add((new ExportColumn(name, kind, description, format), value));
        return this;
    }
}
