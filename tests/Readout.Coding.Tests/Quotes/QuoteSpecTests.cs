using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Coding.Places;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Coding.Tests.Actors;
using Readout.Coding.Tests.Places;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Quotes;

/// <summary>
/// Runs <c>tests/specs/quotes/cases.json</c> over trees of the trained parser. Nine of ten must be right in every part, since
/// some sentences fall with the parser.
/// </summary>
public sealed class QuoteSpecTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Nine_of_ten_cases_are_right_in_speaker_kind_stance_cue_and_content()
    {
        QuoteCase[] cases = JsonSerializer.Deserialize<QuoteCase[]>(File.ReadAllText(Repository.Path("tests", "specs", "quotes", "cases.json")), Options)!;
        using TextAnalyzer analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));
        List<string> wrong = [];
        foreach (QuoteCase spec in cases)
        {
            string expected = string.Join("\n", spec.Quotes.Select(quote => quote.ToString()));
            string found = Read(analyzer, spec);
            if (!Agrees(spec, found)) wrong.Add($"{spec.Id}\n expected {expected}\n found    {found}");
        }

        Assert.True(wrong.Count * 10 <= cases.Length, string.Join("\n\n", wrong));
    }

    private static bool Agrees(QuoteCase spec, string found)
    {
        string[] lines = found.Length == 0 ? [] : found.Split('\n');
        return lines.Length == spec.Quotes.Length && lines.Zip(spec.Quotes).All(pair => pair.Second.Fits(pair.First));
    }

    private static string Read(TextAnalyzer analyzer, QuoteCase spec)
    {
        Document document = analyzer.Analyze(Article.FromText(spec.Id, spec.Text));
        ActorLayer actors = new MentionFinder(ActorData.Directory, QuoteData.Words).Find(document);
        QuoteLayer layer = new QuoteReader(QuoteData.Words).Read(document, actors, Dateline.Find(document.Article, PlaceData.Gazetteer)?.Span);
        return string.Join('\n', layer.Quotes.Select(quote => Shown(quote, actors, spec.Text)));
    }

    private static string Shown(Quote quote, ActorLayer actors, string text) => string.Join(" ; ",
        quote.Speaker is int speaker ? $"{actors.Mentions[speaker].Span.In(text)} = {actors.Actor(speaker).Name}" : "",
        quote.For is int body ? actors.Mentions[body].Span.In(text) : "",
        quote.Kind.Spelt(),
        quote.Stance ?? "",
        string.Join(" | ", quote.Cue.Select(span => span.In(text))),
        string.Join(" | ", quote.Content.Select(span => span.In(text))));

    private sealed record QuoteCase(string Id, string Text, ExpectedQuote[] Quotes);

    private sealed record ExpectedQuote(string Speaker, string? For, string Kind, string? Stance, string Cue, string[] Content)
    {
        public override string ToString() => string.Join(" ; ", Speaker, For, Kind, Stance, Cue, string.Join(" | ", Content));

        /// <summary>The speaker and the body may be named by more words; the rest must be the same.</summary>
        public bool Fits(string line)
        {
            string[] parts = line.Split(" ; ");
            return parts.Length == 6 && parts[0].Contains(Speaker, StringComparison.OrdinalIgnoreCase)
                && (For is null ? parts[1].Length == 0 : parts[1].Contains(For, StringComparison.OrdinalIgnoreCase))
                && parts[2] == Kind && parts[3] == (Stance ?? "") && parts[4] == Cue && parts[5] == string.Join(" | ", Content);
        }
    }
}
