namespace Readout.Coding.Codebooks;

/// <summary>The places around a predicate that frames look at; <c>docs/codebook-format.md</c> defines each.</summary>
public enum SlotKind : byte
{
    /// <summary><c>subj</c>: the deep subject.</summary>
    Subject,

    /// <summary><c>obj</c>: the deep object.</summary>
    Object,

    /// <summary><c>iobj</c>: the indirect object.</summary>
    IndirectObject,

    /// <summary><c>inf</c>: the infinitive.</summary>
    Infinitive,

    /// <summary><c>that</c>: the clause.</summary>
    That,

    /// <summary><c>ing</c>: the gerund.</summary>
    Gerund,

    /// <summary><c>mod</c>: adjectives, compounds and adverbs on the trigger.</summary>
    Modifier,

    /// <summary><c>pred</c>: the predicate complement.</summary>
    Predicate,

    /// <summary><c>head</c>: the word that the trigger depends on.</summary>
    Head,

    /// <summary><c>clause</c>: any word of the trigger's clause.</summary>
    Clause,

    /// <summary><c>sentence</c>: any word of the sentence.</summary>
    Sentence,

    /// <summary><c>action</c>: the event found in the frame's action slots.</summary>
    Action,

    /// <summary><c>aux</c>: auxiliaries and modals of the trigger or its support verb.</summary>
    Auxiliary,

    /// <summary><c>that-aux</c>: auxiliaries and modals of the clause in <c>that</c>.</summary>
    ThatAuxiliary,

    /// <summary><c>that-mod</c>: adverbs and negation of the clause in <c>that</c>.</summary>
    ThatModifier,

    /// <summary><c>mark</c>: the preposition before the trigger itself.</summary>
    Marker,

    /// <summary>The phrase that a preposition brings; the preposition is <see cref="Slot.Word"/>.</summary>
    Preposition,
}

/// <summary>One place around a predicate.</summary>
/// <param name="Kind">Which place.</param>
/// <param name="Word">The preposition's word in the codebook's table; -1 for the other kinds.</param>
public readonly record struct Slot(SlotKind Kind, int Word = -1)
{
    private static readonly string[] Names =
        [
            "subj", "obj", "iobj", "inf", "that", "ing", "mod", "pred", "head", "clause", "sentence", "action",
            "aux", "that-aux", "that-mod", "mark",
        ];

    /// <summary>The slot that a name of the format stands for; a name outside the closed set is a preposition.</summary>
    internal static Slot Parse(string name, WordTable words)
    {
        int index = Array.IndexOf(Names, name);
        return index >= 0 ? new Slot((SlotKind)index) : new Slot(SlotKind.Preposition, words.Intern(name.Replace('-', ' ')));
    }

    /// <summary>The name as the format writes it.</summary>
    internal string Name(WordTable words) => Kind == SlotKind.Preposition ? words[Word].Replace(' ', '-') : Names[(int)Kind];
}
