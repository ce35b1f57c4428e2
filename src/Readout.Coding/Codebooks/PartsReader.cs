using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Reads what <see cref="PartsWriter"/> wrote.</summary>
internal sealed class PartsReader(BinaryReader reader)
{
    public List<T> List<T>(Func<T> read)
    {
        int count = reader.ReadInt32();
        List<T> items = new(count);
        for (int i = 0; i < count; i++) items.Add(read());
        return items;
    }

    public int[] Numbers() => [.. List(reader.ReadInt32)];

    public List<Frame> Frames()
    {
        List<Frame> frames = List(Frame);
        for (int i = 0; i < frames.Count; i++) frames[i].Index = i;
        return frames;
    }

    public SortedDictionary<string, int> Scores()
    {
        SortedDictionary<string, int> scores = new(StringComparer.Ordinal);
        foreach ((string code, int tenths) in List(() => (reader.ReadString(), reader.ReadInt32()))) scores[code] = tenths;
        return scores;
    }

    public TypeDefinition? Type()
    {
        if (!reader.ReadBoolean()) return null;
        return new TypeDefinition(
            (EventType)reader.ReadByte(),
            (QuadClass)reader.ReadByte(),
            reader.ReadInt32(),
            reader.ReadString(),
            reader.ReadString(),
            [.. List(Mode)]);
    }

    public CameoRule Rule() => new((EventType)reader.ReadByte(), Optional(), OptionalType(), Optional(), reader.ReadString());

    public WorkedExample Example() => new()
    {
        Path = reader.ReadString(),
        Line = reader.ReadInt32(),
        Frame = Optional(),
        Text = reader.ReadString(),
        Published = Optional() is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Fails = Optional(),
        Expected = [.. List(Expected)],
    };

    private Frame Frame() => new()
    {
        Name = reader.ReadString(),
        Type = (EventType)reader.ReadByte(),
        Path = reader.ReadString(),
        Line = reader.ReadInt32(),
        Note = Optional(),
        Predicates = [.. List(() => new FramePredicate((PredicateKind)reader.ReadByte(), reader.ReadInt32(), reader.ReadInt32()))],
        Actors = [.. List(Slot)],
        Recipients = [.. List(Slot)],
        Actions = [.. List(Slot)],
        Needs = [.. List(Condition)],
        Unless = [.. List(Condition)],
        Modes = [.. List(Choice)],
        Cameo = [.. List(Choice)],
        Types = [.. List(Choice)],
        Contexts = [.. List(reader.ReadString)],
        LightVerbs = Numbers(),
        TakesLightVerbs = reader.ReadBoolean(),
        Status = reader.ReadSByte() is var status && status >= 0 ? (EventStatus)status : null,
        Collapses = reader.ReadBoolean(),
        Weight = reader.ReadInt32(),
    };

    private ModeDefinition Mode() =>
        new(reader.ReadString(), reader.ReadInt32(), Optional(), reader.ReadString()) { When = [.. List(Condition)] };

    private ExpectedEvent Expected() => new()
    {
        Type = (EventType)reader.ReadByte(),
        Mode = Optional(),
        Actors = Codes(),
        Recipients = Codes(),
        Action = Optional(),
        Status = Optional() is { } status && EventTypes.TryParseStatus(status, out EventStatus parsed) ? parsed : null,
        Trigger = Optional(),
        Contexts = [.. List(reader.ReadString)],
        Cameo = Optional(),
        Frame = Optional(),
    };

    private ImmutableArray<string>? Codes() => reader.ReadBoolean() ? [.. List(reader.ReadString)] : null;

    private Slot Slot() => new((SlotKind)reader.ReadByte(), reader.ReadInt32());

    private Choice Choice() => new(reader.ReadString(), reader.ReadBoolean() ? Condition() : null);

    private Condition Condition() => new([.. List(() => List(Term).ToArray())]);

    private ConditionTerm Term() =>
        new(Slot(), [.. List(() => new ConditionValue((ValueKind)reader.ReadByte(), reader.ReadInt32()))]);

    private EventType? OptionalType() => Optional() is { } name && Spelling.TryParseType(name, out EventType type) ? type : null;

    private string? Optional() => reader.ReadBoolean() ? reader.ReadString() : null;
}
