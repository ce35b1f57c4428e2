using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Tells old background from news: a date two weeks or more before publication, a year gone by, <c>ago</c>, years that are said to
/// lie since, an undated deed under <c>after</c> or <c>since</c>.
/// </summary>
internal sealed class PastReader(Codebook codebook, TreeIndex tree, FrameMatcher matcher, IEventDates dates)
{
    private readonly GrammarWords _words = codebook.Grammar;
    private readonly ClauseDates _dates = new(codebook, tree, matcher, dates);

    /// <summary>The reading <c>historical</c> or <c>future</c> with the words that decide; null where nothing puts the deed back or ahead.</summary>
    public StatusReading? Read(Match match)
    {
        int clause = matcher.Slots.ClauseHead(match.Trigger);
        (DateVerdict verdict, int token) = _dates.Of(match, clause);
        if (verdict == DateVerdict.Old && !IsPerfect(match) && !(IsPresent(match) && _dates.IsDayOfWeek(token))) return new StatusReading(EventStatus.Historical, token);
        if (token >= 0 && IsComing(match, verdict, token)) return new StatusReading(EventStatus.Future, token);
        if (Measured(match, clause) is { } measured) return measured;
        if (verdict != DateVerdict.None) return null;
        return Shared(match, clause) ?? After(match, clause);
    }

    /// <summary>
    /// A coming day makes what is told in the present tense a future (<c>meets on Friday</c>), and a deed in a noun that the day belongs to (<c>Friday's
    /// rally</c>, <c>called a strike for Friday</c>). In running text the present with a day of the week is its coming one.
    /// </summary>
    private bool IsComing(Match match, DateVerdict verdict, int token)
    {
        bool day = _dates.IsDayOfWeek(token) && tree.Document.Token(token).Start >= tree.Document.Article.BodyStart;
        if (IsPresent(match)) return verdict == DateVerdict.Coming || day;
        if (!match.IsNominal) return false;
        int marker = tree.Marker(token);
        bool set = match.Args.LightVerb >= 0 && marker >= 0 && tree.Forms[marker] == _words.For;
        if (set) return verdict is DateVerdict.Coming or DateVerdict.Recent || day;
        return verdict == DateVerdict.Coming && match.Args.LightVerb < 0 && tree.IsWithin(token, match.Trigger);
    }

    /// <summary>Whether the deed is told in the present tense, simple or progressive.</summary>
    private bool IsPresent(Match match)
    {
        bool occurs = match.IsNominal && match.Args.LightVerb < 0 && match.Args.OccurrenceVerb >= 0;
        if (!occurs && match.Type is EventType.Request or EventType.Threaten or EventType.Accuse or EventType.Agree or EventType.Reject) return false;
        int verb = occurs ? match.Args.OccurrenceVerb : match.Predicate;
        if (tree.Tags[verb] is PennTag.VBZ or PennTag.VBP) return true;
        return tree.Tags[verb] == PennTag.VBG && tree.Child(verb, Relation.Aux) is var aux && aux >= 0 && tree.Is(aux, _words.Be) && tree.Tags[aux] is PennTag.VBZ or PennTag.VBP;
    }

    /// <summary>The present perfect, which takes no day gone by.</summary>
    private bool IsPerfect(Match match)
    {
        int aux = tree.Child(match.Predicate, Relation.Aux);
        return aux >= 0 && tree.Is(aux, _words.Have) && tree.Tags[aux] is PennTag.VBZ or PennTag.VBP;
    }

    /// <summary>A deed after which, by the text, two weeks or more went by: <c>nine years after X annexed</c>, <c>it is ten years since</c>.</summary>
    private StatusReading? Measured(Match match, int clause)
    {
        int node = match.IsNominal && match.Args.LightVerb < 0 ? match.Trigger : clause;
        int marker = tree.Marker(node);
        if (marker <= 0 || !IsAfter(marker) || !_dates.IsLong(marker - 1)) return null;
        return new StatusReading(EventStatus.Historical, marker - 1, marker);
    }

    /// <summary>The date of the verb with which the deed's is coordinated, of the main clause of a <c>when</c>, of the day or the dated noun that a clause explains.</summary>
    private StatusReading? Shared(Match match, int clause)
    {
        if (match.IsNominal && match.Args.LightVerb < 0 || tree.Heads[clause] < 0) return null;
        int head = tree.Heads[clause];
        bool when = tree.Child(clause, Relation.Advmod) is var adverb && adverb >= 0 && tree.IsForm(adverb, "when")
            || tree.Marker(clause) is var marker && marker >= 0 && tree.IsForm(marker, "when");
        bool finite = tree.Tags[clause] is PennTag.VBD or PennTag.VBN;
        DateVerdict verdict = tree.Relations[clause] switch
        {
            Relation.Conj when finite && tree.IsVerb(head) && matcher.Reader.Subjects.Own(clause) < 0 => _dates.OfVerb(head),
            Relation.Advcl when when && finite => _dates.OfVerb(head),
            Relation.AclRelcl when when => _dates.Judge(head),
            Relation.AclRelcl when finite => _dates.OfNoun(head),
            _ => DateVerdict.None,
        };
        return verdict == DateVerdict.Old ? new StatusReading(EventStatus.Historical, head) : null;
    }

    /// <summary>An undated deed under <c>after</c>, <c>since</c>, <c>following</c> whose main clause tells a past course, not news.</summary>
    private StatusReading? After(Match match, int clause)
    {
        int node = match.IsNominal && match.Args.LightVerb < 0 ? match.Trigger : clause;
        int marker = tree.Marker(node);
        if (marker < 0 || !IsAfter(marker)) return null;
        int main = tree.Heads[node];
        if (main < 0 || !tree.IsVerb(main) || matcher.At(main) is not null || _dates.OfVerb(main) == DateVerdict.Recent) return null;
        if (marker > 0 && tree.IsNoun(marker - 1) && dates.Latest(marker - 1) is null && IsShort(marker - 1)) return null;
        bool course = tree.Tags[main] is PennTag.VBD or PennTag.VBN;
        return course ? new StatusReading(EventStatus.Historical, marker) : null;
    }

    /// <summary>Whether the noun measures a time of less than two weeks: <c>a day after</c>, <c>a week after</c>.</summary>
    private bool IsShort(int noun) => tree.IsForm(noun, "day") || tree.IsForm(noun, "days") || tree.IsForm(noun, "week") || tree.IsForm(noun, "hours") || tree.IsForm(noun, "hour");

    private bool IsAfter(int marker) => tree.Is(marker, _words.After) || tree.Is(marker, _words.Since) || tree.Is(marker, _words.Following);
}
