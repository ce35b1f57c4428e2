using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>What a slot's head word is asked to be.</summary>
internal enum ValueKind : byte
{
    /// <summary>To have a lemma or form.</summary>
    Word,

    /// <summary>To belong to a class.</summary>
    Class,

    /// <summary>To be, or hold, a political actor.</summary>
    Party,

    /// <summary>To be a state or its government.</summary>
    State,

    /// <summary>To be, or hold, a state, its government, bodies or officials, an organisation or an armed group.</summary>
    Power,

    /// <summary>To be the trigger of an event of a type.</summary>
    Type,

    /// <summary>To be there.</summary>
    Any,

    /// <summary>To be absent.</summary>
    None,
}

/// <summary>One alternative of a term: a kind and the number of the word, class or type.</summary>
internal readonly record struct ConditionValue(ValueKind Kind, int Id)
{
    /// <summary>What the value adds to a frame's specificity when it holds (<c>docs/codebook-format.md</c>).</summary>
    public int Weight => Kind switch
    {
        ValueKind.Word => 12,
        ValueKind.Class or ValueKind.Type => 10,
        ValueKind.Party or ValueKind.State or ValueKind.Power => 6,
        _ => 3,
    };

    /// <summary>The event type asked for, where <see cref="Kind"/> is <see cref="ValueKind.Type"/>.</summary>
    public EventType Type => (EventType)Id;
}

/// <summary>A slot and the values of which it must have one.</summary>
internal sealed record ConditionTerm(Slot Slot, ConditionValue[] Values);

/// <summary>Alternatives, each a list of terms that must all hold.</summary>
internal sealed record Condition(ConditionTerm[][] Alternatives);
