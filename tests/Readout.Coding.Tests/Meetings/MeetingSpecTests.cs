using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Coding.Meetings;
using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Meetings;

/// <summary>Runs <c>tests/specs/meetings/cases.json</c> through the whole reader.</summary>
public sealed class MeetingSpecTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public void States_are_right_in_nine_of_ten_cases_and_all_parts_in_four_of_five()
    {
        MeetingCase[] cases = JsonSerializer.Deserialize<MeetingCase[]>(File.ReadAllText(Repository.Path("tests", "specs", "meetings", "cases.json")), Options)!;
        using Reader reader = Reader.Load(PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "9.9.9").Bytes!, Repository.Path("data", "models"));
        List<string> wrong = [];
        int states = 0;
        foreach (MeetingCase spec in cases)
        {
            DateOnly published = DateOnly.ParseExact(spec.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            ArticleRecord record = reader.Read(Article.FromText(spec.Id, spec.Text) with { Published = published });
            string[] found = [.. record.Meetings.Select(meeting => Shown(meeting, record))];
            string[] expected = [.. spec.Meetings.Select(meeting => meeting.ToString())];
            if (record.Meetings.Select(meeting => meeting.State.Spelt()).SequenceEqual(spec.Meetings.Select(meeting => meeting.State))) states++;
            if (!found.SequenceEqual(expected)) wrong.Add($"{spec.Id}\n expected {string.Join(" // ", expected)}\n found    {string.Join(" // ", found)}");
        }

        Assert.True(states * 10 >= cases.Length * 9, $"{states} of {cases.Length} states\n{string.Join("\n", wrong)}");
        Assert.True(wrong.Count * 5 <= cases.Length, string.Join("\n", wrong));
    }

    [Fact]
    public void The_binary_form_reads_back_as_the_same_bytes()
    {
        List<DataProblem> problems = [];
        MeetingWords words = MeetingWords.Parse([new DataFile(MeetingWords.File, File.ReadAllText(Repository.Path("data", MeetingWords.File)))], problems);
        Assert.Empty(problems);
        byte[] first = Bytes(words);
        using BinaryReader reader = new(new MemoryStream(first));
        Assert.Equal(first, Bytes(MeetingWords.Read(reader)));
    }

    [Theory]
    [InlineData("meet", 1, "under no class")]
    [InlineData("[nouns]\ntalks\n[gatherings]", 3, "is no class")]
    public void Errors_name_their_line(string text, int line, string message)
    {
        List<DataProblem> problems = [];
        MeetingWords.Parse([new DataFile(MeetingWords.File, text)], problems);
        Assert.Equal(line, problems[0].Line);
        Assert.Contains(message, problems[0].Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(MeetingWords words)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true)) words.Write(writer);
        return stream.ToArray();
    }

    private static string Shown(Meeting meeting, ArticleRecord record) => Line(
        Codes(meeting.Parties, record), Codes(meeting.Absent, record), Day(meeting.From), Day(meeting.To), meeting.Place?.Name, meeting.Level, meeting.State.Spelt());

    private static string[] Codes(IEnumerable<int> mentions, ArticleRecord record) => [.. mentions.Select(mention => record.Mentions[mention].Actor.Code ?? "?")];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(string[] parties, string[] absent, string? from, string? to, string? place, string? level, string state) =>
        $"{Set(parties)} without {Set(absent)} from {from} to {to} in {place}: {level} {state}";

    private static string Set(string[] codes) => string.Join('+', codes.Distinct().Order(StringComparer.Ordinal));

    private sealed record MeetingCase(string Id, string Published, string Text, ExpectedMeeting[] Meetings);

    private sealed record ExpectedMeeting(string[] Parties, string[] Absent, string? From, string? To, string? Place, string? Level, string State)
    {
        public override string ToString() => Line(Parties, Absent, From, To, Place, Level, State);
    }
}
