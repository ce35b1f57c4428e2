using Readout.Coding.Record;

namespace Readout.Coding.Ranking;

/// <summary>All that a text says of a marked pair.</summary>
/// <param name="Accounts">The accounts of what stands between the two, those that hold first.</param>
/// <param name="Tie">Features of the bare tie: where the two join in the tree, whatever the deed. It speaks for cooperation, which most ties of people are.</param>
/// <param name="Parties">Features of who the two are.</param>
internal sealed record PairReading(List<PairAccount> Accounts, List<string> Tie, List<string> Parties)
{
    /// <summary>The features by which an account speaks for conflict or for cooperation.</summary>
    /// <param name="account">The account.</param>
    /// <param name="isConflict">Whether its type is one of conflict; who the two are then counts for it.</param>
    public IEnumerable<string> OfSide(PairAccount account, bool isConflict) => PairFeatures.OfSide(isConflict ? account.Features.Concat(Parties) : account.Features);

    /// <summary>The features by which the bare tie speaks for cooperation.</summary>
    public IEnumerable<string> OfTie => PairFeatures.OfSide(Tie);

    /// <summary>Whether a type is one of conflict, in words or in deeds.</summary>
    public static bool IsConflict(EventType type) => type.Quad() is QuadClass.VerbalConflict or QuadClass.MaterialConflict;
}
