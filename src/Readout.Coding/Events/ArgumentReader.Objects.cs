using Readout.Text;

namespace Readout.Coding.Events;

/// <content>Objects that the parser labels otherwise.</content>
internal sealed partial class ArgumentReader
{
    /// <summary>An object; before a second one, a party is who gets it: the parser often labels both alike (<c>granted Oman a delay</c>), and at times a count and what it counts (<c>hanged three Danes</c>).</summary>
    private void PlaceObject(Arguments args, int c)
    {
        bool countOnly = args.Object >= 0 && args.Object == c - 1 && _tree.Parts[args.Object] == Upos.NUM;
        if (args.Object < 0 || countOnly) args.Object = Subjects.Resolve(c);
        else if (args.IndirectObject < 0 && args.Object > args.Trigger && c > args.Object && _codebook.InClass(_tree.Lemmas[args.Trigger], _givingClass)
            && !IsTime(c) && _parties.MentionsAt(args.Object).Length > 0)
            (args.IndirectObject, args.Object) = (args.Object, Subjects.Resolve(c));
    }

    /// <summary>An infinitive that the parser hung on whom the verb calls on: <c>called on the parties to halt</c>.</summary>
    private void InfinitiveOnPhrase(Arguments args)
    {
        if (args.Infinitive >= 0 || args.Object >= 0 || !Subjects.TakesInfinitive(args.Trigger)) return;
        foreach ((int word, int token) in args.Phrases)
        {
            if (args.Infinitive < 0 && (word == _words.On || word == _words.To)) args.Infinitive = Subjects.InfinitiveOn(token);
        }
    }

    /// <summary>
    /// Whether what stands behind a verb without an object is one, whose number is given roughly, which the parser takes for a phrase
    /// of place: <c>killed at least nine sentries</c>, <c>expelled up to nine envoys</c>, <c>freed as many as sixty</c>; or one without a preposition right behind
    /// the verb's particle: <c>handed over a banker</c>.
    /// </summary>
    private bool IsAmount(Arguments args, int c, int marker)
    {
        if (args.Object >= 0 || args.Passive || c < args.Trigger || _tree.Has(args.Trigger, Relation.Obj)) return false;
        if (marker < 0) return _tree.Has(c, Relation.Nummod) || IsRightBehind(args, c);
        if (marker <= args.Trigger || marker + 1 >= _tree.Count || _tree.Parts[marker + 1] != Upos.NUM) return false;
        bool upTo = _tree.IsForm(marker, "to") && _tree.IsForm(marker - 1, "up");
        bool asMany = _tree.IsForm(marker, "as") && _tree.IsForm(marker - 1, "many");
        if (upTo && marker - 2 == args.Trigger) args.Particle = -1;
        return upTo || asMany || _tree.IsForm(marker, "around") || _tree.IsForm(marker, "about");
    }

    private bool IsRightBehind(Arguments args, int c)
    {
        int before = _tree.LeftEdge(c) - 1;
        return before > args.Trigger && _tree.Heads[before] == args.Trigger && _tree.Relations[before] == Relation.CompoundPrt;
    }

    /// <summary>A party that the parser hung on the first half of a verb with a hyphen: <c>Oman test-fired</c>. -1 where there is none.</summary>
    private int BeforePrefix(int prefix)
    {
        int left = prefix - 1;
        return left >= 0 && _tree.Heads[left] == prefix && _tree.Relations[left] == Relation.Compound && _parties.MentionsAt(left).Length > 0 ? left : -1;
    }
}
