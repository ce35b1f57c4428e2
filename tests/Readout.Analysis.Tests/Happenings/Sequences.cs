using System.Globalization;
using System.Text.Json;
using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Tests;
using Readout.Text;

namespace Readout.Analysis.Tests.Happenings;

/// <summary>Articles that come one after another, with what they tell of: <c>tests/specs/happenings/*.json</c>.</summary>
public sealed record Sequence(string Id, SequenceArticle[] Articles, ExpectedHappening[]? Happenings, ExpectedMeeting[]? Meetings)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, by file.</summary>
    public static Sequence[] All() =>
        [.. Directory.GetFiles(Repository.Path("tests", "specs", "happenings"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<Sequence[]>(File.ReadAllText(file), Options)!)];

    public override string ToString() => Id;
}

/// <summary>An article of a sequence.</summary>
public sealed record SequenceArticle(string Id, string Source, string Published, string Title, string Text)
{
    public Article ToArticle(string sequence) => Article.Compose($"{sequence}/{Id}", Title, Text.Split("\n\n").Select(paragraph => (BlockKind.Paragraph, paragraph))) with
    {
        Source = Source,
        Published = DateOnly.ParseExact(Published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

/// <summary>A happening that a sequence tells of: the articles that report it, and no others.</summary>
public sealed record ExpectedHappening(string Type, string[] Parties, string[] Articles, string From, string To, string[]? Disputed, int? Voices);

/// <summary>A meeting that a sequence tells of, as it stands in the end.</summary>
public sealed record ExpectedMeeting(string[] Parties, string[] Articles, string State, string? From, string? To, string? Place);

/// <summary>The records of all sequences, read once.</summary>
public sealed class ReadSequences : IDisposable
{
    public ReadSequences()
    {
        PackCompilation pack = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "9.9.9");
        using Reader reader = Reader.Load(pack.Bytes!, Repository.Path("data", "models"));
        All = [.. Sequence.All().Select(sequence => (sequence, sequence.Articles.Select(article => reader.Read(article.ToArticle(sequence.Id))).ToArray()))];
    }

    /// <summary>Each sequence with the records of its articles.</summary>
    public (Sequence Sequence, ArticleRecord[] Records)[] All { get; }

    public void Dispose()
    {
    }
}
