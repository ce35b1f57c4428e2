using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Readout.Desk.Security;

/// <summary>
/// Hashes passwords as ASP.NET Core Identity does (PBKDF2, HMAC-SHA512, a salt for each), with the rounds that OWASP's Password
/// Storage Cheat Sheet asks for. Thread-safe.
/// </summary>
public static class Passwords
{
    /// <summary>A shorter password is not taken, in characters.</summary>
    public const int Least = 10;

    private const int Rounds = 210_000;
    private static readonly PasswordHasher<string> s_hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly Lazy<string> s_nobodys = new(() => Hash(Secrets.New()));

    /// <summary>The hash of a password, with its salt and parameters.</summary>
    public static string Hash(string password) => s_hasher.HashPassword("", password);

    /// <summary>Whether a password is the one that was hashed. Without a hash it takes as long and is false.</summary>
    /// <param name="hash">What <see cref="Hash"/> gave, or null where there is no account.</param>
    /// <param name="password">The password.</param>
    public static bool Fits(string? hash, string password)
    {
        PasswordVerificationResult result = s_hasher.VerifyHashedPassword("", hash ?? s_nobodys.Value, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
