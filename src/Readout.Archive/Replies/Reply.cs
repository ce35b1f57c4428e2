namespace Readout.Archive.Replies;

/// <summary>How a reply stands.</summary>
public enum ReplyState
{
    /// <summary>An editor has not looked at it yet.</summary>
    Waiting,

    /// <summary>All readers see it.</summary>
    Approved,

    /// <summary>An editor decided that nobody sees it.</summary>
    Refused,
}

/// <summary>What a reader replies to an article. Immutable.</summary>
public sealed record Reply
{
    /// <summary>Longest reply, in UTF-16 code units.</summary>
    public const int Longest = 4_000;

    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Longest mail address (RFC 5321, section 4.5.3.1.3, without the angle brackets).</summary>
    public const int LongestAddress = 254;

    /// <summary>Number in the archive.</summary>
    public long Id { get; init; }

    /// <summary>Number of the article.</summary>
    public required long Article { get; init; }

    /// <summary>The name that is shown.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address, for the editors alone; no page and no answer of the API shows it.</summary>
    public required string Email { get; init; }

    /// <summary>What is replied.</summary>
    public required string Body { get; init; }

    /// <summary>The account that sent it.</summary>
    public required string SentBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>How it stands.</summary>
    public ReplyState State { get; init; }

    /// <summary>Who decided, or null.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>What is wrong with what somebody wants to send, in words for them; null where nothing is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="email">The address.</param>
    /// <param name="body">The reply.</param>
    public static string? Problem(string name, string email, string body)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(body);
        if (string.IsNullOrWhiteSpace(name)) return "Give a name.";
        if (name.Length > LongestName || name.Any(char.IsControl)) return FormattableString.Invariant($"Give a name of at most {LongestName} characters.");
        if (!IsAddress(email)) return "Give a mail address.";
        if (string.IsNullOrWhiteSpace(body)) return "Write a reply.";
        return body.Length > Longest ? FormattableString.Invariant($"The reply is {body.Length} characters long; {Longest} are taken.") : null;
    }

    // One @ with something on both sides and no blanks: whether mail arrives there, only sending tells.
    private static bool IsAddress(string email) =>
        email.Length <= LongestAddress && !email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>')
        && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == email.LastIndexOf('@') && email.Length - at > 3 && email.IndexOf('.', at) > at + 1 && email[^1] != '.';
}
