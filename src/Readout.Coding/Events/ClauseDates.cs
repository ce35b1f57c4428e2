using System.Globalization;
using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>What a date says of its deed, seen from the day of publication.</summary>
internal enum DateVerdict
{
    /// <summary>It is no date, or says nothing.</summary>
    None,

    /// <summary>Less than two weeks back.</summary>
    Recent,

    /// <summary>After publication.</summary>
    Coming,

    /// <summary>Two weeks back or more.</summary>
    Old,
}

/// <summary>
/// Finds the date that belongs to a deed: the nearest on the tree that no other verb lies before, else one that stands beside the
/// verb with no verb between, since parsers often hang such a date on a noun.
/// </summary>
internal sealed class ClauseDates(Codebook codebook, TreeIndex tree, FrameMatcher matcher, IEventDates dates)
{
    /// <summary>Days before publication from which a deed is background (coding conventions: two weeks).</summary>
    private const int BackgroundDays = 14;

    /// <summary>What a date beside the verb is farther than one on its tree.</summary>
    private const int Beside = 20;

    /// <summary>What an infinitive between a deed and a date gone by adds: the deed lies before it.</summary>
    private const int Infinitive = 5;

    private readonly GrammarWords _words = codebook.Grammar;
    private readonly int _time = codebook.ClassNamed("time");
    private readonly DateOnly? _published = tree.Document.Article.Published;

    /// <summary>The date of a deed and what it says; <see cref="DateVerdict.None"/> where the deed has none.</summary>
    public (DateVerdict Verdict, int Token) Of(Match match, int clause)
    {
        (DateVerdict Verdict, int Token) best = (DateVerdict.None, -1);
        int nearest = int.MaxValue;
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[match.Trigger]);
        for (int t = sentence.First; t < sentence.End; t++)
        {
            DateVerdict verdict = Judge(t);
            if (verdict == DateVerdict.None || IsSince(t) || verdict == DateVerdict.Coming && LiesBefore(match.Trigger, t)) continue;
            int distance = Distance(t, match, clause, verdict == DateVerdict.Old);
            bool newer = distance == nearest && best.Verdict == DateVerdict.Old && verdict == DateVerdict.Recent;
            if (distance < 0 || distance >= nearest && !newer) continue;
            nearest = distance;
            best = (verdict, t);
        }

        return best;
    }

    /// <summary>Whether the deed is told to lie before what the date is of: <c>speaks to her ahead of the talks next week</c>.</summary>
    private bool LiesBefore(int trigger, int date)
    {
        for (int t = trigger + 1; t < date; t++)
        {
            if (IsFutureMark(tree.Forms[t]) || IsFutureMark(tree.Phrases[t])) return true;
        }

        return false;
    }

    private bool IsFutureMark(int word) => codebook.IsCue(word, CueClass.Mark, CueKind.Future);

    /// <summary>The date of a verb that is no deed itself.</summary>
    public DateVerdict OfVerb(int verb)
    {
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[verb]);
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (Judge(t) is var verdict && verdict != DateVerdict.None && !IsSince(t) && Steps(t, verb, false) >= 0) return verdict;
        }

        return DateVerdict.None;
    }

    /// <summary>The date that stands on a noun itself: <c>the treaty of 1922</c>.</summary>
    public DateVerdict OfNoun(int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] != Relation.AclRelcl && Judge(c) is var verdict && verdict != DateVerdict.None) return verdict;
        }

        return DateVerdict.None;
    }

    /// <summary>What a token says if it is, or stands in, a date.</summary>
    public DateVerdict Judge(int token)
    {
        if (IsCount(token)) return DateVerdict.None;
        if (dates.Latest(token) is { } latest && _published is { } published)
        {
            return latest.AddDays(BackgroundDays) <= published ? DateVerdict.Old : latest > published ? DateVerdict.Coming : DateVerdict.Recent;
        }

        if (tree.Tags[token] == PennTag.CD && Year(token) is { } year)
        {
            if (_published is not { } day) return DateVerdict.Old;
            return year < day.Year - 1 || (year < day.Year && day.DayOfYear > BackgroundDays) ? DateVerdict.Old : DateVerdict.Recent;
        }

        return IsBackward(token) && IsLong(token - 1) ? DateVerdict.Old : DateVerdict.None;
    }

    /// <summary>Whether the token is a day by name that lies in the week before publication.</summary>
    public bool IsDayOfWeek(int token) => _published is { } day && tree.Tags[token] == PennTag.NNP && dates.Latest(token) is { } latest
        && latest < day && latest.AddDays(7) >= day;

    /// <summary>Whether the noun measures a time of two weeks or more: <c>three years</c>, <c>six weeks</c>, not <c>a week</c>.</summary>
    public bool IsLong(int noun)
    {
        if (noun < 0 || !tree.IsNoun(noun)) return false;
        if (codebook.IsCue(tree.Lemmas[noun], CueClass.Noun, CueKind.Historical)) return true;
        int before = noun - 1;
        return tree.IsForm(noun, "weeks") && before >= 0 && (tree.Tags[before] == PennTag.CD || tree.IsForm(before, "several") || tree.IsForm(before, "many"));
    }

    /// <summary>Whether a number counts things instead of naming a year: <c>two thousand soldiers</c>.</summary>
    private bool IsCount(int token)
    {
        if (tree.Tags[token] != PennTag.CD || char.IsAsciiDigit(tree.Document.Token(token).Form[0])) return false;
        int head = token;
        while (head >= 0 && tree.Tags[head] == PennTag.CD && tree.Relations[head] is Relation.Nummod or Relation.Compound) head = tree.Heads[head];
        return head != token && head >= 0 && tree.IsNoun(head) && dates.Latest(head) is null;
    }

    /// <summary>Whether the word counts a time back from now or from then: <c>ago</c>, <c>back</c>, <c>earlier</c>, <c>before</c>.</summary>
    private bool IsBackward(int token) => token > 0 && (tree.Is(token, _words.Ago) || tree.IsForm(token, "earlier") || tree.IsForm(token, "previously")
        || (tree.IsForm(token, "back") || tree.IsForm(token, "before")) && (token + 1 >= tree.Count || tree.Parts[token + 1] is Upos.PUNCT or Upos.VERB or Upos.AUX or Upos.CCONJ));

    private int? Year(int token)
    {
        ReadOnlySpan<char> form = tree.Document.Token(token).Form;
        bool digits = form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (!digits || tree.Relations[token] == Relation.Nummod && tree.Parts[tree.Heads[token]] == Upos.NOUN && !IsDetermined(token)) return null;
        int year = int.Parse(form, NumberStyles.None, CultureInfo.InvariantCulture);
        return year is >= 1700 and < 2100 ? year : null;
    }

    /// <summary>Whether a number before a noun has an article or possessor before it, as years have and counts seldom: <c>the 1979 talks</c>.</summary>
    private bool IsDetermined(int token) => token > 0 && (tree.IsForm(token - 1, "the") || tree.Tags[token - 1] is PennTag.POS or PennTag.PRPS);

    /// <summary>How far a date is from the deed; -1 where it belongs to something else.</summary>
    private int Distance(int token, Match match, int clause, bool old)
    {
        if (match.IsNominal && match.Args.LightVerb < 0)
        {
            if (tree.IsWithin(token, match.Trigger)) return Steps(token, match.Trigger, false);
            bool carried = match.Args.OccurrenceVerb >= 0 || tree.Heads[match.Trigger] == clause && matcher.At(clause) is null;
            return carried && !IsOfArgument(token, clause) ? Steps(token, clause, old) : -1;
        }

        int steps = Steps(token, match.Trigger, old);
        if (steps < 0) steps = Steps(token, clause, old);
        return steps >= 0 ? steps : IsBeside(token, match.Trigger) ? Beside + Math.Abs(token - match.Trigger) : -1;
    }

    /// <summary>Whether a date stands within the subject or object of a verb.</summary>
    private bool IsOfArgument(int token, int verb)
    {
        int t = token;
        while (t >= 0 && tree.Heads[t] != verb) t = tree.Heads[t];
        return t >= 0 && tree.Relations[t] is Relation.Nsubj or Relation.NsubjPass or Relation.Obj;
    }

    /// <summary>Steps up to the deed; -1 where it is not reached or another verb, or a noun that has the date to itself, lies before it.</summary>
    private int Steps(int token, int to, bool old)
    {
        int steps = 0;
        for (int t = token; t >= 0; t = tree.Heads[t], steps++)
        {
            if (t == to) return steps;
            if (t == token) continue;
            if (old && matcher.Reader.Subjects.HasTo(t) && tree.Tags[tree.Heads[t] < 0 ? t : tree.Heads[t]] == PennTag.VBD)
            {
                steps += Infinitive;
                continue;
            }

            if (tree.IsVerb(t) && tree.Relations[t] != Relation.Amod && !IsBeginning(t)) return -1;
            if (tree.IsNoun(t) && Keeps(t, to)) return -1;
        }

        return -1;
    }

    /// <summary>Whether a participle only says from when on: <c>starting tomorrow</c>.</summary>
    private bool IsBeginning(int verb) => tree.IsForm(verb, "starting") || tree.IsForm(verb, "beginning") || tree.IsForm(verb, "effective");

    /// <summary>Whether a noun between date and deed has the date to itself.</summary>
    private bool Keeps(int noun, int to)
    {
        if (dates.Latest(noun) is not null || tree.Relations[noun] is Relation.OblUnmarked or Relation.NmodUnmarked || codebook.InClass(tree.Lemmas[noun], _time)) return false;
        if (tree.Relations[noun] is Relation.Nsubj or Relation.NsubjPass) return tree.Heads[noun] != to;
        if (tree.Relations[noun] is Relation.Obj or Relation.OblAgent) return tree.Heads[noun] != to || matcher.At(noun) is not null;
        if (tree.Relations[noun] == Relation.Nmod) return !codebook.InClass(tree.Lemmas[tree.Heads[noun]], _time);
        if (tree.Relations[noun] != Relation.Obl) return true;
        int marker = tree.Marker(noun);
        return marker >= 0 && !(tree.IsForm(marker, "in") || tree.IsForm(marker, "on") || tree.IsForm(marker, "at") || tree.IsForm(marker, "during") || tree.IsForm(marker, "with")
            || tree.IsForm(marker, "to") || tree.IsForm(marker, "by") || tree.IsForm(marker, "from") || tree.IsForm(marker, "since"));
    }

    /// <summary>Whether a date follows the verb with no verb between, or opens the sentence before it, in a phrase of its own.</summary>
    private bool IsBeside(int token, int verb)
    {
        if (!tree.IsVerb(verb) || InNoun(token)) return false;
        int from = Math.Min(token, verb) + 1, to = Math.Max(token, verb);
        if (token < verb) from = tree.Document.Sentence(tree.SentenceOf[verb]).First;
        for (int t = from; t < to; t++)
        {
            if (t != token && (tree.Parts[t] == Upos.VERB || tree.Tags[t] == PennTag.WDT || tree.Tags[t] == PennTag.WP)) return false;
        }

        return token < verb || !HasComma(verb, token);
    }

    private bool HasComma(int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (tree.Parts[t] == Upos.PUNCT) return true;
        }

        return false;
    }

    /// <summary>Whether the date stands inside a noun phrase: <c>the 1974 invasion</c>, <c>Friday's rally</c>, <c>the treaty of 1955</c>.</summary>
    private bool InNoun(int token)
    {
        while (tree.Heads[token] is var up && up >= 0 && dates.Latest(up) is not null) token = up;
        int marker = tree.Marker(token);
        if (marker >= 0 && tree.IsForm(marker, "of")) return true;
        return tree.Relations[token] is Relation.NmodPoss or Relation.Amod or Relation.Nummod or Relation.Compound && tree.Heads[token] > token && dates.Latest(tree.Heads[token]) is null;
    }

    private bool IsSince(int token)
    {
        int node = token;
        for (int step = 0; step < 3 && node >= 0; step++, node = tree.Heads[node])
        {
            int marker = tree.Marker(node);
            if (marker >= 0 && tree.Is(marker, _words.Since)) return true;
        }

        return false;
    }
}
