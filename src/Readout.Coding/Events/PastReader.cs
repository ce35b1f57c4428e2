using System.Globalization;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Tells old background from news: a date two weeks or more before publication, a year gone by, <c>ago</c>, an undated
/// deed under <c>after</c> or <c>since</c>, a dated happening that the words point back to.
/// </summary>
internal sealed class PastReader(Codebook codebook, TreeIndex tree, FrameMatcher matcher, IEventDates dates)
{
    /// <summary>Days before publication from which a deed is background (coding conventions: two weeks).</summary>
    private const int BackgroundDays = 14;

    private readonly GrammarWords _words = codebook.Grammar;
    private readonly DateOnly? _published = tree.Document.Article.Published;

    /// <summary>The reading <c>historical</c> with the words that decide; null where nothing puts the deed back.</summary>
    public StatusReading? Read(Match match)
    {
        int clause = matcher.Slots.ClauseHead(match.Trigger);
        bool dated = false;
        for (int t = First(clause); t < End(clause); t++)
        {
            if (!matcher.Slots.InClause(t, clause) || IsUnderOther(t, match, clause)) continue;
            DateVerdict verdict = Judge(t);
            if (verdict == DateVerdict.Old && !IsSince(t)) return new StatusReading(EventStatus.Historical, t);
            if (verdict == DateVerdict.Coming && IsPresent(match)) return new StatusReading(EventStatus.Future, t);
            dated |= verdict is DateVerdict.Recent or DateVerdict.Coming;
        }

        return dated ? null : After(match, clause);
    }

    private enum DateVerdict
    {
        None,
        Recent,
        Coming,
        Old,
    }

    private DateVerdict Judge(int token)
    {
        if (dates.Latest(token) is { } latest && _published is { } published)
        {
            return latest.AddDays(BackgroundDays) <= published ? DateVerdict.Old : latest > published ? DateVerdict.Coming : DateVerdict.Recent;
        }

        if (tree.Tags[token] == PennTag.CD && Year(token) is { } year)
        {
            if (_published is { } day) return year < day.Year - 1 || (year < day.Year && day.DayOfYear > BackgroundDays) ? DateVerdict.Old : DateVerdict.Recent;
            return DateVerdict.Old;
        }

        return tree.Is(token, _words.Ago) && IsLongAgo(token) ? DateVerdict.Old : DateVerdict.None;
    }

    /// <summary>Whether the deed is told in the present tense, which with a coming date is a future: <c>meets on Friday</c>.</summary>
    private bool IsPresent(Match match) =>
        tree.Tags[match.Predicate] is PennTag.VBZ or PennTag.VBP && match.Type is not (EventType.Request or EventType.Threaten or EventType.Accuse or EventType.Agree or EventType.Reject);

    private bool IsLongAgo(int ago)
    {
        for (int c = tree.FirstChild(ago); c >= 0; c = tree.Next(c))
        {
            if (tree.IsNoun(c)) return codebook.IsCue(tree.Lemmas[c], CueClass.Noun, CueKind.Historical);
        }

        int before = ago - 1;
        return before >= 0 && tree.IsNoun(before) && codebook.IsCue(tree.Lemmas[before], CueClass.Noun, CueKind.Historical);
    }

    private int? Year(int token)
    {
        ReadOnlySpan<char> form = tree.Document.Token(token).Form;
        bool digits = form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (!digits || tree.Relations[token] == Relation.Nummod && tree.Parts[tree.Heads[token]] == Upos.NOUN) return null;
        int year = int.Parse(form, NumberStyles.None, CultureInfo.InvariantCulture);
        return year is >= 1700 and < 2100 ? year : null;
    }

    /// <summary>A date belongs to the deed unless it hangs on another noun than the trigger.</summary>
    private bool IsUnderOther(int token, Match match, int clause)
    {
        int head = tree.Heads[token];
        for (int t = head; t >= 0 && t != clause; t = tree.Heads[t])
        {
            if (t == match.Trigger) return false;
            bool argument = tree.Relations[t] is Relation.Obj or Relation.Nsubj or Relation.NsubjPass && tree.Heads[t] == clause && matcher.At(t) is null;
            if (!argument && tree.IsNoun(t) && tree.Relations[t] is not (Relation.Obl or Relation.OblUnmarked) && !IsPartOfDate(t)) return true;
        }

        return match.IsNominal && match.Args.LightVerb < 0 && !tree.IsWithin(token, match.Trigger) && match.Args.OccurrenceVerb < 0;
    }

    private bool IsPartOfDate(int token) => dates.Latest(token) is not null || tree.Relations[token] is Relation.OblUnmarked or Relation.NmodUnmarked;

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

    /// <summary>An undated deed under <c>after</c>, <c>since</c>, <c>following</c> whose main clause tells a past course, not news.</summary>
    private StatusReading? After(Match match, int clause)
    {
        int node = match.IsNominal && match.Args.LightVerb < 0 ? match.Trigger : clause;
        int marker = tree.Marker(node);
        if (marker < 0) return null;
        bool after = tree.Is(marker, _words.After) || tree.Is(marker, _words.Since) || tree.Is(marker, _words.Following);
        int main = tree.Heads[node];
        if (!after || main < 0 || !tree.IsVerb(main) || matcher.At(main) is not null) return null;
        bool course = tree.Tags[main] is PennTag.VBD or PennTag.VBN;
        return course ? new StatusReading(EventStatus.Historical, marker) : null;
    }

    private int First(int token) => tree.Document.Sentence(tree.SentenceOf[token]).First;

    private int End(int token) => tree.Document.Sentence(tree.SentenceOf[token]).End;
}

/// <summary>The resolved dates of a document, asked for by token.</summary>
public interface IEventDates
{
    /// <summary>The last day of the date expression that a token heads or stands in; null where there is none or it is open.</summary>
    DateOnly? Latest(int token);
}

/// <summary>A document without resolved dates.</summary>
public sealed class NoEventDates : IEventDates
{
    /// <summary>The only instance.</summary>
    public static NoEventDates Instance { get; } = new();

    /// <inheritdoc/>
    public DateOnly? Latest(int token) => null;
}
