using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>What stands between two marked phrases.</summary>
/// <param name="Root">One of fifteen types; <c>YIELD</c> stands for CONCEDE and RETREAT.</param>
/// <param name="Penta">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Frame">The frame that decided, or <c>none</c>.</param>
/// <param name="Confidence">Probability that the root is right, 0 to 1.</param>
public sealed record RelationCoding(string Root, int Penta, string Frame, double Confidence);

/// <summary>
/// Codes the relation between two marked phrases of a text: the frame that links them best; where none does, the
/// linear ranker. Always answers. Immutable; one instance may serve many threads.
/// </summary>
public sealed class RelationCoder
{
    /// <summary>What it costs that a frame's conditions fail, in the units of the link.</summary>
    private const int NearMiss = 20 * 64;

    private readonly Codebook _codebook;

    /// <summary>Makes a coder.</summary>
    public RelationCoder(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        _codebook = codebook;
    }

    /// <summary>Codes one pair. An implicit phrase is given as an empty span.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="parties">Its actors.</param>
    /// <param name="source">Who acts.</param>
    /// <param name="target">Who is acted upon.</param>
    public RelationCoding Code(Document document, IPartySource parties, TextSpan source, TextSpan target)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parties);
        int sourceHead = Head(document, source);
        int targetHead = Head(document, target);
        MarkedParties marked = new(document, parties, sourceHead, targetHead);
        DocumentCoder coder = new(_codebook, document, marked, NoEventDates.Instance, Happenings.None);
        Match? best = null;
        int most = int.MinValue;
        foreach (Match match in coder.Matches())
        {
            int score = Link(match, sourceHead, targetHead, coder.Tree);
            if (score <= most) continue;
            most = score;
            best = match;
        }

        foreach (Match match in coder.NearMatches())
        {
            int score = Link(match, sourceHead, targetHead, coder.Tree) - NearMiss;
            if (score <= most) continue;
            most = score;
            best = match;
        }

        return best is null ? Answer(EventType.Consult, "none", 0.15) : Answer(TypeOf(best, coder.Tree, coder.Matcher), best.Frame.Name, Confidence(best, most));
    }

    /// <summary>The token that heads a span: the one whose head lies outside it, the first such that is no punctuation.</summary>
    internal static int Head(Document document, TextSpan span)
    {
        if (span.IsEmpty) return -1;
        int first = document.TokenAtOrAfter(span.Start);
        for (int t = first; t < document.TokenCount && document.Token(t).Start < span.End; t++)
        {
            Token token = document.Token(t);
            if (token.Upos is Upos.PUNCT or Upos.ADP or Upos.DET) continue;
            if (token.IsRoot || token.Head.Start < span.Start || token.Head.Start >= span.End) return t;
        }

        return first < document.TokenCount ? first : -1;
    }

    /// <summary>How well a match links the marked phrases: parties first, then nearness in the tree, then specificity.</summary>
    private static int Link(Match match, int source, int target, TreeIndex tree)
    {
        bool acts = match.Actors.Contains(MarkedParties.Source);
        bool suffers = match.Recipients.Contains(MarkedParties.Target);
        bool mutual = match.Actors.Contains(MarkedParties.Target);
        bool reversed = match.Recipients.Contains(MarkedParties.Source);
        int score = (acts ? 50 : 0) + (suffers ? 40 : 0) + (mutual && acts ? 35 : mutual ? 15 : 0) + (reversed ? 15 : 0);
        if (match.ConsumedBy is not null) score -= 60;
        if (match.IsNominal && match.Args.LightVerb < 0) score -= 10;
        score -= Near(tree, match.Predicate, source) + Near(tree, match.Predicate, target);
        return score * 64 + Math.Clamp(match.Score, -20, 43);
    }

    /// <summary>Steps in the tree between two tokens, at most 12; 6 where one is not there.</summary>
    private static int Near(TreeIndex tree, int from, int to)
    {
        if (to < 0) return 6;
        int steps = 0;
        for (int up = from; up >= 0; up = tree.Heads[up], steps++)
        {
            int down = 0;
            for (int other = to; other >= 0; other = tree.Heads[other], down++)
            {
                if (other == up) return Math.Min(steps + down, 12);
            }
        }

        return 12;
    }

    /// <summary>
    /// The type as this task has it, what is done by a call rather than the call itself: the root of the CAMEO code, which parts some deeds otherwise than PLOVER (a verdict
    /// is disapproval, a blockade fighting); attacks on computers are attacks; conflict to come is a threat. A bare coming deed of yielding is a promise, and cooperation that is denied
    /// or will not be is a rejection.
    /// </summary>
    private EventType TypeOf(Match match, TreeIndex tree, FrameMatcher matcher)
    {
        if (match.Type == EventType.Concede && match.Status.Status == EventStatus.Future) return EventType.Agree;
        if (match is { Type: EventType.Consult, Args.Infinitive: >= 0 } && matcher.At(match.Args.Infinitive) is { Type: EventType.Support } purpose) return purpose.Type;
        if (match.Type.Quad() == QuadClass.MaterialConflict && match.Status.Status == EventStatus.Future) return EventType.Threaten;
        bool cooperative = match.Type.Quad() is QuadClass.VerbalCooperation or QuadClass.MaterialCooperation;
        if (cooperative && match.Status.Status == EventStatus.Negated) return EventType.Reject;
        if (match is { Type: EventType.Coerce, Mode: "cyber" }) return EventType.Assault;
        if (match.Type == EventType.Sanction && Imposes(match, tree)) return EventType.Coerce;
        return CameoRoot.TypeOf(FrameCameo.Of(match, _codebook, [])) ?? match.Type;
    }

    /// <summary>Sanctions by name count as administrative ones in this task (CAMEO 172), embargoes and boycotts do not (163).</summary>
    private bool Imposes(Match match, TreeIndex tree)
    {
        int word = _codebook.Words.Find("sanction");
        return match.Mode == "discontinue" && (tree.Is(match.Trigger, word) || match.Args.Object >= 0 && tree.Is(match.Args.Object, word));
    }

    private static double Confidence(Match match, int link) =>
        Math.Clamp(30 + (link / 64 * 4 / 10) + Math.Min(match.Score, 24), 10, 95) / 100.0;

    private static RelationCoding Answer(EventType type, string frame, double confidence)
    {
        bool yields = type is EventType.Concede or EventType.Retreat;
        return new RelationCoding(yields ? "YIELD" : type.Spelt(), yields ? 2 : (int)type.Quad() + 1, frame, confidence);
    }
}
