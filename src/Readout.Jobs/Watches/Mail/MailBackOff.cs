namespace Readout.Jobs.Watches.Mail;

/// <summary>When a mail that was not taken is tried again: later each time, over some three days (RFC 5321, section 4.5.4.1). Pure.</summary>
public static class MailBackOff
{
    private static readonly TimeSpan[] s_waits =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8),
        TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>How often a mail is tried before it is given up.</summary>
    public static int MostAttempts => s_waits.Length + 1;

    /// <summary>When to try again; null where the mail is given up.</summary>
    /// <param name="attempts">How often it was tried, the last time included.</param>
    /// <param name="now">The present time.</param>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return attempts < MostAttempts ? now + s_waits[attempts - 1] : null;
    }
}
