using System.Text.Json;
using Readout.Coding.Packs;
using Readout.Coding.Record;
using Readout.Coding.Sizes;
using Readout.Coding.Tests.Dates;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Sizes;

/// <summary>Runs the phrases of <c>tests/specs/sizes</c>: a sentence, a trigger, the numbers of people that it gives.</summary>
public sealed class SizeSpecTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };
    private static readonly Lazy<SizeReader> Sizes = new(() => new SizeReader(Words()));

    /// <summary>Forty phrases that were written apart from the rules and measure them; the share right is printed.</summary>
    [Fact]
    public void Reads_85_of_100_phrases_that_were_written_apart()
    {
        List<SizeCase> phrases = Load("apart.json");
        List<string> wrong = [];
        foreach (SizeCase one in phrases)
        {
            (string expected, string found) = Lines(one);
            if (expected != found) wrong.Add($"{one.Text} => {expected} => {found}");
        }

        output.WriteLine($"{phrases.Count - wrong.Count} of {phrases.Count} right\n{string.Join('\n', wrong)}");
        Assert.True((phrases.Count - wrong.Count) * 100 >= phrases.Count * 85, string.Join('\n', wrong));
    }

    public static TheoryData<int> Phrases() => [.. Enumerable.Range(0, Load().Count)];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Reads(int index)
    {
        SizeCase one = Load()[index];
        (string expected, string found) = Lines(one);
        Assert.Equal($"{one.Text} => {expected}", $"{one.Text} => {found}");
    }

    private static (string Expected, string Found) Lines(SizeCase one)
    {
        EventSize size = SizeOf(one);
        string expected = $"{Line(one.Dead)} | {Line(one.Injured)} | {Line(one.Detained)} | {Line(one.Participants)}";
        string found = $"{Line(size.Dead, one.Text)} | {Line(size.Injured, one.Text)} | {Line(size.Detained, one.Text)} | {Line(size.Participants, one.Text)}";
        return (expected, found);
    }

    [Fact]
    public void SurvivesItsBinaryForm()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        SizeWords words = Words();
        words.Write(writer);
        writer.Flush();
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        SizeCase one = Load()[0];
        Document document = DateData.Tokens(one.Text, null);
        EventSize size = new SizeReader(SizeWords.Read(reader)).Read(document).SizeOf(Trigger(document, one), EventType.Assault);
        Assert.Equal(12, size.Dead?.Min);
    }

    private static EventSize SizeOf(SizeCase one)
    {
        Document document = DateData.Tokens(one.Text, null);
        return Sizes.Value.Read(document).SizeOf(Trigger(document, one), Enum.Parse<EventType>(one.Type));
    }

    private static Token Trigger(Document document, SizeCase one) =>
        document.Token(document.TokenAtOrAfter(one.Text.IndexOf(one.Trigger, StringComparison.Ordinal)));

    private static SizeWords Words()
    {
        List<DataProblem> problems = [];
        SizeWords words = SizeWords.Parse([new DataFile(SizeWords.File, File.ReadAllText(Repository.Path("data", SizeWords.File)))], problems);
        Assert.Empty(problems);
        return words;
    }

    private static string Line(ExpectedCount? count) => count is null ? "-" : $"{count.Min}..{count.Max} [{count.Words}]";

    private static string Line(PeopleCount? count, string text) => count is null ? "-" : $"{count.Min}..{count.Max} [{count.Span.In(text)}]";

    private static List<SizeCase> Load(string file = "phrases.json") =>
        JsonSerializer.Deserialize<List<SizeCase>>(File.ReadAllText(Repository.Path("tests", "specs", "sizes", file)), Options)!;

    public sealed record SizeCase(
        string Text, string Trigger, string Type, ExpectedCount? Dead, ExpectedCount? Injured, ExpectedCount? Detained, ExpectedCount? Participants);

    public sealed record ExpectedCount(int? Min, int? Max, string Words);
}
