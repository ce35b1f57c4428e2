using Readout.Coding.Codebooks;
using Readout.Coding.Ranking;
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
/// Codes the relation between two marked phrases of a text: of the frames that hold and those that come near, the one that the
/// ranker takes. Always answers. Immutable; one instance may serve many threads.
/// </summary>
public sealed class RelationCoder
{
    /// <summary>Confidence in percent where no word of the text leans to any type.</summary>
    private const int NoneConfidence = 25;

    /// <summary>Of the shares by which the answer is taken.</summary>
    private const double ShareUnit = 1 << 30;

    private readonly Codebook _codebook;
    private readonly Ranker _ranker;

    /// <summary>Makes a coder.</summary>
    /// <param name="codebook">Finds the accounts.</param>
    /// <param name="ranker">Decides between them.</param>
    public RelationCoder(Codebook codebook, Ranker ranker)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(ranker);
        (_codebook, _ranker) = (codebook, ranker);
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
        (List<PairCandidate> candidates, DocumentCoder coder) = Candidates(document, parties, source, target);
        if (candidates.Count == 0) return Answer(EventType.Consult, "none", NoneConfidence / 100.0);
        int[] scores = [.. candidates.Select(candidate => _ranker.Score(candidate.Features))];
        EventType[] types = [.. candidates.Select(candidate => candidate.Match is { } match ? TypeOf(match, coder.Tree, coder.Matcher) : candidate.Type)];
        int best = Best(scores, types);

        return Answer(types[best], candidates[best].Match?.Frame.Name ?? "none", _ranker.Probability(Trust(candidates, types, types[best])));
    }

    /// <summary>All accounts of a pair, those that hold first, then those that come nearest.</summary>
    internal (List<PairCandidate> Candidates, DocumentCoder Coder) Candidates(Document document, IPartySource parties, TextSpan source, TextSpan target)
    {
        int sourceHead = Head(document, source), targetHead = Head(document, target);
        MarkedParties marked = new(document, parties, sourceHead, targetHead);
        DocumentCoder coder = new(_codebook, document, marked, NoEventDates.Instance, Happenings.None, false);
        List<PairCandidate> candidates = [];
        foreach (Match match in coder.Matches()) candidates.Add(Candidate(match, held: true, sourceHead, targetHead, coder.Tree));
        foreach (Match match in coder.NearMatches()) candidates.Add(Candidate(match, held: false, sourceHead, targetHead, coder.Tree));
        BareLinks(coder, sourceHead, targetHead, candidates);
        PairFeatures.Compare(candidates);
        return (candidates, coder);
    }

    /// <summary>Verbs without a frame whose subject is the one phrase and whose object or prepositional phrase is the other.</summary>
    private void BareLinks(DocumentCoder coder, int source, int target, List<PairCandidate> candidates)
    {
        TreeIndex tree = coder.Tree;
        for (int t = 0; t < tree.Count && source >= 0 && target >= 0; t++)
        {
            if (!tree.IsVerb(t) || tree.Parts[t] == Upos.AUX || coder.Matcher.At(t) is not null) continue;
            Arguments args = coder.Matcher.Reader.Verb(t);
            if (!(args.Subject == source && Receives(args, target)) && !(args.Subject == target && Receives(args, source))) continue;
            bool speaks = _codebook.IsCue(tree.Lemmas[t], CueClass.Verb, CueKind.Speech);
            candidates.Add(new PairCandidate(null, EventType.Consult, false, PairFeatures.OfBareLink(Near(tree, t, source), Near(tree, t, target), speaks)));
        }
    }

    private static bool Receives(Arguments args, int party)
    {
        if (args.Object == party || args.IndirectObject == party) return true;
        foreach ((_, int token) in args.Phrases)
        {
            if (token == party) return true;
        }

        return false;
    }

    private static PairCandidate Candidate(Match match, bool held, int source, int target, TreeIndex tree) =>
        new(match, match.Type, held, PairFeatures.Of(match, held, Near(tree, match.Predicate, source), Near(tree, match.Predicate, target), tree));

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

    /// <summary>Steps in the tree between two tokens, at most 12; -1 where one is not there.</summary>
    private static int Near(TreeIndex tree, int from, int to)
    {
        if (to < 0) return -1;
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
        bool toCome = match.Status.Status == EventStatus.Future || match.Status is { Status: EventStatus.Hypothetical, Conditional: true };
        if (match.Type.Quad() == QuadClass.MaterialConflict && toCome) return EventType.Threaten;
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

    /// <summary>The share of a type among all accounts and the one that none is right, by the exponentials of what can be trusted in each.</summary>
    private double Trust(List<PairCandidate> candidates, EventType[] types, EventType answer)
    {
        double all = Math.Exp(_ranker.Score(PairFeatures.OfNone(candidates)) / 1000.0), right = 0;
        for (int k = 0; k < candidates.Count; k++)
        {
            double share = Math.Exp(_ranker.Score(PairFeatures.OfTrust(candidates[k])) / 1000.0);
            all += share;
            if (Root(types[k]) == Root(answer)) right += share;
        }

        return right / all;
    }

    /// <summary>
    /// The answer's place: first conflict or cooperation, then the type, then the account, each by the sums of the accounts' shares, in whole
    /// numbers so that every processor decides alike.
    /// </summary>
    private static int Best(int[] scores, EventType[] types)
    {
        int top = scores.Max();
        long[] shares = [.. scores.Select(score => (long)Math.Round(Math.Exp((score - top) / 1000.0) * ShareUnit))];
        long Sum(Func<EventType, bool> counts) => shares.Where((_, k) => counts(types[k])).Sum();
        bool conflict = Sum(IsConflict) >= Sum(type => !IsConflict(type));
        int best = -1;
        (long Type, long Account) most = default;
        for (int k = 0; k < scores.Length; k++)
        {
            if (IsConflict(types[k]) != conflict) continue;
            (long Type, long Account) value = (Sum(type => Root(type) == Root(types[k])), shares[k]);
            if (best < 0 || value.CompareTo(most) > 0) (best, most) = (k, value);
        }

        return best;
    }

    private static bool IsConflict(EventType type) => type.Quad() is QuadClass.VerbalConflict or QuadClass.MaterialConflict;

    private static string Root(EventType type) => type is EventType.Concede or EventType.Retreat ? "YIELD" : type.Spelt();

    private static RelationCoding Answer(EventType type, string frame, double confidence)
    {
        string root = Root(type);
        return new RelationCoding(root, root == "YIELD" ? 2 : (int)type.Quad() + 1, frame, confidence);
    }
}
