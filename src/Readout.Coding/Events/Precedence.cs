using Readout.Coding.Codebooks;
using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>
/// PLOVER's rules of precedence: what becomes of a deed that is to come, refused, conditional, and which mode follows
/// from a verbal event's action.
/// </summary>
internal sealed class Precedence(Codebook codebook, FrameMatcher matcher)
{
    /// <summary>Settles type, action and mode of a match whose status has been read.</summary>
    public void Settle(Match match)
    {
        match.ActionType = match.Action is { } deed ? ActionOf(deed) : null;
        if (matcher.Conditions.Choose(match.Frame.Types, match.Args, match.Frame, match.ActionType) is { } other
            && Spelling.TryParseType(other, out EventType type)) match.Type = type;
        match.Mode = Mode(match);
        Reclassify(match);
        if (match.Mode is not null && codebook.Type(match.Type)?.Mode(match.Mode) is null) match.Mode = null;
        match.Mode ??= ModeOfAction(match.Type, match);
    }

    /// <summary>The type that a deed counts as inside another: its own, not what its futurity makes of it.</summary>
    private static EventType ActionOf(Match deed) => deed.Frame.Type;

    private string? Mode(Match match)
    {
        string? chosen = matcher.Conditions.Choose(match.Frame.Modes, match.Args, match.Frame, match.ActionType);
        if (chosen is not null) return chosen == "-" ? null : chosen;
        TypeDefinition? definition = codebook.Type(match.Type);
        if (definition is null) return null;
        foreach (ModeDefinition mode in definition.Modes)
        {
            foreach (Condition condition in mode.When)
            {
                if (matcher.Conditions.Weigh(condition, match.Args, match.Frame, match.ActionType) >= 0) return mode.Name;
            }
        }

        return null;
    }

    private static void Reclassify(Match match)
    {
        StatusReading status = match.Status;
        bool cooperative = match.Type is EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid;
        bool yields = match.Type is EventType.Retreat;
        bool declines = status is { Status: EventStatus.Negated, Habitual: true } && match.Type == EventType.Consult;
        if (declines || status.Refused && (cooperative || yields || match.Type is EventType.Concede or EventType.Agree))
        {
            Become(match, EventType.Reject);
            match.Status = new StatusReading(EventStatus.Actual, status.First, status.Second);
        }
        else if (status is { Conditional: true, Speculated: false, Status: EventStatus.Future or EventStatus.Hypothetical } && match.Type.Quad() == QuadClass.MaterialConflict)
        {
            Become(match, EventType.Threaten);
            match.Status = new StatusReading(EventStatus.Actual, status.First, status.Second);
        }
        else if (status.Offered && (cooperative || yields))
        {
            Become(match, EventType.Agree);
            match.Status = new StatusReading(status.Conditional ? EventStatus.Hypothetical : EventStatus.Actual, status.First);
        }
        else if (status.Status == EventStatus.Future && cooperative)
        {
            Become(match, EventType.Agree);
            if (status.Conditional) match.Status = status with { Status = EventStatus.Hypothetical };
        }
        else if (status.Status == EventStatus.Future && yields)
        {
            Become(match, EventType.Concede);
        }
    }

    private static void Become(Match match, EventType type)
    {
        match.ActionType = match.Type == EventType.Agree ? match.ActionType : match.Type;
        match.Type = type;
        match.Mode = null;
    }

    /// <summary>The mode that the action gives to REQUEST, REJECT and THREATEN (PLOVER 2021, tables of modes).</summary>
    private static string? ModeOfAction(EventType type, Match match)
    {
        if (match.ActionType is not { } action) return null;
        return type switch
        {
            EventType.Request or EventType.Reject => action switch
            {
                EventType.Consult => "meet",
                EventType.Aid or EventType.Cooperate or EventType.Support or EventType.Agree => "assist",
                EventType.Retreat or EventType.Concede => "yield",
                _ => "change",
            },
            EventType.Threaten => Threat(action, match.Action?.Mode),
            _ => null,
        };
    }

    private static string? Threat(EventType action, string? mode) => action switch
    {
        EventType.Assault or EventType.Mobilize => "violence",
        EventType.Coerce => mode switch { "arrest" => "arrest", "deport" => "expel", "seize" => "territory", _ => "restrict" },
        EventType.Sanction => mode == "expel" ? "expel" : "relations",
        EventType.Protest => "restrict",
        EventType.Reject => "relations",
        _ => null,
    };
}
