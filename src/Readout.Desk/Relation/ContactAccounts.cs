using System.Collections.Immutable;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>A meeting or call of two sides, and who of them tells of it. Immutable.</summary>
/// <param name="Happening">Number of the happening.</param>
/// <param name="Level">leader, minister, official, expert or unknown.</param>
/// <param name="Reports">How many reports there are of it.</param>
/// <param name="FirstTells">Whether somebody of the first side, or a source of its own, tells of it.</param>
/// <param name="SecondTells">The same of the second side.</param>
/// <param name="Event">The report that tells it first.</param>
public sealed record ContactLine(long Happening, string Level, int Reports, bool FirstTells, bool SecondTells, EventLineModel Event);

/// <summary>Both sides' accounts of one meeting or call, side by side. Immutable.</summary>
/// <param name="Contact">The meeting or call.</param>
/// <param name="First">What the first side says.</param>
/// <param name="Second">What the second side says.</param>
/// <param name="Shared">What both say: type and deed, as <see cref="AccountClaim.What"/> spells it.</param>
public sealed record BothAccounts(ContactLine Contact, SideAccount First, SideAccount Second, ImmutableArray<string> Shared);

/// <summary>What one side says of a meeting or call. Immutable.</summary>
/// <param name="Side">The side.</param>
/// <param name="Sources">The articles that bring it, each once.</param>
/// <param name="Quotes">What its people say.</param>
/// <param name="Claims">What it tells as events: those that only this side tells first.</param>
public sealed record SideAccount(RelationSide Side, ImmutableArray<ArticleLine> Sources, ImmutableArray<QuoteLine> Quotes, ImmutableArray<AccountClaim> Claims)
{
    /// <summary>Whether the side says nothing in what was read.</summary>
    public bool IsSilent => Quotes.IsEmpty && Claims.IsEmpty;
}

/// <summary>Something that a side tells of a meeting or call. Immutable.</summary>
/// <param name="What">Type, deed and status: <c>REQUEST RETREAT</c>, <c>AGREE AID (negated)</c>.</param>
/// <param name="IsOnlyHere">Whether the other side does not tell it.</param>
/// <param name="IsContradicted">Whether the other side tells that it was not so, or this side denies what the other tells.</param>
/// <param name="Event">The event, with its sentence.</param>
public sealed record AccountClaim(string What, bool IsOnlyHere, bool IsContradicted, EventLineModel Event);
