using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// The parties that the clause of a promise, request or threat names besides who acts: <c>threatened to stop talks with X</c>,
/// <c>will withdraw unless X …</c>. Asked where the deed itself is no event that names them.
/// </summary>
internal sealed class ClauseParties(TreeIndex tree, FrameMatcher matcher)
{
    private const int MaxDepth = 3;
    private static readonly string[] Directions = ["to", "with", "against", "from", "on", "for", "at", "into", "between", "toward", "towards", "in"];

    /// <summary>Adds the parties of the first clause that names any; then those of a condition.</summary>
    public void Collect(Match match, List<int> into)
    {
        Span<int> tokens = stackalloc int[SlotReader.Capacity];
        foreach (Slot slot in match.Frame.Actions)
        {
            int count = matcher.Slots.Read(slot, match.Args, match.Frame, tokens);
            for (int i = 0; i < count && into.Count == 0; i++) Clause(tokens[i], into, 0);
        }

        if (match.Type == EventType.Threaten && into.Count == 0) Anywhere(match.Predicate, into);
        if (into.Count == 0) Condition(match.Predicate, into);
        if (into.Count == 0 && match.Args.Infinitive >= 0) Condition(match.Args.Infinitive, into);
        if (into.Count == 0 && match.Args.That >= 0) Condition(match.Args.That, into);
    }

    /// <summary>A condition further down in the sentence of a threat, wherever the parser hung it.</summary>
    private void Anywhere(int predicate, List<int> into)
    {
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[predicate]);
        for (int t = predicate + 1; t < sentence.End && into.Count == 0; t++)
        {
            if (tree.IsVerb(t)) Condition(t, into);
        }
    }

    private void Clause(int token, List<int> into, int depth)
    {
        if (token < 0 || depth > MaxDepth) return;
        if (!tree.IsVerb(token))
        {
            matcher.Parties.Collect(token, into, 1);
            return;
        }

        Arguments args = matcher.Reader.Verb(token);
        foreach (string direction in Directions)
        {
            foreach ((int word, int phrase) in args.Phrases)
            {
                if (into.Count == 0 && tree.Words[word] == direction) Phrase(phrase, into);
            }
        }

        if (into.Count == 0) matcher.Parties.Collect(args.IndirectObject, into, 1);
        if (into.Count == 0 && args.Object >= 0 && tree.IsWithin(args.Object, token)) matcher.Parties.Collect(args.Object, into, 1);
        if (into.Count == 0) Clause(args.Infinitive, into, depth + 1);
        if (into.Count == 0) Clause(args.Gerund, into, depth + 1);
    }

    private void Phrase(int phrase, List<int> into)
    {
        matcher.Parties.Collect(phrase, into, 1);
        for (int c = tree.FirstChild(phrase); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] == Relation.Conj) matcher.Parties.Collect(c, into, 1);
        }
    }

    /// <summary>The parties against whom a protest is said to be made: <c>marched to protest X's decision</c>.</summary>
    public void Purpose(Match match, List<int> into)
    {
        Clause(match.Args.Infinitive, into, 0);
        foreach ((_, int phrase) in match.Args.Phrases)
        {
            if (into.Count > 0 || !tree.IsForm(phrase, "protest")) continue;
            for (int c = tree.FirstChild(phrase); c >= 0; c = tree.Next(c))
            {
                if (tree.Relations[c] is Relation.Nmod or Relation.Obl) matcher.Parties.Collect(c, into, 1);
            }
        }
    }

    /// <summary>The subject of an <c>if</c> or <c>unless</c> below a verb.</summary>
    private void Condition(int verb, List<int> into)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            int marker = tree.Relations[c] == Relation.Advcl ? tree.Marker(c) : -1;
            if (marker >= 0 && (tree.IsForm(marker, "if") || tree.IsForm(marker, "unless") || tree.IsForm(marker, "until")))
            {
                matcher.Parties.Collect(matcher.Reader.Verb(c).Subject, into, 1);
            }
        }
    }
}
