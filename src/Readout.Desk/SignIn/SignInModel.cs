using System.Collections.Immutable;
using Readout.Archive.Accounts;

namespace Readout.Desk.SignIn;

/// <summary>The form with which one signs in. Immutable.</summary>
/// <param name="Name">The name that was given before, or null.</param>
/// <param name="To">The page to which it leads: a path of this desk.</param>
/// <param name="Fault">What was wrong, or null.</param>
public sealed record SignInModel(string? Name, string To, string? Fault);

/// <summary>One's own account and tokens. Immutable.</summary>
/// <param name="Name">Who one is.</param>
/// <param name="Role">What one may do, in a word.</param>
/// <param name="HasPassword">Whether one signed in.</param>
/// <param name="Tokens">The tokens that one made.</param>
/// <param name="Made">The secret of the token that was made just now: shown this once; else null.</param>
/// <param name="Said">What was done or was wrong, or null.</param>
public sealed record AccountModel(string Name, string Role, bool HasPassword, ImmutableArray<ApiToken> Tokens, string? Made, string? Said);
