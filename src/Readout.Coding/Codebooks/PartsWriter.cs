using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Writes the parts of a codebook; <see cref="PartsReader"/> reads them in the same order.</summary>
internal sealed class PartsWriter(BinaryWriter writer)
{
    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (T item in items) write(item);
    }

    public void Numbers(int[] numbers) => List(numbers, writer.Write);

    public void Frame(Frame frame)
    {
        writer.Write(frame.Name);
        writer.Write((byte)frame.Type);
        writer.Write(frame.Path);
        writer.Write(frame.Line);
        Optional(frame.Note);
        List(frame.Predicates, predicate => { writer.Write((byte)predicate.Kind); writer.Write(predicate.Word); writer.Write(predicate.Particle); });
        Slots(frame.Actors);
        Slots(frame.Recipients);
        Slots(frame.Actions);
        List(frame.Needs, Condition);
        List(frame.Unless, Condition);
        List(frame.Modes, Choice);
        List(frame.Cameo, Choice);
        List(frame.Types, Choice);
        List(frame.Contexts, writer.Write);
        Numbers(frame.LightVerbs);
        writer.Write(frame.TakesLightVerbs);
        writer.Write((sbyte)(frame.Status is { } status ? (int)status : -1));
        writer.Write(frame.Collapses);
        writer.Write(frame.Weight);
    }

    public void Type(TypeDefinition? type)
    {
        writer.Write(type is not null);
        if (type is null) return;
        writer.Write((byte)type.Type);
        writer.Write((byte)type.Quad);
        writer.Write(type.ScoreTenths);
        writer.Write(type.Cameo);
        writer.Write(type.Definition);
        List(type.Modes, mode =>
        {
            writer.Write(mode.Name);
            writer.Write(mode.ScoreTenths);
            Optional(mode.Cameo);
            writer.Write(mode.Definition);
            List(mode.When, Condition);
        });
    }

    public void Rule(CameoRule rule)
    {
        writer.Write((byte)rule.Type);
        Optional(rule.Mode);
        Optional(rule.Action?.Spelt());
        Optional(rule.Context);
        writer.Write(rule.Code);
    }

    public void Example(WorkedExample example)
    {
        writer.Write(example.Path);
        writer.Write(example.Line);
        Optional(example.Frame);
        writer.Write(example.Text);
        Optional(example.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Optional(example.Fails);
        List(example.Expected, expected =>
        {
            writer.Write((byte)expected.Type);
            Optional(expected.Mode);
            Codes(expected.Actors);
            Codes(expected.Recipients);
            Optional(expected.Action);
            Optional(expected.Status?.Spelt());
            Optional(expected.Trigger);
            List(expected.Contexts, writer.Write);
            Optional(expected.Cameo);
            Optional(expected.Frame);
        });
    }

    private void Codes(ImmutableArray<string>? codes)
    {
        writer.Write(codes is not null);
        if (codes is { } some) List(some, writer.Write);
    }

    private void Slots(Slot[] slots) => List(slots, Slot);

    private void Slot(Slot slot)
    {
        writer.Write((byte)slot.Kind);
        writer.Write(slot.Word);
    }

    private void Choice(Choice choice)
    {
        writer.Write(choice.Value);
        writer.Write(choice.When is not null);
        if (choice.When is not null) Condition(choice.When);
    }

    private void Condition(Condition condition) => List(condition.Alternatives, terms => List(terms, term =>
    {
        Slot(term.Slot);
        List(term.Values, value => { writer.Write((byte)value.Kind); writer.Write(value.Id); });
    }));

    private void Optional(string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }
}
