using Readout.Coding.Record;

namespace Readout.Evaluation.Relations;

/// <summary>The event types by the first two digits of CAMEO codes (CAMEO 1.1b3; PLOVER 2021, table of conversion).</summary>
internal static class CameoRoot
{
    private static readonly EventType?[] Types =
    [
        null, null, null, EventType.Agree, EventType.Consult, EventType.Support, EventType.Cooperate, EventType.Aid, EventType.Retreat,
        EventType.Accuse, EventType.Request, EventType.Accuse, EventType.Reject, EventType.Threaten, EventType.Protest, EventType.Mobilize,
        EventType.Sanction, EventType.Coerce, EventType.Assault, EventType.Assault, EventType.Assault,
    ];

    /// <summary>The type of a code; null where its root is no type.</summary>
    public static EventType? TypeOf(string? code)
    {
        if (code is not { Length: >= 2 } || !char.IsAsciiDigit(code[0]) || !char.IsAsciiDigit(code[1])) return null;
        int root = (code[0] - '0') * 10 + code[1] - '0';
        return root < Types.Length ? Types[root] : null;
    }
}
