using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Gives the head words that stand in a slot, coordinated ones included.</summary>
internal sealed class SlotReader(TreeIndex tree, ArgumentReader reader)
{
    /// <summary>The most words that a slot may hold; what goes beyond is left out.</summary>
    public const int Capacity = 24;

    /// <summary>Fills <paramref name="into"/> and returns how many words stand in the slot.</summary>
    public int Read(Slot slot, Arguments args, Frame frame, Span<int> into)
    {
        int count = 0;
        switch (slot.Kind)
        {
            case SlotKind.Subject: count = Subjects(Subject(args, frame), args.Object, into, count); break;
            case SlotKind.Object: count = Contents(Object(args), into, Add(Object(args), into, count)); break;
            case SlotKind.Marker: count = Put(tree.Marker(args.Trigger), into, count); break;
            case SlotKind.Preposition: count = Phrases(slot.Word, args, into); break;
            case SlotKind.Modifier: count = Modifiers(args, into); break;
            case SlotKind.Auxiliary: count = Auxiliaries(args.LightVerb >= 0 ? args.LightVerb : args.Trigger, into); break;
            case SlotKind.ThatAuxiliary: count = args.That < 0 ? 0 : Auxiliaries(args.That, into); break;
            case SlotKind.ThatModifier: count = args.That < 0 ? 0 : ModifiersOf(args.That, into, 0); break;
            case SlotKind.Head: count = Put(tree.Heads[args.Trigger], into, count); break;
            case SlotKind.Clause or SlotKind.Sentence or SlotKind.Action: break;
            default: count = Add(args.At(slot.Kind), into, count); break;
        }

        return count;
    }

    /// <summary>The words of a clause (<see cref="SlotKind.Clause"/>) or sentence as a range and, for a clause, its head.</summary>
    public (int First, int End, int Head) Region(SlotKind kind, Arguments args)
    {
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[args.Trigger]);
        return (sentence.First, sentence.End, kind == SlotKind.Clause ? ClauseHead(args.Trigger) : -1);
    }

    /// <summary>The verb of the clause that a token stands in; the token itself where there is none.</summary>
    public int ClauseHead(int token)
    {
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (tree.IsVerb(t) && tree.Relations[t] is not (Relation.Amod or Relation.Aux or Relation.AuxPass or Relation.Cop)) return t;
        }

        return token;
    }

    /// <summary>Whether a token belongs to the clause of a head: no clause boundary lies between.</summary>
    public bool InClause(int token, int head)
    {
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (t == head) return true;
            if (tree.Relations[t] is Relation.Ccomp or Relation.Advcl or Relation.AclRelcl or Relation.Parataxis) return false;
            if (tree.Relations[t] == Relation.Conj && tree.IsVerb(t) && tree.Heads[t] == head) return false;
        }

        return false;
    }

    private static int Put(int token, Span<int> into, int count)
    {
        if (token < 0 || count >= into.Length) return count;
        into[count] = token;
        return count + 1;
    }

    /// <summary>A subject and what else the parser took for a subject of the same verb: <c>leader X</c>, <c>Norwegian and Danish officials</c>.</summary>
    private int Subjects(int subject, int acted, Span<int> into, int count)
    {
        count = Add(subject, into, count, acted);
        if (subject < 0 || tree.Relations[subject].Base() is not Relation.Nsubj || tree.Heads[subject] is not (>= 0 and var verb)) return count;
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (c != subject && tree.Relations[c].Base() == Relation.Nsubj && AreJoined(Math.Min(c, subject), Math.Max(c, subject))) count = Add(c, into, count);
        }

        return count;
    }

    /// <summary>Whether two phrases stand side by side or with a conjunction between them, and not behind a comma.</summary>
    private bool AreJoined(int left, int right)
    {
        bool comma = false;
        for (int t = left + 1; t < right; t++)
        {
            if (tree.Tags[t] == PennTag.CC) return true;
            comma |= tree.Parts[t] == Upos.PUNCT;
        }

        return !comma;
    }

    private static int Subject(Arguments args, Frame frame)
    {
        if (args.Subject >= 0 || args.Kind != PredicateKind.Noun) return args.Subject;
        return frame.UsesObject ? -1 : args.Of;
    }

    private static int Object(Arguments args) => args.Kind == PredicateKind.Noun && args.Of >= 0 ? args.Of : args.Object;

    private int Phrases(int word, Arguments args, Span<int> into)
    {
        int count = 0;
        if (args.Kind == PredicateKind.Noun && args.Of >= 0 && tree.Words[word] == "of") count = Add(args.Of, into, count);
        foreach ((int preposition, int token) in args.Phrases)
        {
            if (preposition == word) count = Add(token, into, count);
        }

        return count;
    }

    private int Auxiliaries(int verb, Span<int> into)
    {
        int count = 0;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Aux or Relation.AuxPass) count = Put(c, into, count);
        }

        return count;
    }

    private int Modifiers(Arguments args, Span<int> into)
    {
        int count = ModifiersOf(args.Trigger, into, 0);
        return args.LightVerb >= 0 ? ModifiersOf(args.LightVerb, into, count) : count;
    }

    private int ModifiersOf(int token, Span<int> into, int count)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Amod or Relation.Compound or Relation.Advmod or Relation.NmodDesc or Relation.CompoundPrt)
            {
                count = Put(c, into, count);
            }
        }

        return count;
    }

    /// <summary>Adds what a measure or container holds: <c>boxes of serum</c>, <c>dozens of prisoners</c>.</summary>
    private int Contents(int token, Span<int> into, int count)
    {
        if (token < 0 || !(tree.Parts[token] == Upos.NUM || reader.IsContainer(token))) return count;
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Nmod && tree.Marker(c) is var of && of >= 0 && tree.IsForm(of, "of")) count = Add(c, into, count);
        }

        return count;
    }

    /// <summary>Adds a word and what is coordinated with it, but for a word that has another part.</summary>
    private int Add(int token, Span<int> into, int count, int other = -1)
    {
        token = reader.Subjects.Resolve(token);
        count = Put(token, into, count);
        if (token < 0) return count;
        for (int c = tree.FirstChild(token); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Conj && c != other) count = Add(c, into, count, other);
        }

        return count;
    }
}
