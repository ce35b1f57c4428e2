using System.Text;
using Readout.Archive.Exports;
using Readout.Archive.Exports.Layouts;
using Readout.Tests;

namespace Readout.Archive.Tests.Exports;

/// <summary>Holds <c>docs/exports.md</c> to the columns that are written.</summary>
public sealed class PageTests
{
    private const string Begin = "<!-- columns of ";

    [Fact]
    public void The_page_has_every_column_of_every_layout()
    {
        string page = File.ReadAllText(Repository.Path("docs", "exports.md"));
        StringBuilder expected = new();
        int position = 0;
        for (int at = page.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = page.IndexOf(Begin, position, StringComparison.Ordinal))
        {
            int line = page.IndexOf('\n', at) + 1;
            ExportLayout layout = ExportLayouts.Find(page[(at + Begin.Length)..page.IndexOf(' ', at + Begin.Length)])!;
            expected.Append(page, position, line - position).Append('\n').Append(Table(layout)).Append('\n');
            int next = page.IndexOf("\n\n", line + 1, StringComparison.Ordinal);
            position = next < 0 ? page.Length : next + 2;
        }

        Golden.Holds(expected.Append(page, position, page.Length - position).ToString(), "docs", "exports.md");
    }

    [Fact]
    public void The_page_names_every_layout()
    {
        string page = File.ReadAllText(Repository.Path("docs", "exports.md"));
        Assert.All(ExportLayouts.All, layout => Assert.Contains($"{Begin}{layout.Name} ", page, StringComparison.Ordinal));
    }

    private static string Table(ExportLayout layout)
    {
        StringBuilder table = new("| # | column | type | what it holds |\n|---|---|---|---|\n");
        for (int i = 0; i < layout.Columns.Length; i++)
        {
            ExportColumn column = layout.Columns[i];
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {i + 1} | `{column.Name}` | {TypeOf(column.Kind)} | {column.Description} |\n");
        }

        return table.ToString();
    }

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => "whole number",
        ColumnKind.Number => "number",
        ColumnKind.Date => "date",
        ColumnKind.List => "list",
        ColumnKind.Code => "code",
        _ => "text",
    };
}
