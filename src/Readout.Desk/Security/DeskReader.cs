namespace Readout.Desk.Security;

/// <summary>What somebody at the desk may do.</summary>
public enum DeskRole
{
    /// <summary>Nothing: not signed in.</summary>
    None,

    /// <summary>Read, and keep notes and watches of one's own.</summary>
    Reader,

    /// <summary>Also correct, approve, and add sources.</summary>
    Editor,
}

/// <summary>Who is at the desk. Immutable.</summary>
/// <param name="Name">The account's name; <c>local</c> on a desk that only its own machine can reach and that has no password.</param>
/// <param name="Role">What they may do.</param>
public sealed record DeskReader(string Name, DeskRole Role)
{
    /// <summary>Whoever uses a desk without a password, from the machine itself.</summary>
    public static DeskReader Local { get; } = new("local", DeskRole.Editor);

    /// <summary>Nobody: not signed in.</summary>
    public static DeskReader Nobody { get; } = new("", DeskRole.None);

    /// <summary>Whether they may change anything at all; false for a program whose token only reads.</summary>
    public bool MayWrite { get; init; } = true;

    /// <summary>Whether they may correct, approve and add.</summary>
    public bool IsEditor => Role == DeskRole.Editor && MayWrite;
}

/// <summary>Who asks.</summary>
public static class DeskReaderExtensions
{
    private static readonly object s_key = new();
    private static readonly object s_token = new();

    /// <summary>Who sent the request; <see cref="Security.DeskReader.Nobody"/> before that is known.</summary>
    public static DeskReader DeskReader(this HttpContext context) => context.Items[s_key] as DeskReader ?? Security.DeskReader.Nobody;

    /// <summary>Whether the request brought a token of the API: it comes from a program, not from a page in a browser.</summary>
    internal static bool BroughtToken(this HttpContext context) => context.Items.ContainsKey(s_token);

    internal static void SetBroughtToken(this HttpContext context) => context.Items[s_token] = s_token;

    internal static void SetDeskReader(this HttpContext context, DeskReader reader) => context.Items[s_key] = reader;
}
