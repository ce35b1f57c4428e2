using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>What the codebook asks of event types beyond their spelling.</summary>
internal static class EventTypes
{
    /// <summary>Number of event types.</summary>
    public const int Count = 16;

    /// <summary>The names in capitals, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<EventType>().Select(type => type.Spelt())];

    /// <summary>Whether the type is a verbal one, which may have an action.</summary>
    public static bool IsVerbal(this EventType type) =>
        type.Quad() is QuadClass.VerbalCooperation or QuadClass.VerbalConflict;

    /// <summary>The status of a name in lower case.</summary>
    public static bool TryParseStatus(string name, out EventStatus status) =>
        Enum.TryParse(name, true, out status) && status.Spelt() == name;

    /// <summary>The quad class of a name in lower case.</summary>
    public static bool TryParseQuad(string name, out QuadClass quad)
    {
        foreach (QuadClass candidate in Enum.GetValues<QuadClass>())
        {
            if (candidate.Spelt() != name) continue;
            quad = candidate;
            return true;
        }

        quad = default;
        return false;
    }
}
