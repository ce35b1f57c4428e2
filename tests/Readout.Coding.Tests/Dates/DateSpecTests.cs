using System.Text.Json;
using Readout.Coding.Dates;
using Readout.Coding.Record;
using Readout.Tests;

namespace Readout.Coding.Tests.Dates;

/// <summary>Runs the cases of <c>tests/specs/dates</c>: a sentence, its day of publication, and every expression in it.</summary>
public sealed class DateSpecTests
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> data = [];
        foreach (string path in Directory.EnumerateFiles(Repository.Path("tests", "specs", "dates"), "*.json").Order(StringComparer.Ordinal))
        {
            for (int i = 0; i < Load(path).Count; i++) data.Add(Path.GetFileName(path), i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads(string file, int index)
    {
        DateCase one = Load(Repository.Path("tests", "specs", "dates", file))[index];
        DateLayer layer = DateData.Read(one.Text, one.Published);
        string expected = string.Join("; ", one.Expressions.Select(Line));
        string found = string.Join("; ", layer.Expressions.Select((expression, i) => Line(expression, one, i)));
        Assert.Equal($"{one.Text} => {expected}", $"{one.Text} => {found}");
        if (one.Ranges is not null)
            Assert.Equal(one.Ranges, layer.Ranges.Select(range => $"{range.Span.In(one.Text)}: {Days(range.From, range.To)}"));
    }

    private static List<DateCase> Load(string path) => JsonSerializer.Deserialize<List<DateCase>>(File.ReadAllText(path), Options)!;

    private static string Line(ExpectedDate expected) =>
        $"[{expected.Text}] {expected.Timex ?? expected.Unresolved}" + (expected.Days is null ? "" : " " + expected.Days);

    private static string Line(DateExpression found, DateCase one, int index)
    {
        bool days = index < one.Expressions.Count && one.Expressions[index].Days is not null;
        return $"[{found.Span.In(one.Text)}] {found.Timex ?? found.Unresolved}" + (days ? " " + Days(found.From, found.To) : "");
    }

    private static string Days(DateOnly? from, DateOnly? to) => $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}";

    public sealed record DateCase(string Text, string? Published, IReadOnlyList<ExpectedDate> Expressions, IReadOnlyList<string>? Ranges);

    public sealed record ExpectedDate(string Text, string? Timex, string? Days, string? Unresolved);
}
