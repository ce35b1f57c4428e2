using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Reads frame blocks.</summary>
internal sealed class FrameReader(CodebookBuilder builder)
{
    private static readonly string[] Keys =
    [
        "verb", "noun", "adj", "actor", "recipient", "action", "need", "unless", "mode", "context", "cameo", "light", "status",
        "collapse", "type", "weight", "note", "example", "fails",
    ];

    public ConditionReader Conditions { get; } = new(builder);

    public ExampleReader Examples { get; } = new(builder);

    /// <summary>Reads one block into a frame of a type, and its examples.</summary>
    public void Read(Block block, EventType type)
    {
        FrameDraft draft = new();
        foreach (BlockLine line in block.Lines) Line(block, line, draft, type);
        string prefix = type.Spelt().ToLowerInvariant() + ".";
        if (!block.Rest.StartsWith(prefix, StringComparison.Ordinal))
        {
            builder.Problem(block.Path, block.Line, $"frame '{block.Rest}' stands under {type.Spelt()}", $"call it {prefix}{block.Rest[(block.Rest.IndexOf('.', StringComparison.Ordinal) + 1)..]}");
        }

        if (draft.Predicates.Count == 0) builder.Problem(block.Path, block.Line, $"frame '{block.Rest}' has no predicate", "add verb:, noun: or adj:");
        builder.Add(draft.Build(block, type));
        Examples.Read(block.Path, block.Lines.Where(line => IsExample(line)).ToList(), block.Rest);
    }

    private static bool IsExample(BlockLine line) =>
        line.Key is "->" or "fails" || line.Key.StartsWith("example", StringComparison.Ordinal);

    private void Line(Block block, BlockLine line, FrameDraft draft, EventType type)
    {
        switch (line.Key)
        {
            case "verb": Predicates(line, PredicateKind.Verb, draft); break;
            case "noun": Predicates(line, PredicateKind.Noun, draft); break;
            case "adj": Predicates(line, PredicateKind.Adjective, draft); break;
            case "actor": draft.Actors = Slots(line); break;
            case "recipient": draft.Recipients = Slots(line); break;
            case "action": draft.Actions = Slots(line); break;
            case "need": Condition(block, line, draft.Needs); break;
            case "unless": Condition(block, line, draft.Unless); break;
            case "mode": Choice(block, line, draft.Modes, value => CheckMode(block, line, type, value)); break;
            case "cameo": Choice(block, line, draft.Cameo, null); break;
            case "type": Choice(block, line, draft.Types, value => builder.Type(value, block.Path, line.Line)); break;
            case "context": Contexts(block, line, draft); break;
            case "light": Light(line, draft); break;
            case "status": Status(block, line, draft); break;
            case "collapse": draft.Collapses = line.Value == "yes"; break;
            case "weight": draft.Weight = int.TryParse(line.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int weight) ? weight : 0; break;
            case "note": draft.Note = line.Value; break;
            default:
                if (!IsExample(line)) builder.Problem(block.Path, line.Line, $"unknown key '{line.Key}' in frame", Suggestion.For(line.Key, Keys));
                break;
        }
    }

    private void Predicates(BlockLine line, PredicateKind kind, FrameDraft draft)
    {
        foreach (string member in Lists.Split(line.Value))
        {
            int plus = member.IndexOf('+', StringComparison.Ordinal);
            int particle = plus < 0 ? -1 : builder.Words.Intern(Lists.Word(member[(plus + 1)..]));
            int word = builder.Words.Intern(Lists.Word(plus < 0 ? member : member[..plus]));
            draft.Predicates.Add(new FramePredicate(kind, word, particle));
        }
    }

    private Slot[] Slots(BlockLine line) =>
        line.Value == "-" ? [] : [.. Lists.Split(line.Value).Select(name => Slot.Parse(name, builder.Words))];

    private void Condition(Block block, BlockLine line, List<Condition> into)
    {
        Condition? condition = Conditions.Read(line.Value, block.Path, line.Line);
        if (condition is not null) into.Add(condition);
    }

    private void Choice(Block block, BlockLine line, List<Choice> into, Action<string>? check)
    {
        int when = line.Value.IndexOf(" when ", StringComparison.Ordinal);
        string value = (when < 0 ? line.Value : line.Value[..when]).Trim();
        check?.Invoke(value);
        Condition? condition = when < 0 ? null : Conditions.Read(line.Value[(when + 6)..], block.Path, line.Line);
        if (when < 0 || condition is not null) into.Add(new Choice(value, condition));
    }

    private void CheckMode(Block block, BlockLine line, EventType type, string mode)
    {
        if (mode == "-" || builder.Types[(int)type]!.Modes.Exists(known => known.Name == mode)) return;
        builder.Problem(block.Path, line.Line, $"{type.Spelt()} has no mode '{mode}'", Suggestion.For(mode, builder.Types[(int)type]!.Modes.Select(known => known.Name)));
    }

    private void Contexts(Block block, BlockLine line, FrameDraft draft)
    {
        foreach (string name in Lists.Split(line.Value))
        {
            if (builder.Contexts.Exists(context => context.Name == name)) draft.Contexts.Add(name);
            else builder.Problem(block.Path, line.Line, $"unknown context '{name}'", Suggestion.For(name, builder.Contexts.Select(context => context.Name)));
        }
    }

    private void Light(BlockLine line, FrameDraft draft)
    {
        draft.TakesLightVerbs = line.Value != "-";
        if (!draft.TakesLightVerbs) return;
        foreach (string member in Lists.Split(line.Value)) draft.LightVerbs.Add(builder.Words.Intern(Lists.Word(member)));
    }

    private void Status(Block block, BlockLine line, FrameDraft draft)
    {
        if (EventTypes.TryParseStatus(line.Value, out EventStatus status)) draft.Status = status;
        else builder.Problem(block.Path, line.Line, $"unknown status '{line.Value}'", "actual, historical, future, hypothetical or negated");
    }
}

/// <summary>A frame while its lines are read.</summary>
internal sealed class FrameDraft
{
    public List<FramePredicate> Predicates { get; } = [];

    public Slot[] Actors { get; set; } = [new Slot(SlotKind.Subject)];

    public Slot[] Recipients { get; set; } = [new Slot(SlotKind.Object)];

    public Slot[] Actions { get; set; } = [];

    public List<Condition> Needs { get; } = [];

    public List<Condition> Unless { get; } = [];

    public List<Choice> Modes { get; } = [];

    public List<Choice> Cameo { get; } = [];

    public List<Choice> Types { get; } = [];

    public List<string> Contexts { get; } = [];

    public List<int> LightVerbs { get; } = [];

    public bool TakesLightVerbs { get; set; } = true;

    public EventStatus? Status { get; set; }

    public bool Collapses { get; set; }

    public int Weight { get; set; }

    public string? Note { get; set; }

    public Frame Build(Block block, EventType type) => new()
    {
        Name = block.Rest,
        Type = type,
        Path = block.Path,
        Line = block.Line,
        Note = Note,
        Predicates = [.. Predicates],
        Actors = Actors,
        Recipients = Recipients,
        Actions = Actions,
        Needs = [.. Needs],
        Unless = [.. Unless],
        Modes = [.. Modes],
        Cameo = [.. Cameo],
        Types = [.. Types],
        Contexts = [.. Contexts],
        LightVerbs = [.. LightVerbs],
        TakesLightVerbs = TakesLightVerbs,
        Status = Status,
        Collapses = Collapses,
        Weight = Weight,
    };
}
