using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>Elements that stand together in one noun phrase, the head last.</summary>
/// <param name="Elements">The elements in order.</param>
/// <param name="HasObjectHead">Whether a noun that is no actor heads the phrase: <c>army vehicles</c>.</param>
internal sealed record Chain(List<Element> Elements, bool HasObjectHead);

/// <summary>Groups the elements of a sentence into noun phrases by adjacency, tags and, where there are trees, heads.</summary>
internal sealed class ChainBuilder(ActorDirectory directory, WordRuns runs)
{
    private const int MostFillers = 4;

    public IEnumerable<Chain> Build(List<Element> elements, int end)
    {
        for (int i = 0; i < elements.Count;)
        {
            List<Element> chain = [elements[i]];
            while (i + 1 < elements.Count && Continues(chain[^1], elements[i + 1], chain)) chain.Add(elements[++i]);
            i++;
            int limit = i < elements.Count ? elements[i].First : end;
            while (chain.Count > 1 && chain[^1].Senses.All(sense => sense.Kind == SenseKind.Modifier)) chain.RemoveAt(chain.Count - 1);
            yield return new Chain(chain, HasObjectHead(chain[^1], limit));
        }
    }

    /// <summary>Whether an owner's possessive mark stands right after the element.</summary>
    public bool IsPossessive(Element element)
    {
        if (element.End >= runs.Count)
        {
            int after = runs.End(element.End - 1);
            return after < runs.Text.Length && runs.Text[after] is '\'' or '\u2019';
        }

        ReadOnlySpan<char> gap = runs.GapBefore(element.End);
        if (gap.Length == 0 || gap[0] is not ('\'' or '\u2019')) return false;
        return gap.Length > 1 || runs.Is(element.End, "s");
    }

    private bool Continues(Element before, Element next, List<Element> chain)
    {
        if (Coordinates(before, next)) return true;
        if (AreTwoStates(before, next)) return false;
        if (IsName(before) && !IsPossessive(before)) return false;
        if (IsPlainNoun(before) && !IsPossessive(before) && next.First == before.End && IsOwnerOnly(next)) return false;
        int fillers = next.First - before.End - (IsPossessive(before) && runs.Is(before.End, "s") ? 1 : 0);
        if (fillers > MostFillers) return false;
        for (int run = before.End; run <= next.First; run++)
        {
            if (!JoinedBefore(run, before)) return false;
            if (run < next.First && !IsFiller(run, before)) return false;
        }

        if (next.Has(SenseKind.Name) && Kind(next) == EntryKind.State && fillers > 0) return false;
        return !NeedsTree(before) || chain.Count > 1 || IsPossessive(before) || SameTree(before, next);
    }

    /// <summary><c>Russian and Ukrainian officials</c>: two adjectives of one noun.</summary>
    private bool Coordinates(Element before, Element next)
    {
        if (!before.Has(SenseKind.Adjective) || !next.Has(SenseKind.Adjective) || next.First > before.End + 1) return false;
        if (next.First == before.End) return runs.GapBefore(next.First).SequenceEqual(", ") || ElementScanner.IsHyphen(runs.GapBefore(next.First));
        return runs.Is(before.End, "and") || runs.Is(before.End, "or");
    }

    /// <summary>Two states by name side by side: <c>US China talks</c>, <c>the Paris-London line</c>.</summary>
    private bool AreTwoStates(Element before, Element next)
    {
        if (next.First != before.End || next.Has(SenseKind.Adjective) && !next.Has(SenseKind.Name)) return false;
        bool first = before.Has(SenseKind.Name) && Kind(before) is EntryKind.State or EntryKind.Igo || before.Has(SenseKind.Capital);
        bool second = next.Has(SenseKind.Name) && Kind(next) is EntryKind.State || next.Has(SenseKind.Capital);
        return first && second && (ElementScanner.IsHyphen(runs.GapBefore(next.First)) || before.Has(SenseKind.Name) && next.Has(SenseKind.Name));
    }

    private bool JoinedBefore(int run, Element before)
    {
        ReadOnlySpan<char> gap = runs.GapBefore(run);
        if (ElementScanner.Breaks(gap)) return false;
        bool point = gap.Contains('.');
        bool abbreviated = run == before.End && (before.Has(SenseKind.Title) || runs.End(run - 1) - runs.Start(run - 1) == 1);
        return !gap.Contains(',') && (!point || abbreviated);
    }

    private bool IsFiller(int run, Element before)
    {
        if (run == before.End && runs.Is(run, "s") && IsPossessive(before)) return true;
        string word = Folding.Fold(runs.Word(run));
        if (directory.Cue("stop-words", word)) return false;
        if (runs.Document is null) return true;
        Token token = runs.Document.Token(runs.TokenOf(run));
        bool named = run == before.End && !before.Has(SenseKind.Adjective) && !IsPossessive(before) && (before.Has(SenseKind.Name) || before.Has(SenseKind.Capital) || before.Has(SenseKind.Place));
        if (named && (IsNumber(before.End) || IsNumber(before.End + 1))) return false;
        if (token.Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.None) return !directory.Cue("junk", word);
        return !named && token.Upos == Upos.VERB && token.Tag is PennTag.VBN or PennTag.VBG && token.Relation is Relation.Amod or Relation.Compound;
    }

    private bool IsNumber(int run) => run < runs.Count && runs.Document!.Token(runs.TokenOf(run)).Upos == Upos.NUM;

    private bool HasObjectHead(Element last, int limit)
    {
        if (IsName(last) || IsPossessive(last)) return false;
        if (runs.Document is { IsParsed: true } document)
        {
            Token token = document.Token(runs.TokenOf(last.End - 1));
            Token head = token.Head;
            bool modifies = token.Relation is Relation.Compound or Relation.Amod or Relation.NmodDesc;
            return modifies && head.Index > token.Index && head.Upos is Upos.NOUN or Upos.PROPN && head.Index > runs.TokenOf(last.End - 1);
        }

        return false;
    }

    private bool NeedsTree(Element before) =>
        runs.Document is { IsParsed: true } && before.Has(SenseKind.Name) && Kind(before) == EntryKind.State && !before.Has(SenseKind.Adjective);

    /// <summary>Whether a bare name before a noun belongs to it: <c>Israel police</c>, not <c>told Israel police would</c>.</summary>
    private bool SameTree(Element before, Element next)
    {
        Document document = runs.Document!;
        Token name = document.Token(runs.TokenOf(before.End - 1));
        Token head = document.Token(runs.TokenOf(next.End - 1));
        return name.IsWithin(head) || name.HeadIndex == head.HeadIndex && name.Relation is Relation.Compound or Relation.Flat
            || head.IsWithin(name) && head.Relation is Relation.Flat or Relation.Compound;
    }

    private bool IsName(Element element) =>
        element.Has(SenseKind.Surname) || element.Senses[0].Target < 0 || element.Has(SenseKind.Name) && Kind(element) == EntryKind.Person;

    private static bool IsPlainNoun(Element element) => element.Has(SenseKind.AgentPlural) || element.Has(SenseKind.PeoplePlural) && !element.Has(SenseKind.Adjective);

    private static bool IsOwnerOnly(Element element) => element.Has(SenseKind.Adjective) || element.Has(SenseKind.Capital);

    private EntryKind? Kind(Element element) => element.TryGet(SenseKind.Name, out Sense sense) && sense.Target >= 0 ? directory.Entries[sense.Target].Kind : null;
}
