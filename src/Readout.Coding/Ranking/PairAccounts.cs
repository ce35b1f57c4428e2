using System.Collections.Immutable;
using Readout.Coding.Codebooks;
using Readout.Coding.Events;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Ranking;

/// <summary>
/// Finds every account of what stands between two marked phrases: the frames that hold, those that come near on words without one,
/// and verbs without a frame that link the two. Immutable; one instance may serve many threads.
/// </summary>
/// <param name="codebook">Finds the accounts.</param>
internal sealed class PairAccounts(Codebook codebook)
{
    private readonly TieFeatures _ties = new(codebook);

    /// <summary>All accounts of a pair, those that hold first, then those that come nearest, and its bare tie. An implicit phrase is given as an empty span.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="parties">Its actors.</param>
    /// <param name="source">Who acts.</param>
    /// <param name="target">Who is acted upon.</param>
    public PairReading Of(Document document, IPartySource parties, TextSpan source, TextSpan target)
    {
        int sourceHead = Head(document, source), targetHead = Head(document, target);
        MarkedParties marked = new(document, parties, sourceHead, targetHead);
        DocumentCoder coder = new(codebook, document, marked, NoEventDates.Instance, Happenings.None, false);
        PairPath path = new(coder.Tree, sourceHead, targetHead);
        List<PairAccount> accounts = [];
        foreach (Match match in coder.Matches()) accounts.Add(Account(match, held: true, path, sourceHead, targetHead, coder));
        foreach (Match match in coder.NearMatches()) accounts.Add(Account(match, held: false, path, sourceHead, targetHead, coder));
        BareLinks(coder, sourceHead, targetHead, accounts);
        PairFeatures.Compare(accounts);
        return new PairReading(accounts, TieFeatures.Of(path, coder.Tree, accounts), _ties.Parties(coder.Tree, parties, sourceHead, targetHead));
    }

    private PairAccount Account(Match match, bool held, PairPath path, int source, int target, DocumentCoder coder)
    {
        TreeIndex tree = coder.Tree;
        return new PairAccount
        {
            Type = match.Type,
            Held = held,
            Frame = match.Frame.Name,
            Mode = match.Mode,
            Status = match.Status.Status,
            IsConditional = match.Status.Conditional,
            Cameo = FrameCameo.Of(match, codebook, ImmutableArray<string>.Empty),
            Trigger = Lemma(tree, match.Trigger),
            Predicate = match.Predicate,
            Object = match.Args.Object < 0 ? null : Lemma(tree, match.Args.Object),
            Purpose = match.Args.Infinitive < 0 ? null : coder.Matcher.At(match.Args.Infinitive)?.Type,
            IsExecutive = match.Frame.Contexts.Contains("executive"),
            IsAgainst = target >= 0 && tree.Marker(target) is var marker and >= 0 && tree.IsForm(marker, "against"),
            Links = PairFeatures.Links(match),
            Reaches = PairFeatures.Reaches(match),
            Features = PairFeatures.Of(match, held, Near(tree, match.Predicate, source), Near(tree, match.Predicate, target), path.Where(match.Predicate), tree),
        };
    }

    private static string Lemma(TreeIndex tree, int token) =>
        tree.Lemmas[token] is var word and >= 0 ? tree.Words[word] : tree.Document.Token(token).Lemma.ToLowerInvariant();

    /// <summary>Verbs without a frame whose subject is the one phrase and whose object or prepositional phrase is the other.</summary>
    private void BareLinks(DocumentCoder coder, int source, int target, List<PairAccount> accounts)
    {
        TreeIndex tree = coder.Tree;
        for (int t = 0; t < tree.Count && source >= 0 && target >= 0; t++)
        {
            if (!tree.IsVerb(t) || tree.Parts[t] == Upos.AUX || coder.Matcher.At(t) is not null) continue;
            Arguments args = coder.Matcher.Reader.Verb(t);
            if (!(args.Subject == source && Receives(args, target)) && !(args.Subject == target && Receives(args, source))) continue;
            bool speaks = codebook.IsCue(tree.Lemmas[t], CueClass.Verb, CueKind.Speech);
            accounts.Add(new PairAccount { Type = EventType.Consult, IsTold = speaks, Links = true, Features = PairFeatures.OfBareLink(Near(tree, t, source), Near(tree, t, target), speaks) });
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

    /// <summary>The token that heads a span: the one whose head lies outside it, the first such that is no punctuation.</summary>
    private static int Head(Document document, TextSpan span)
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
}
