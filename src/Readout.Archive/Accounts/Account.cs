namespace Readout.Archive.Accounts;

/// <summary>Somebody who may sign in at the desk. Immutable.</summary>
/// <param name="Name">The name, in lower case.</param>
/// <param name="Role"><c>reader</c> or <c>editor</c>.</param>
/// <param name="Password">The password's salted hash, with its parameters.</param>
/// <param name="MadeAt">When the account was made.</param>
/// <param name="ChangedAt">When its role or password last changed.</param>
public sealed record Account(string Name, string Role, string Password, DateTimeOffset MadeAt, DateTimeOffset ChangedAt);

/// <summary>A signed-in browser. Immutable.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Role">The account's role now.</param>
/// <param name="BegunAt">When they signed in.</param>
/// <param name="SeenAt">When it was last noted that they asked for something.</param>
/// <param name="EndsAt">When it ends, whatever they do.</param>
public sealed record Session(string Account, string Role, DateTimeOffset BegunAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt);

/// <summary>What lets a program use the API. Immutable.</summary>
/// <param name="Id">Number.</param>
/// <param name="Reader">Whose: the account's name, or <c>local</c>.</param>
/// <param name="Label">What it is for, in its maker's words.</param>
/// <param name="Scopes">What it permits: <c>read</c>, <c>write</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="UsedAt">When it was last noted that it was used, or null.</param>
/// <param name="EndsAt">When it ends, or null for never.</param>
public sealed record ApiToken(
    long Id, string Reader, string Label, System.Collections.Immutable.ImmutableArray<string> Scopes, DateTimeOffset MadeAt, DateTimeOffset? UsedAt, DateTimeOffset? EndsAt);
