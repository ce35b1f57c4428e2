using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Analysis.Watches;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>What the sources of a brief's happenings contradict each other on. Safe to call from every thread.</summary>
internal sealed class DisputeSection(RecordArchive archive)
{
    private const int Most = 8;
    private const int MostSources = 3;

    /// <summary>The contradictions, those of the weightiest happenings first.</summary>
    public ImmutableArray<BriefDispute> Read(IEnumerable<(FoundHappening Found, BriefLine Line)> found) =>
    [
        .. found.Where(one => one.Found.IsDisputed).OrderByDescending(one => one.Line.Weight).ThenBy(one => one.Found.Id).Take(Most)
            .SelectMany(one => Of(one.Found.Id, one.Line)).Take(Most),
    ];

    private IEnumerable<BriefDispute> Of(long id, BriefLine line)
    {
        if (archive.Stories.Happening(id) is not { } happening) yield break;
        Dictionary<long, KeptEvent> events = happening.Events.ToDictionary(kept => kept.Id);
        foreach (IGrouping<string, Claim> aspect in happening.Summary.Claims.Where(claim => claim.Standing == Standing.Disputed).GroupBy(claim => claim.Aspect, StringComparer.Ordinal))
        {
            yield return new BriefDispute(id, Name(line), ClaimWords.Aspect(aspect.Key, happening.Summary.Type.Spelt()), [.. aspect.Select(claim => Claim(claim, events))]);
        }
    }

    private static BriefClaim Claim(Claim claim, Dictionary<long, KeptEvent> events) => new(
        ClaimWords.Value(claim.Aspect, claim.Value),
        [.. claim.Events.Where(events.ContainsKey).Select(number => events[number]).DistinctBy(kept => kept.Article.CopyGroup).Take(MostSources).Select(BriefLines.Source)]);

    private static string Name(BriefLine line)
    {
        string who = line.Who.IsEmpty ? "" : $" by {string.Join(", ", line.Who)}";
        string whom = line.Whom.IsEmpty ? "" : $" toward {string.Join(", ", line.Whom)}";
        return $"{line.Type}{(line.Mode is null ? "" : $" ({line.Mode})")}{who}{whom}";
    }
}
