using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>The printed names of <see cref="EventType"/> and its quad classes, as PLOVER writes them.</summary>
public static class EventTypes
{
    /// <summary>Number of event types.</summary>
    public const int Count = 16;

    /// <summary>The names in capitals, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<EventType>().Select(name => name.ToUpperInvariant())];

    private static readonly string[] QuadLabels = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];

    /// <summary>The name in capitals.</summary>
    public static string Label(this EventType type) => All[(int)type];

    /// <summary>The quad class's name in the record.</summary>
    public static string Label(this QuadClass quad) => QuadLabels[(int)quad];

    /// <summary>The status's name in the record.</summary>
    public static string Label(this EventStatus status) => status switch
    {
        EventStatus.Actual => "actual",
        EventStatus.Historical => "historical",
        EventStatus.Future => "future",
        EventStatus.Hypothetical => "hypothetical",
        _ => "negated",
    };

    /// <summary>The quad class of a type (PLOVER 2021, chapter 3).</summary>
    public static QuadClass Quad(this EventType type) => type switch
    {
        EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede => QuadClass.VerbalCooperation,
        EventType.Cooperate or EventType.Aid or EventType.Retreat => QuadClass.MaterialCooperation,
        EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten => QuadClass.VerbalConflict,
        _ => QuadClass.MaterialConflict,
    };

    /// <summary>Whether the type is a verbal one, which may have an action.</summary>
    public static bool IsVerbal(this EventType type) =>
        type.Quad() is QuadClass.VerbalCooperation or QuadClass.VerbalConflict;

    /// <summary>The type of a name in capitals.</summary>
    public static bool TryParse(string name, out EventType type)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i] != name) continue;
            type = (EventType)i;
            return true;
        }

        type = default;
        return false;
    }

    internal static bool TryParseStatus(string name, out EventStatus status) =>
        Enum.TryParse(name, true, out status) && status.Label() == name;

    internal static bool TryParseQuad(string name, out QuadClass quad)
    {
        int index = Array.IndexOf(QuadLabels, name);
        quad = (QuadClass)Math.Max(index, 0);
        return index >= 0;
    }
}
