using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>Sorts what two sides did lately into what is agreed, asked, refused, threatened and open.</summary>
internal static class RelationMattersReader
{
    private const int Most = 8;

    /// <param name="lately">Events between the two, newest first.</param>
    /// <param name="pair">The two.</param>
    public static RelationMatters Of(IReadOnlyList<KeptEvent> lately, RelationPair pair)
    {
        KeptEvent[] once = [.. lately.DistinctBy(kept => kept.Happening ?? -kept.Id)];
        Dictionary<long, KeptEvent> byId = once.ToDictionary(kept => kept.Id);
        ImmutableArray<long> open = OpenMatters.Of(once.Where(kept => kept.Day is not null).Select(kept => new DatedReport(kept.Id, kept.Day!.Value, kept.ToReport())), pair);
        return new RelationMatters(
            Lines(once, kept => IsAgreed(kept, pair)),
            Lines(once, kept => kept is { Type: EventType.Request, Status: EventStatus.Actual }),
            Lines(once, kept => kept is { Type: EventType.Reject, Status: EventStatus.Actual }),
            Lines(once, kept => kept is { Type: EventType.Threaten, Status: EventStatus.Actual }),
            [.. open.Take(Most).Select(id => EventLineModel.Of(byId[id]))]);
    }

    // Signing and ratifying is SUPPORT that both do; praise is done by one to the other.
    private static bool IsAgreed(KeptEvent kept, RelationPair pair) => kept.Status is EventStatus.Actual or EventStatus.Future && kept.Type switch
    {
        EventType.Agree => true,
        EventType.Support => Acts(kept, pair.First) && Acts(kept, pair.Second),
        _ => false,
    };

    private static bool Acts(KeptEvent kept, string code) => kept.Actors.Any(actor => actor.Code == code);

    private static ImmutableArray<EventLineModel> Lines(KeptEvent[] events, Func<KeptEvent, bool> which) => [.. events.Where(which).Take(Most).Select(EventLineModel.Of)];
}
