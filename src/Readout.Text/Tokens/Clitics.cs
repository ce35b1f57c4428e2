namespace Readout.Text.Tokens;

/// <summary>The endings that UD English cuts off at an apostrophe.</summary>
internal static class Clitics
{
    /// <summary>Whether <paramref name="letters"/>, which follow an apostrophe, are a clitic: s, m, d, re, ve, ll.</summary>
    public static bool IsClitic(ReadOnlySpan<char> letters) => letters.Length switch
    {
        1 => (letters[0] | 0x20) is 's' or 'm' or 'd',
        2 => ((letters[0] | 0x20), (letters[1] | 0x20)) is ('r', 'e') or ('v', 'e') or ('l', 'l'),
        _ => false,
    };
}
