using System.Globalization;
using DuckDB.NET.Data;
using Readout.Archive.Exports;
using Readout.Archive.Exports.Layouts;
using Readout.Archive.Exports.Writers;

namespace Readout.Archive.Tests.Exports;

/// <summary>Reads exports back with DuckDB.</summary>
public sealed class ReadBackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-exports-").FullName;
    private readonly DuckDBConnection _duck = new("DataSource=:memory:");

    public ReadBackTests() => _duck.Open();

    public void Dispose()
    {
        _duck.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("readout")]
    [InlineData("icews")]
    [InlineData("polecat")]
    [InlineData("phoenix")]
    [InlineData("gdelt")]
    [InlineData("gdelt-mentions")]
    public void Text_reads_back_cell_for_cell(string name)
    {
        ExportLayout layout = ExportLayouts.Find(name)!;
        string path = Save(name, TableFormat.Csv, ExportSamples.All);
        string quoting = layout.Dialect.Quotes ? "quote='\"', escape='\"'" : "quote='', escape=''";
        string header = layout.Dialect.HasHeader ? "true" : "false";
        List<string?[]> read = Query($"SELECT * FROM read_csv('{path}', delim='{layout.Dialect.Delimiter}', header={header}, {quoting}, all_varchar=true, strict_mode=true)");
        List<object?[]> rows = [.. ExportSamples.All.SelectMany(layout.Rows)];
        Assert.Equal(rows.Count, read.Count);
        for (int r = 0; r < rows.Count; r++)
        {
            Assert.Equal(layout.Columns.Length, read[r].Length);
            for (int c = 0; c < rows[r].Length; c++)
            {
                string expected = CellText.Of(rows[r][c], layout.Columns[c]);
                Assert.Equal(layout.Dialect.Quotes ? expected : expected.Replace('\t', ' ').Replace('\n', ' '), read[r][c] ?? "");
            }
        }
    }

    [Fact]
    public void Leading_zeros_survive_a_reader_that_is_told_the_types()
    {
        string path = Save("gdelt", TableFormat.Csv, ExportSamples.All);
        string columns = string.Join(", ", ExportLayouts.Find("gdelt")!.Columns.Select(column => $"'{column.Name}': '{DuckType(column.Kind)}'"));
        List<string?[]> read = Query($"SELECT EventCode, EventRootCode, QuadClass FROM read_csv('{path}', delim='\t', header=false, quote='', escape='', columns={{{columns}}}) LIMIT 1");
        Assert.Equal(["042", "04", "1"], read[0]);
    }

    [Fact]
    public void Parquet_has_types_and_values()
    {
        string path = Save("readout", TableFormat.Parquet, ExportSamples.All);
        List<string?[]> read = Query(
            $"SELECT key, cameo, goldstein, \"from\", published, contexts, actor_names, actor_ids, len(recipient_codes), dead_min, dead_max, title, typeof(cameo), typeof(dead_min), typeof(\"from\"), typeof(contexts) FROM '{path}' ORDER BY key");
        Assert.Equal(["11", "042", "1.9", "2019-03-04", "2019-03-06", "[diplomatic, economic]", "[Ada Holt]", "[person/ada-holt]", "1", null, null, "Minister in Valparaiso", "VARCHAR", "BIGINT", "DATE", "VARCHAR[]"], read[0]);
        Assert.Equal("[Ada Holt, Chile, Luis Vera]", read[1][6]);
        Assert.Equal("[person/ada-holt, state/CHL, ]", read[1][7]);
        Assert.Equal(["44", "190", "-10", null, "2019-03-06", "[military]", "[soldiers, Northern Front]", "[, group/northern-front]", "0", "12", null, "Minister in Valparaiso", "VARCHAR", "BIGINT", "DATE", "VARCHAR[]"], read[3]);
        Assert.Equal("=HYPERLINK(\"x\"), \"quoted\"", read[5][11]);
    }

    [Fact]
    public void Parquet_and_json_lines_say_the_same()
    {
        string parquet = Save("readout", TableFormat.Parquet, ExportSamples.All);
        string json = Save("readout", TableFormat.JsonLines, ExportSamples.All);
        string columns = string.Join(", ", ExportLayouts.Find("readout")!.Columns.Select(column => $"'{column.Name}': '{DuckType(column.Kind)}'"));
        string fromJson = $"SELECT * FROM read_json('{json}', format='newline_delimited', columns={{{columns}}})";
        Assert.Equal("0", Query($"SELECT count(*) FROM (({fromJson}) EXCEPT (SELECT * FROM '{parquet}'))")[0][0]);
        Assert.Equal("0", Query($"SELECT count(*) FROM ((SELECT * FROM '{parquet}') EXCEPT ({fromJson}))")[0][0]);
        Assert.Equal("6", Query($"SELECT count(*) FROM ({fromJson})")[0][0]);
    }

    [Fact]
    public void Parquet_of_several_row_groups_keeps_every_row_in_order()
    {
        int count = (2 * ParquetRowWriter.GroupSize) + 17;
        string path = Save("readout", TableFormat.Parquet, Enumerable.Range(0, count).Select(i => ExportSamples.Visit with { Key = i.ToString("d6", CultureInfo.InvariantCulture) }));
        List<string?[]> read = Query($"SELECT count(*), min(key), max(key), sum(len(contexts)) FROM '{path}'");
        Assert.Equal([$"{count}", "000000", (count - 1).ToString("d6", CultureInfo.InvariantCulture), $"{2 * count}"], read[0]);
        Assert.Equal("3", Query($"SELECT count(DISTINCT row_group_id) FROM parquet_metadata('{path}')")[0][0]);
    }

    [Fact]
    public void Empty_exports_are_files_with_columns()
    {
        string parquet = Save("readout", TableFormat.Parquet, []);
        Assert.Equal("0", Query($"SELECT count(*) FROM '{parquet}'")[0][0]);
        string csv = Save("readout", TableFormat.Csv, []);
        Assert.StartsWith("key,article,identity,revision,", File.ReadAllText(csv), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(Save("gdelt", TableFormat.Csv, [])).Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-x", "'-x")]
    [InlineData("@sum", "'@sum")]
    [InlineData("'quoted'", "''quoted'")]
    [InlineData("＝1", "'＝1")]
    [InlineData("plain = text", "plain = text")]
    [InlineData("", "")]
    public void Words_that_a_spreadsheet_would_run_are_guarded(string text, string expected)
    {
        string path = Save("readout", TableFormat.Csv, [ExportSamples.Visit with { Report = ExportSamples.Visit.Report with { Title = text } }]);
        string? read = Query($"SELECT title FROM read_csv('{path}', header=true, all_varchar=true)")[0][0];
        Assert.Equal(expected, read ?? "");
        Assert.Equal(text, read is { Length: > 0 } && read[0] == '\'' ? read[1..] : read ?? "");
    }

    [Fact]
    public void A_negative_number_stays_a_number() => Assert.Contains(",-10,-9,", Written.Text("readout", TableFormat.Csv, ExportSamples.Fight), StringComparison.Ordinal);

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        byte[] before = Written.Bytes("readout", TableFormat.Csv, ExportSamples.All);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "~";
            comma.DateTimeFormat.DateSeparator = ".";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(before, Written.Bytes("readout", TableFormat.Csv, ExportSamples.All));
            Assert.Equal(Written.Text("gdelt", TableFormat.Csv, ExportSamples.All), File.ReadAllText(Save("gdelt", TableFormat.Csv, ExportSamples.All)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string DuckType(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => "BIGINT",
        ColumnKind.Number => "DOUBLE",
        ColumnKind.Date => "DATE",
        ColumnKind.List => "VARCHAR[]",
        _ => "VARCHAR",
    };

    private string Save(string layout, TableFormat format, IEnumerable<ExportEvent> events)
    {
        string path = Path.Combine(_folder, $"{layout}.{format switch { TableFormat.Csv => "csv", TableFormat.JsonLines => "jsonl", _ => "parquet" }}");
        WholeFile.Write(path, stream => Written.To(stream, layout, format, events));
        return path;
    }

    private List<string?[]> Query(string sql)
    {
        using DuckDBCommand command = _duck.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = (DuckDBDataReader)command.ExecuteReader();
        List<string?[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))]);
        return rows;
    }

    private static string? Text(object value) => value switch
    {
        DBNull => null,
        string text => text,
        List<string> list => $"[{string.Join(", ", list)}]",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
