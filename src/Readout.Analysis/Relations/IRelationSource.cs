using System.Collections.Immutable;

namespace Readout.Analysis.Relations;

/// <summary>Where the happenings of a relation come from. Thread safety is the implementation's.</summary>
public interface IRelationSource
{
    /// <summary>All happenings of the pair that have happened (status actual) and have a day, in any order; two of one number are one.</summary>
    RelationHistory Read(RelationPair pair);

    /// <summary>Whether any article published between two days, inclusive, was read, of whatever matter.</summary>
    bool HasRead(DateOnly from, DateOnly to);

    /// <summary>What the reports say of some happenings, in the order of <paramref name="ids"/>; unknown ones are left out.</summary>
    ImmutableArray<RelationAccount> Describe(IReadOnlyList<long> ids);

    /// <summary>Meetings of the pair that are ahead on a day: not before it, and neither held, refused nor cancelled; the nearest first.</summary>
    ImmutableArray<MeetingAhead> MeetingsAhead(RelationPair pair, DateOnly day, int limit);
}

/// <summary>What was read of a pair. Immutable.</summary>
/// <param name="Events">Its happenings.</param>
/// <param name="Undated">How many happenings have neither a date nor a day of publication, and are in no series.</param>
public sealed record RelationHistory(ImmutableArray<RelationEvent> Events, int Undated)
{
    /// <summary>Nothing is known of the pair.</summary>
    public static RelationHistory Empty { get; } = new([], 0);
}

/// <summary>How a report tells a happening.</summary>
/// <param name="Id">The happening's number.</param>
/// <param name="Key">Key of the reported event, by which its article is found.</param>
/// <param name="Day">When it happened.</param>
/// <param name="Type">PLOVER type as spelt: <c>CONSULT</c>.</param>
/// <param name="Mode">PLOVER mode, or null.</param>
/// <param name="Sentence">The sentence that tells it.</param>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Source">The publisher, or null.</param>
/// <param name="Title">The article's title, or null.</param>
/// <param name="Url">The article's address, or null.</param>
/// <param name="Reports">How many reports there are of it.</param>
public sealed record RelationAccount(
    long Id, string Key, DateOnly Day, string Type, string? Mode, string Sentence, string Article, string? Source, string? Title, string? Url, int Reports);

/// <summary>A meeting that is to come.</summary>
/// <param name="From">First day that it may fall on.</param>
/// <param name="To">Last day, or null where open.</param>
/// <param name="State">proposed, planned, confirmed or postponed.</param>
/// <param name="Level">At which level.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Parties">Who takes part, by name.</param>
/// <param name="Article">Identifier of the article that tells it.</param>
/// <param name="Published">Its day of publication, or null.</param>
public sealed record MeetingAhead(
    DateOnly From, DateOnly? To, string State, ContactLevel Level, string? Place, ImmutableArray<string> Parties, string Article, DateOnly? Published);
