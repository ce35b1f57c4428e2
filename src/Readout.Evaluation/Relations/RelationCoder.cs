using Readout.Coding.Codebooks;
using Readout.Coding.Events;
using Readout.Coding.Ranking;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Evaluation.Relations;

/// <summary>
/// Answers marked pairs as their gold standard has it: the ranker weighs all that the text says of the two for conflict and for cooperation, then takes
/// one of the frames that hold or come near on that side, its type by the roots of CAMEO. Always answers. Immutable; one instance may serve many threads.
/// </summary>
public sealed class RelationCoder
{
    /// <summary>Confidence in percent where no word of the text leans to any type.</summary>
    private const int NoneConfidence = 25;

    /// <summary>Of the shares by which the answer is taken.</summary>
    private const double ShareUnit = 1 << 30;

    private readonly PairAccounts _accounts;
    private readonly Ranker _ranker;

    /// <summary>Makes a coder.</summary>
    /// <param name="codebook">Finds the accounts.</param>
    /// <param name="ranker">Decides between them.</param>
    public RelationCoder(Codebook codebook, Ranker ranker)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(ranker);
        (_accounts, _ranker) = (new PairAccounts(codebook), ranker);
    }

    /// <summary>Codes one pair. An implicit phrase is given as an empty span.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="parties">Its actors.</param>
    /// <param name="source">Who acts.</param>
    /// <param name="target">Who is acted upon.</param>
    public RelationAnswer Code(Document document, IPartySource parties, TextSpan source, TextSpan target)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parties);
        PairReading reading = _accounts.Of(document, parties, source, target);
        List<PairAccount> accounts = reading.Accounts;
        if (accounts.Count == 0) return RelationAnswer.Of(EventType.Consult, "none", NoneConfidence / 100.0);
        EventType[] types = [.. accounts.Select(TypeOf)];
        int best = Contact(accounts) is >= 0 and int contact ? contact : Best(accounts, types, IsConflict(reading, types));
        EventType type = best < 0 ? EventType.Consult : types[best];
        return RelationAnswer.Of(type, best < 0 ? "tie" : accounts[best].Frame, _ranker.Probability(Trust(accounts, types, type)));
    }

    /// <summary>What only says that one of the two spoke to the other, where no frame that holds links them; -1 where nothing does.</summary>
    private static int Contact(List<PairAccount> accounts) =>
        accounts.Exists(account => account is { Held: true, Links: true }) ? -1 : accounts.FindIndex(account => account.IsTold);

    /// <summary>
    /// The type as this task has it, what is done by a call rather than the call itself: the root of the CAMEO code, which parts some deeds
    /// otherwise than PLOVER (a verdict is disapproval, a blockade fighting); attacks on computers are attacks; conflict to come is a threat, and
    /// who asks for measures against somebody blames him. An office that ends is yielding, whoever ends it (083). A bare coming deed of yielding
    /// is a promise, and cooperation that is denied or will not be is a rejection.
    /// </summary>
    private static EventType TypeOf(PairAccount account)
    {
        if (account.Trigger is null) return account.Type;
        if (account is { Type: EventType.Concede, Status: EventStatus.Future }) return EventType.Agree;
        if (account is { Type: EventType.Consult, Purpose: EventType.Support }) return EventType.Support;
        if (account is { Type: EventType.Request, IsAgainst: true }) return EventType.Accuse;
        bool toCome = account.Status == EventStatus.Future || account is { Status: EventStatus.Hypothetical, IsConditional: true };
        if (account.Type.Quad() == QuadClass.MaterialConflict && toCome) return EventType.Threaten;
        bool cooperative = account.Type.Quad() is QuadClass.VerbalCooperation or QuadClass.MaterialCooperation;
        if (cooperative && account.Status == EventStatus.Negated) return EventType.Reject;
        if (account is { Type: EventType.Coerce, Mode: "cyber" }) return EventType.Assault;
        if (account is { Type: EventType.Sanction, Mode: "expel", IsExecutive: true }) return EventType.Retreat;
        if (account.Type == EventType.Sanction && Imposes(account)) return EventType.Coerce;
        return CameoRoot.TypeOf(account.Cameo) ?? account.Type;
    }

    /// <summary>Sanctions by name count as administrative ones in this task (CAMEO 172), embargoes and boycotts do not (163).</summary>
    private static bool Imposes(PairAccount account) => account.Mode == "discontinue" && (account.Trigger == "sanction" || account.Object == "sanction");

    /// <summary>The share of a type among all accounts and the one that none is right, by the exponentials of what can be trusted in each.</summary>
    private double Trust(List<PairAccount> accounts, EventType[] types, EventType answer)
    {
        double all = Math.Exp(_ranker.Score(PairFeatures.OfNone(accounts)) / 1000.0), right = 0;
        for (int k = 0; k < accounts.Count; k++)
        {
            double share = Math.Exp(_ranker.Score(PairFeatures.OfTrust(accounts[k])) / 1000.0);
            all += share;
            if (PloverRoot.Of(types[k]) == PloverRoot.Of(answer)) right += share;
        }

        return right / all;
    }

    /// <summary>
    /// Conflict or cooperation, by the sums of the accounts' shares; the bare tie speaks for cooperation. In whole numbers, so that every
    /// processor decides alike.
    /// </summary>
    private bool IsConflict(PairReading reading, EventType[] types)
    {
        bool[] conflicts = [.. types.Select(PairReading.IsConflict)];
        long[] shares = Shares([.. reading.Accounts.Select((account, k) => _ranker.Score(reading.OfSide(account, conflicts[k]))), _ranker.Score(reading.OfTie)]);
        long conflict = 0, all = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            all += shares[k];
            if (k < conflicts.Length && conflicts[k]) conflict += shares[k];
        }

        return conflict * 2 >= all;
    }

    /// <summary>The answer's place: among the accounts of its side first the type, then the account, by the sums of shares; -1 where the side has none.</summary>
    private int Best(List<PairAccount> accounts, EventType[] types, bool conflict)
    {
        long[] shares = Shares([.. accounts.Select(account => _ranker.Score(account.Features))]);
        int best = -1;
        (long Type, long Account) most = default;
        for (int k = 0; k < shares.Length; k++)
        {
            if (PairReading.IsConflict(types[k]) != conflict) continue;
            (long Type, long Account) value = (shares.Where((_, i) => PloverRoot.Of(types[i]) == PloverRoot.Of(types[k])).Sum(), shares[k]);
            if (best < 0 || value.CompareTo(most) > 0) (best, most) = (k, value);
        }

        return best;
    }

    private static long[] Shares(int[] scores)
    {
        int top = scores.Max();
        return [.. scores.Select(score => (long)Math.Round(Math.Exp((score - top) / 1000.0) * ShareUnit))];
    }
}
