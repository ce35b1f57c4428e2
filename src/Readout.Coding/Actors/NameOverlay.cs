using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Adds to the directory's elements the people's names that it does not know, from the document's name layer and from
/// capitals after a title, and takes away what only looks like a place or surname inside them.
/// </summary>
internal sealed class NameOverlay(ActorDirectory directory, Document document, WordRuns runs)
{
    public static readonly ImmutableArray<Sense> UnknownPerson = [new Sense(SenseKind.Surname, -1, 0)];
    private int _name;

    public List<Element> Apply(List<Element> elements, int first, int end)
    {
        List<Element> result = [.. elements];
        foreach ((int start, int stop) in Spans(first, end)) Insert(result, start, stop, first);
        if (!document.IsParsed && document.NameCount == 0 && runs.Count > 0 && document.Token(0).Upos == Upos.None) AmongCapitals(result, first, end);
        for (int i = 0; i < result.Count; i++)
        {
            if (result[i].Has(SenseKind.Title)) AfterTitle(result, i, end);
            if (result[i].Has(SenseKind.Title) || result[i].Has(SenseKind.Agent)) AfterComma(result, i, end);
            else if (IsPerson(result[i])) Joined(result, i, end);
            if (!result[i].Has(SenseKind.Title) && result[i].Has(SenseKind.Surname) && result[i].Senses[0].Target >= 0 && !result[i].Has(SenseKind.Name)) WithGivenName(result, i, first);
        }

        return result;
    }

    private bool IsPerson(Element element) =>
        element.Senses[0].Target < 0 || element.Has(SenseKind.Surname) || element.TryGet(SenseKind.Name, out Sense name) && directory.Entries[name.Target].Kind == EntryKind.Person;

    /// <summary>A capital that the tree joins to a person by <c>and</c>, and that nothing is known of, is another person.</summary>
    private void Joined(List<Element> elements, int index, int end)
    {
        if (!document.IsParsed) return;
        Element person = elements[index];
        for (int run = person.End; run < end; run++)
        {
            Token token = document.Token(runs.TokenOf(run));
            if (token.Relation != Relation.Conj || !Capitals.MayName(token) || !runs.IsCapital(run) || runs.End(run) - runs.Start(run) < 3) continue;
            if (token.HeadIndex < runs.TokenOf(person.First) || token.HeadIndex > runs.TokenOf(person.End - 1)) continue;
            bool alone = !token.Children().Any(child => Math.Abs(child.Index - token.Index) == 1 && child.Relation is Relation.Compound or Relation.Flat or Relation.Amod or Relation.Nmod);
            bool taken = elements.Exists(element => element.First <= run && run < element.End) || directory.Cue("junk", Folding.Fold(runs.Word(run)));
            if (alone && !taken) AddSorted(elements, new Element(run, run + 1, UnknownPerson));
        }
    }

    /// <summary>Where there are no tags, a known name inside a longer run of capitals is another person's: <c>Ana Ruiz Lopez</c>.</summary>
    private void AmongCapitals(List<Element> elements, int first, int end)
    {
        for (int i = 0; i < elements.Count; i++)
        {
            Element element = elements[i];
            if (!IsPerson(element) || element.Has(SenseKind.Title)) continue;
            int start = element.First;
            int stop = element.End;
            while (start > first && IsFree(elements, start - 1) && runs.GapBefore(start) is " " or "-") start--;
            while (stop < end && IsFree(elements, stop) && runs.GapBefore(stop) is " " or "-") stop++;
            if (start < element.First || stop > element.End) elements[i] = new Element(start, stop, UnknownPerson);
        }
    }

    private bool IsFree(List<Element> elements, int run) => runs.IsCapital(run) && !elements.Exists(element => element.First <= run && run < element.End);

    private List<(int Start, int Stop)> Spans(int first, int end)
    {
        List<(int Start, int Stop)> spans = [];
        while (_name < document.NameCount)
        {
            Name name = document.Name(_name);
            int start = first;
            while (start < end && runs.TokenOf(start) < name.First) start++;
            if (start >= end) break;
            int stop = start;
            while (stop < end && runs.TokenOf(stop) < name.End) stop++;
            _name++;
            if (stop > start && runs.Is(stop - 1, "s") && runs.GapBefore(stop - 1) is ['\''] or ['\u2019']) stop--;
            if (name.Kind == NameKind.Person && stop > start) spans.Add((start, stop));
        }

        return spans;
    }

    private void Insert(List<Element> elements, int start, int stop, int first)
    {
        List<Element> inside = elements.FindAll(element => element.First < stop && element.End > start);
        while (inside.Count > 0 && inside[0].First <= start && inside[0].End < stop && (inside[0].Has(SenseKind.Title) || inside[0].Has(SenseKind.Modifier)))
        {
            start = inside[0].End;
            inside.RemoveAt(0);
        }

        if (stop - start > 6 || !runs.IsCapital(start)) return;
        if (inside.Count == 0 && start > first && IsGivenName(elements, start - 1, first)) start--;
        if (inside.Exists(element => element.Has(SenseKind.Adjective) && element.End < runs.Count && ElementScanner.IsHyphen(runs.GapBefore(element.End)))) return;
        bool known = inside.Exists(element => (element.First <= start && element.End >= stop) || IsStrong(element));
        int extended = Extended(start, stop);
        if (known && (extended == stop || inside.Exists(IsStrong) || inside[0].First < start || inside[0].End > stop || !inside[0].Has(SenseKind.Surname))) return;
        if (extended > stop)
        {
            stop = extended;
            inside = elements.FindAll(element => element.First < stop && element.End > start);
            if (inside.Exists(element => element.End > stop || IsStrong(element))) return;
        }

        elements.RemoveAll(inside.Contains);
        AddSorted(elements, new Element(start, stop, UnknownPerson));
    }

    /// <summary>Whether the capital right before a name that was found belongs to it.</summary>
    private bool IsGivenName(List<Element> elements, int run, int first)
    {
        if (!runs.IsCapital(run) || runs.GapBefore(run + 1) is not " " || elements.Exists(element => element.First <= run && element.End > run)) return false;
        Token token = document.Token(runs.TokenOf(run));
        return token.Upos is Upos.PROPN && run > first || run > first && token.Upos is Upos.NOUN or Upos.X && Capitals.MayName(token);
    }

    /// <summary>What a name finder's mistake must not undo: names of several words that the directory knows.</summary>
    private bool IsStrong(Element element) =>
        element.End - element.First > 1 && element.TryGet(SenseKind.Name, out Sense _) || element.TryGet(SenseKind.Name, out Sense name) && directory.Entries[name.Target].Kind is EntryKind.Igo;

    /// <summary>A name goes on over the capitals that the tree joins to it.</summary>
    private int Extended(int start, int stop)
    {
        while (stop < runs.Count && stop - start < 5 && runs.IsCapital(stop) && runs.GapBefore(stop) is " " or "-")
        {
            Token last = document.Token(runs.TokenOf(stop - 1));
            Token next = document.Token(runs.TokenOf(stop));
            bool joined = next.Index == last.Index || runs.GapBefore(stop) is "-" || next.Relation == Relation.Flat && next.HeadIndex >= runs.TokenOf(start) && next.HeadIndex <= last.Index
                || last.HeadIndex == next.Index && last.Relation is Relation.Compound or Relation.Flat && next.Upos == Upos.PROPN && stop - start == 1
                || next.HeadIndex == last.HeadIndex && next.Relation == last.Relation && next.Upos == Upos.PROPN && last.Upos == Upos.PROPN;
            if (!joined) break;
            stop++;
        }

        return stop;
    }

    /// <summary>Capitals right after a title, as far as they go, are a name: <c>Deputy Foreign Minister Jan Novak</c>.</summary>
    private void AfterTitle(List<Element> elements, int index, int end)
    {
        Element title = elements[index];
        int start = title.End;
        if (start >= end || !runs.IsCapital(start) || !runs.IsCapital(title.End - 1)) return;
        ReadOnlySpan<char> gap = runs.GapBefore(start);
        if (ElementScanner.Breaks(gap) || gap.Contains(',') || gap.Contains('\'') || gap.Contains('\u2019') || (gap.Contains('.') && title.End - title.First == 0)) return;
        int stop = start;
        if (index + 1 < elements.Count && elements[index + 1] is { Senses: [{ Target: < 0 }, ..] } begun && begun.First == start)
        {
            stop = begun.End;
            elements.RemoveAt(index + 1);
        }

        int limit = index + 1 < elements.Count ? Math.Min(end, elements[index + 1].First) : end;
        while (stop < limit && stop < start + 4 && IsNamePart(stop, start)) stop++;
        bool meetsName = index + 1 < elements.Count && stop == elements[index + 1].First && elements[index + 1].Has(SenseKind.Surname);
        if (stop == start || meetsName) return;
        while (stop > start + 1 && !runs.IsCapital(stop - 1)) stop--;
        elements.Insert(index + 1, new Element(start, stop, UnknownPerson));
    }

    /// <summary>Two to four capitals between commas after a title or an agent are who it is: <c>the envoy, Poul Krag,</c>.</summary>
    private void AfterComma(List<Element> elements, int index, int end)
    {
        int start = elements[index].End;
        if (start >= end || !runs.IsCapital(start) || runs.GapBefore(start) is not ", ") return;
        int limit = index + 1 < elements.Count ? Math.Min(end, elements[index + 1].First) : end;
        int stop = start;
        while (stop < limit && stop < start + 4 && IsNamePart(stop, start)) stop++;
        bool closed = stop == end || runs.GapBefore(stop) is ", " or "." or ". ";
        if (closed && stop > start + 1) elements.Insert(index + 1, new Element(start, stop, UnknownPerson));
    }

    private bool IsNamePart(int run, int start)
    {
        if (run > start)
        {
            ReadOnlySpan<char> gap = runs.GapBefore(run);
            bool initial = runs.End(run - 1) - runs.Start(run - 1) == 1;
            if (ElementScanner.Breaks(gap) || gap.Contains(',') || (gap.Contains('.') && !initial) || gap.Contains('\u2019')) return false;
            if (gap.Contains('\'') && gap.Length != 1) return false;
            if (runs.Is(run, "s") && gap.Contains('\'')) return false;
        }

        Token token = document.Token(runs.TokenOf(run));
        bool proper = token.Upos is Upos.PROPN or Upos.None || token.Upos is Upos.NOUN or Upos.ADJ or Upos.X && (run == start || Capitals.MayName(token));
        if (runs.IsCapital(run)) return proper && !directory.Cue("junk", Folding.Fold(runs.Word(run)));
        return run > start && token.Upos is Upos.PROPN or Upos.X && runs.Word(run).Length <= 3;
    }

    /// <summary>A capital before a known surname makes it another person's full name: <c>Barron Trump</c>.</summary>
    private void WithGivenName(List<Element> elements, int index, int first)
    {
        Element surname = elements[index];
        int before = surname.First - 1;
        if (before < first || !runs.IsCapital(before) || !runs.GapBefore(surname.First).SequenceEqual(" ")) return;
        if (index > 0 && elements[index - 1].End > before) return;
        Token given = document.Token(runs.TokenOf(before));
        Token family = document.Token(runs.TokenOf(surname.First));
        bool together = given.Upos == Upos.PROPN && (given.HeadIndex == family.Index || family.HeadIndex == given.Index || given.HeadIndex == family.HeadIndex)
            && family.Relation is Relation.Flat || given.Upos == Upos.PROPN && given.Relation is Relation.Compound or Relation.Flat && given.HeadIndex == family.Index;
        if (together) elements[index] = new Element(before, surname.End, UnknownPerson);
    }

    private static void AddSorted(List<Element> elements, Element element)
    {
        int at = elements.FindIndex(other => other.First > element.First);
        elements.Insert(at < 0 ? elements.Count : at, element);
    }
}
