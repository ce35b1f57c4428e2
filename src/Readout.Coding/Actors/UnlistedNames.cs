using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Finds, over a whole document, people's names that neither the directory nor the name layer gives: a surname that the text has
/// introduced, a known given name with a surname, a surname a letter away from that of somebody in office.
/// </summary>
internal sealed class UnlistedNames(ActorDirectory directory, Document document, WordRuns runs)
{
    private const int ShortestMisspelt = 7;
    private readonly HashSet<string> _introduced = new(StringComparer.Ordinal);

    /// <summary>Adds elements to those of each sentence.</summary>
    /// <param name="sentences">The elements of each sentence in order.</param>
    public void Add(IReadOnlyList<List<Element>> sentences)
    {
        bool[] taken = new bool[runs.Count];
        foreach (Element element in sentences.SelectMany(elements => elements))
        {
            for (int run = element.First; run < element.End; run++) taken[run] = true;
            if (element.Senses[0].Target < 0 && element.End - element.First > 1) _introduced.Add(Folding.Fold(runs.Word(element.End - 1)));
        }

        int first = 0;
        foreach (List<Element> elements in sentences)
        {
            int sentence = first < runs.Count ? document.SentenceOf(runs.TokenOf(first)) : -1;
            int end = first;
            while (end < runs.Count && document.SentenceOf(runs.TokenOf(end)) == sentence) end++;
            AddTo(elements, first, end, taken);
            first = end;
        }
    }

    private void AddTo(List<Element> elements, int first, int end, bool[] taken)
    {
        for (int run = first; run < end; run++)
        {
            if (taken[run] || !runs.IsCapital(run) || runs.End(run) - runs.Start(run) < 3) continue;
            int stop = run + 1;
            while (stop < end && stop < run + 4 && !taken[stop] && runs.IsCapital(stop) && runs.GapBefore(stop) is " " or "-") stop++;
            if (stop == run + 1 && Misspelt(run) is { IsEmpty: false } senses)
            {
                Insert(elements, new Element(run, stop, senses));
                continue;
            }

            if (stop - run > 1 ? !IsFullName(run) : !IsSurname(run)) continue;
            Insert(elements, new Element(run, stop, NameOverlay.UnknownPerson));
            if (stop - run > 1) _introduced.Add(Folding.Fold(runs.Word(stop - 1)));
            run = stop - 1;
        }
    }

    private static void Insert(List<Element> elements, Element name)
    {
        int at = elements.FindIndex(other => other.First > name.First);
        elements.Insert(at < 0 ? elements.Count : at, name);
    }

    /// <summary>A state, a capital or a people with a slip of spelling.</summary>
    private ImmutableArray<Sense> Misspelt(int run)
    {
        Token token = document.Token(runs.TokenOf(run));
        string word = Folding.Fold(runs.Word(run));
        bool may = token.Upos is Upos.PROPN or Upos.ADJ or Upos.NOUN or Upos.X && Capitals.IsAmongSmall(token);
        return !may || directory.IsGivenName(word) || directory.PeopleNamed(word).Count > 0 ? [] : directory.Spellings.Near(word);
    }

    private bool IsFullName(int run)
    {
        Token token = document.Token(runs.TokenOf(run));
        Token next = document.Token(runs.TokenOf(run + 1));
        return token.Upos is Upos.PROPN && next.Upos is Upos.PROPN && directory.IsGivenName(Folding.Fold(runs.Word(run))) && !IsOtherName(next) && !directory.Cue("junk", Folding.Fold(runs.Word(run + 1)));
    }

    private bool IsSurname(int run)
    {
        Token token = document.Token(runs.TokenOf(run));
        string word = Folding.Fold(runs.Word(run));
        if (_introduced.Contains(word)) return token.Upos is Upos.PROPN or Upos.NOUN or Upos.X or Upos.None or Upos.ADJ || Capitals.MayName(token);
        if (token.Upos != Upos.PROPN || word.Length < ShortestMisspelt || IsOtherName(token) || !Capitals.IsAmongSmall(token) || document.Article.Published is not DateOnly day) return false;
        return directory.Surnames.Near(word, 1).Any(near => directory.PeopleNamed(near.Name).Any(person => directory.Entries[person].Offices.Any(row => row.Covers(day) && row.Roles.Length > 0)));
    }

    /// <summary>Whether the name layer calls it the name of a place, or of a body of several words.</summary>
    private bool IsOtherName(Token token)
    {
        for (int i = 0; i < document.NameCount; i++)
        {
            Name name = document.Name(i);
            if (name.First <= token.Index && token.Index < name.End) return name.Kind == NameKind.Location || name.Kind == NameKind.Organization && name.End - name.First > 1;
        }

        return false;
    }
}
