namespace Readout.Coding.Record;

/// <summary>How the record's closed sets are spelt in JSON.</summary>
public static class Spelling
{
    private static readonly string[] Types =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    private static readonly string[] Quads = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];
    private static readonly string[] Statuses = ["actual", "historical", "future", "hypothetical", "negated"];
    private static readonly string[] Forms = ["name", "title", "nominal", "pronoun", "possessive"];
    private static readonly string[] Kinds = ["direct", "indirect", "mixed"];
    private static readonly string[] States = ["proposed", "planned", "confirmed", "refused", "postponed", "cancelled", "held"];
    private static readonly string[] Blocks = ["heading", "paragraph", "list-item", "quotation"];

    /// <summary><c>AGREE</c> … <c>ASSAULT</c>.</summary>
    public static string Spelt(this EventType type) => Types[(int)type];

    /// <summary><c>verbal-cooperation</c> and so on.</summary>
    public static string Spelt(this QuadClass quad) => Quads[(int)quad];

    /// <summary><c>actual</c> … <c>negated</c>.</summary>
    public static string Spelt(this EventStatus status) => Statuses[(int)status];

    /// <summary><c>name</c> … <c>possessive</c>.</summary>
    public static string Spelt(this MentionForm form) => Forms[(int)form];

    /// <summary><c>direct</c>, <c>indirect</c> or <c>mixed</c>.</summary>
    public static string Spelt(this QuoteKind kind) => Kinds[(int)kind];

    /// <summary><c>proposed</c> … <c>held</c>.</summary>
    public static string Spelt(this MeetingState state) => States[(int)state];

    /// <summary><c>heading</c>, <c>paragraph</c>, <c>list-item</c> or <c>quotation</c>.</summary>
    public static string Spelt(this Text.BlockKind kind) => Blocks[(int)kind];

    /// <summary>The type that a label spells; false where it is none.</summary>
    public static bool TryParseType(string label, out EventType type) => TryParse(Types, label, out type);

    internal static EventType Type(string label) => Parse<EventType>(Types, label, "event type");

    internal static EventStatus Status(string label) => Parse<EventStatus>(Statuses, label, "status");

    internal static MentionForm Form(string label) => Parse<MentionForm>(Forms, label, "form");

    internal static QuoteKind Kind(string label) => Parse<QuoteKind>(Kinds, label, "kind of quote");

    internal static MeetingState State(string label) => Parse<MeetingState>(States, label, "state");

    internal static Text.BlockKind Block(string label) => Parse<Text.BlockKind>(Blocks, label, "kind of block");

    /// <summary>The quad class that PLOVER puts a type in (manual of 2021, table 2.1).</summary>
    public static QuadClass Quad(this EventType type) => type switch
    {
        <= EventType.Concede => QuadClass.VerbalCooperation,
        <= EventType.Retreat => QuadClass.MaterialCooperation,
        <= EventType.Threaten => QuadClass.VerbalConflict,
        _ => QuadClass.MaterialConflict,
    };

    private static T Parse<T>(string[] labels, string label, string what)
        where T : struct, Enum =>
        TryParse(labels, label, out T value) ? value : throw new FormatException($"'{label}' is no {what}.");

    private static bool TryParse<T>(string[] labels, string label, out T value)
        where T : struct, Enum
    {
        int index = Array.IndexOf(labels, label);
        value = index < 0 ? default : System.Runtime.CompilerServices.Unsafe.BitCast<int, T>(index);
        return index >= 0;
    }
}
