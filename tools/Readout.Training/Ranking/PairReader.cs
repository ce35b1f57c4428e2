using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Ranking;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Training.Ranking;

/// <summary>Makes ranked pairs of worked examples and of gold with marked parties.</summary>
internal sealed class PairReader(Knowledge knowledge, TextAnalyzer analyzer, FeatureNames names)
{
    private const string YieldRoot = "YIELD";

    private static readonly string[] Roots = [.. Enum.GetValues<EventType>().Select(Root).Distinct()];

    private readonly PairAccounts _accounts = new(knowledge.Codebook);
    private readonly MentionFinder _finder = new(knowledge.Actors, knowledge.Quotes);

    /// <summary>A worked example's events, the first mentions of whose parties are marked.</summary>
    public IEnumerable<RankedPair> Example(WorkedExample example)
    {
        Document document = analyzer.Analyze(Article.FromText("example", example.Text) with { Published = example.Published });
        ActorLayer mentions = _finder.Find(document);
        foreach (ExpectedEvent expected in example.Expected)
        {
            List<string> codes = [.. expected.Actors ?? [], .. expected.Recipients ?? []];
            if (expected.Actors is not { Length: > 0 }) codes.Insert(0, "");
            TextSpan source = Span(codes, 0, mentions), target = Span(codes, 1, mentions);
            if (Pair($"{example.Path}:{example.Line}", document, mentions, source, target, Root(expected.Type)) is { } pair) yield return pair;
        }
    }

    /// <summary>A sentence written for the ranker, with its two phrases marked.</summary>
    public RankedPair? Marked(MarkedPair pair)
    {
        Document document = analyzer.Analyze(Article.FromText("pair", pair.Text));
        return Pair(pair.Id, document, _finder.Find(document), pair.Source, pair.Target, Root(pair.Type), isMarked: true);
    }

    /// <summary>The events of <c>tests/gold/status.jsonl</c>.</summary>
    public IEnumerable<RankedPair> Coded(JsonElement item)
    {
        Document document = analyzer.Analyze(Article.FromText("gold", item.GetProperty("text").GetString()!));
        ActorLayer mentions = _finder.Find(document);
        foreach (JsonElement coded in item.GetProperty("events").EnumerateArray())
        {
            TextSpan[] spans = [.. Spans(coded, "actors"), .. Spans(coded, "recipients")];
            bool hasActor = Spans(coded, "actors").Any();
            EventType type = Coding.Record.Spelling.Type(coded.GetProperty("type").GetString()!);
            TextSpan source = hasActor ? spans[0] : default, target = hasActor ? spans.ElementAtOrDefault(1) : spans.ElementAtOrDefault(0);
            if (Pair(item.GetProperty("id").GetString()!, document, mentions, source, target, Root(type)) is { } pair) yield return pair;
        }
    }

    /// <summary>A record of the PLOVER gold standard; CONCEDE and RETREAT are one there.</summary>
    public RankedPair? Standard(JsonElement item)
    {
        Document document = analyzer.Analyze(Article.FromText("gold", item.GetProperty("text").GetString()!));
        TextSpan[] actors = [.. Spans(item, "source")], recipients = [.. Spans(item, "target")];
        string root = item.GetProperty("eventPlv").GetString()!;
        TextSpan target = recipients.Length > 0 ? recipients[0] : actors.ElementAtOrDefault(1);
        return Pair(item.GetProperty("id").GetString()!, document, _finder.Find(document), actors.ElementAtOrDefault(0), target, root);
    }

    private static string Root(EventType type) => type is EventType.Concede or EventType.Retreat ? YieldRoot : type.Spelt();

    private RankedPair? Pair(string id, Document document, ActorLayer mentions, TextSpan source, TextSpan target, string root, bool isMarked = false)
    {
        PairReading reading = _accounts.Of(document, mentions, source, target);
        List<PairAccount> candidates = reading.Accounts;
        if (candidates.Count == 0) return null;
        bool[] conflicts = [.. candidates.Select(c => PairReading.IsConflict(c.Type))];
        return new RankedPair(
            id,
            [.. candidates.Select(c => Numbers(c.Features))],
            [.. candidates.Select(c => Numbers(PairFeatures.OfTrust(c))), Numbers(PairFeatures.OfNone(candidates))],
            [.. candidates.Select((c, i) => Numbers(reading.OfSide(c, conflicts[i]))), Numbers(reading.OfTie)],
            [.. candidates.Select(c => c.Held)],
            [.. candidates.Select(c => Array.IndexOf(Roots, Root(c.Type)))],
            [.. conflicts, false],
            Array.IndexOf(Roots, root),
            root != YieldRoot && PairReading.IsConflict(Coding.Record.Spelling.Type(root)),
            !source.IsEmpty && !target.IsEmpty,
            isMarked);
    }

    private int[] Numbers(IEnumerable<string> features) => [.. features.Select(names.Number)];

    private static TextSpan Span(List<string> codes, int place, ActorLayer mentions)
    {
        string code = codes.ElementAtOrDefault(place) ?? "";
        return code.Length == 0 ? default : mentions.Mentions.FirstOrDefault(m => m.Actor.Code == code)?.Span ?? default;
    }

    private static IEnumerable<TextSpan> Spans(JsonElement item, string property)
    {
        if (!item.TryGetProperty(property, out JsonElement list)) yield break;
        foreach (JsonElement party in list.EnumerateArray())
        {
            if (party.TryGetProperty("start", out JsonElement start) && start.ValueKind == JsonValueKind.Number)
                yield return new TextSpan(start.GetInt32(), party.GetProperty("end").GetInt32());
        }
    }
}
