using Readout.Coding.Codebooks;
using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>A frame that holds on a trigger, with what was found around it.</summary>
internal sealed class Match(Frame frame, Arguments args, int score)
{
    public Frame Frame { get; } = frame;

    public Arguments Args { get; } = args;

    public int Trigger => Args.Trigger;

    /// <summary>Specificity; decides between frames on one trigger.</summary>
    public int Score { get; } = score;

    /// <summary>The frames that held too and were beaten, best first.</summary>
    public List<(Frame Frame, int Score)> Beaten { get; } = [];

    /// <summary>The type after precedence; the frame's at first.</summary>
    public EventType Type { get; set; } = frame.Type;

    /// <summary>The embedded deed, or null.</summary>
    public Match? Action { get; set; }

    /// <summary>The action's type where it is not an event of its own any more.</summary>
    public EventType? ActionType { get; set; }

    /// <summary>The match whose action this one is part of, or null.</summary>
    public Match? ConsumedBy { get; set; }

    /// <summary>Whether it gave way to another account of the same deed.</summary>
    public bool Dropped { get; set; }

    /// <summary>Triggers of other accounts of the same deed that gave way to this one.</summary>
    public List<int> Again { get; } = [];

    public StatusReading Status { get; set; }

    public string? Mode { get; set; }

    public List<int> Actors { get; } = [];

    public List<int> Recipients { get; } = [];

    /// <summary>The verb that carries tense and polarity: the support verb of a noun, else the trigger.</summary>
    public int Predicate => Args.LightVerb >= 0 ? Args.LightVerb : Args.Trigger;

    public bool IsNominal => Args.Kind == PredicateKind.Noun;
}

/// <summary>A status with the tokens that decide it.</summary>
/// <param name="Status">The status.</param>
/// <param name="First">First deciding token; -1 for none.</param>
/// <param name="Second">A second one; -1 for none.</param>
/// <param name="Refused">Whether the subject will not do it: a future with a negation.</param>
/// <param name="Conditional">Whether the deed is to come if something else happens.</param>
/// <param name="Denier">Token of who denies it; -1 for none.</param>
/// <param name="Habitual">Whether it is denied of the present at large: <c>does not talk</c>.</param>
/// <param name="Speculated">Whether a modal only weighs what may be: <c>could</c>.</param>
/// <param name="Offered">Whether who does it says to be ready for it, which is an offer made now.</param>
internal readonly record struct StatusReading(
    EventStatus Status, int First, int Second = -1, bool Refused = false, bool Conditional = false, int Denier = -1, bool Habitual = false, bool Speculated = false, bool Offered = false)
{
    public static StatusReading Actual => new(EventStatus.Actual, -1);
}
