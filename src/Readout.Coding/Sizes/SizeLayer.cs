using System.Collections.Immutable;
using Readout.Coding.Dates;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Sizes;

/// <summary>What people are counted for.</summary>
internal enum Counted : byte
{
    Dead,
    Injured,
    Detained,
    Participants,
}

/// <summary>The numbers of people of one document. Immutable; safe to read from every thread.</summary>
public sealed class SizeLayer
{
    private readonly ImmutableArray<(Quantity Quantity, Counted As)> _counts;

    private SizeLayer(Document document, ImmutableArray<(Quantity, Counted)> counts)
    {
        Document = document;
        _counts = counts;
    }

    /// <summary>The document that was read.</summary>
    public Document Document { get; }

    /// <summary>
    /// The sizes of an event: of what its sentence counts, the numbers nearest to the trigger that an event of that type can
    /// have. An assault whose sentence counts no dead or injured has those with which the next sentence begins: <c>At least 30
    /// people were injured</c>. Where nothing is counted, <see cref="EventSize.None"/>.
    /// </summary>
    /// <param name="trigger">The event's trigger; a token of the layer's document.</param>
    /// <param name="type">The event's type.</param>
    public EventSize SizeOf(Token trigger, EventType type)
    {
        TextSpan sentence = trigger.Sentence.Span;
        return new EventSize(
            Nearest(Counted.Dead, trigger, type, sentence) ?? Toll(Counted.Dead, trigger, type),
            Nearest(Counted.Injured, trigger, type, sentence) ?? Toll(Counted.Injured, trigger, type),
            Nearest(Counted.Detained, trigger, type, sentence),
            Nearest(Counted.Participants, trigger, type, sentence));
    }

    internal static SizeLayer Read(Document document, SizeWords words)
    {
        List<TimeUnit> units = [];
        UnitScanner.Scan(document.Text, words.Vocabulary, units);
        QuantityReader quantities = new(document.Text, units, words);
        CountSense sense = new(document.Text, units, words);
        ImmutableArray<(Quantity, Counted)>.Builder counts = ImmutableArray.CreateBuilder<(Quantity, Counted)>();
        Counted? last = null;
        int lastEnd = -1;
        for (int i = 0; i < units.Count; i++)
        {
            if (quantities.At(i) is not Quantity quantity) continue;
            if (!sense.IsPart(quantity) && sense.Of(quantity, sense.Continues(lastEnd, quantity) ? last : null) is Counted counted)
            {
                counts.Add((quantity, counted));
                (last, lastEnd) = (counted, quantity.To);
            }

            i = quantity.To - 1;
        }

        return new SizeLayer(document, counts.ToImmutable());
    }

    private PeopleCount? Toll(Counted counted, Token trigger, EventType type)
    {
        int next = trigger.Sentence.Index + 1;
        if (type != EventType.Assault || next >= Document.SentenceCount) return null;
        TextSpan sentence = Document.Sentence(next).Span;
        foreach ((Quantity quantity, Counted sense) in _counts)
        {
            if (quantity.Span.Start == sentence.Start) return sense == counted ? new PeopleCount(quantity.Min, quantity.Max, quantity.Span) : null;
        }

        return null;
    }

    private PeopleCount? Nearest(Counted counted, Token trigger, EventType type, TextSpan sentence)
    {
        if (!CanHave(type, counted)) return null;
        PeopleCount? best = null;
        int distance = int.MaxValue;
        foreach ((Quantity quantity, Counted sense) in _counts)
        {
            if (sense != counted || !sentence.Contains(quantity.Span)) continue;
            int gap = Math.Max(quantity.Span.Start - trigger.End, trigger.Start - quantity.Span.End);
            if (gap >= distance) continue;
            (best, distance) = (new PeopleCount(quantity.Min, quantity.Max, quantity.Span), gap);
        }

        return best;
    }

    private static bool CanHave(EventType type, Counted counted) => counted switch
    {
        Counted.Dead or Counted.Injured => type is EventType.Assault or EventType.Protest or EventType.Coerce or EventType.Mobilize or EventType.Accuse,
        Counted.Detained => type is EventType.Coerce or EventType.Assault or EventType.Protest or EventType.Sanction or EventType.Retreat or EventType.Concede,
        _ => type is EventType.Protest or EventType.Mobilize or EventType.Cooperate or EventType.Aid or EventType.Retreat,
    };
}
