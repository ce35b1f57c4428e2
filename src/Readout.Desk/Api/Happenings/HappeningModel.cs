using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Layout;

namespace Readout.Desk.Api.Happenings;

/// <summary>A happening with each source's account of it. Immutable.</summary>
public sealed record HappeningModel
{
    /// <summary>Number of the happening: that of its first event.</summary>
    public required long Id { get; init; }

    /// <summary>PLOVER type: <c>CONSULT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>actual, historical, future, hypothetical or negated, as the newest accounts have it.</summary>
    public required string Status { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Who is acted upon.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>How many articles tell of it, copies counted once.</summary>
    public required int Voices { get; init; }

    /// <summary>The statuses that it went through, by day of publication.</summary>
    public ImmutableArray<HappeningStep> History { get; init; } = [];

    /// <summary>What all say, what some or one alone says, and what they contradict.</summary>
    public ImmutableArray<HappeningClaim> Claims { get; init; } = [];

    /// <summary>The events that report it, in the order in which they were kept; the first thousand.</summary>
    public ImmutableArray<EventLineModel> Accounts { get; init; } = [];

    /// <summary>The happening of that number; null where there is none.</summary>
    internal static HappeningModel? Find(RecordArchive archive, long id)
    {
        return archive.Stories.Happening(id) is { } kept ? Of(kept) : null;
    }

    /// <summary>The happening as the archive keeps it.</summary>
    internal static HappeningModel Of(KeptHappening kept)
    {
        Dictionary<long, string> keys = kept.Events.ToDictionary(one => one.Id, one => one.Key);
        HappeningSummary summary = kept.Summary;
        return new HappeningModel
        {
            Id = kept.Id,
            Type = summary.Type.Spelt(),
            Status = summary.Status.Spelt(),
            Actors = summary.Actors,
            Recipients = summary.Recipients,
            From = summary.From,
            To = summary.To,
            Place = summary.Place,
            Voices = summary.Voices,
            History = [.. summary.History.Select(step => new HappeningStep(step.Published, step.Status.Spelt()))],
            Claims = [.. summary.Claims.Select(claim => HappeningClaim.Of(claim, keys))],
            Accounts = [.. kept.Events.Select(EventLineModel.Of)],
        };
    }
}

/// <summary>A status that a happening came to. Immutable.</summary>
/// <param name="Published">Day of publication of the account, or null.</param>
/// <param name="Status">actual, historical, future, hypothetical or negated.</param>
public sealed record HappeningStep(DateOnly? Published, string Status);

/// <summary>What accounts of a happening say of one side of it. Immutable.</summary>
/// <param name="Aspect">What it is about: dead, place, status.</param>
/// <param name="Value">What is said.</param>
/// <param name="Standing">all, some, one or disputed.</param>
/// <param name="Events">Keys of the events that say so.</param>
public sealed record HappeningClaim(string Aspect, string Value, string Standing, ImmutableArray<string> Events)
{
    internal static HappeningClaim Of(Claim claim, IReadOnlyDictionary<long, string> keys) => new(
        claim.Aspect, claim.Value, claim.Standing.ToString().ToLowerInvariant(), [.. claim.Events.Where(keys.ContainsKey).Select(number => keys[number])]);
}
