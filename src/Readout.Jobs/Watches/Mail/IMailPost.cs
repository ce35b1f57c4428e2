using MimeKit;

namespace Readout.Jobs.Watches.Mail;

/// <summary>What carries mail to a server. For one mail at a time.</summary>
public interface IMailPost : IAsyncDisposable
{
    /// <summary>Makes ready to send; nothing where it is ready.</summary>
    /// <exception cref="MailException">The server cannot be reached, or does not let one in.</exception>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Sends a mail; when this returns, a server has taken it.</summary>
    /// <exception cref="MailException">It was not taken.</exception>
    Task SendAsync(MimeMessage message);
}

/// <summary>Why a mail was not taken.</summary>
/// <param name="message">What is wrong, in a line.</param>
/// <param name="isForGood">Whether to try again would not help.</param>
/// <param name="cause">The error underneath, or null.</param>
public sealed class MailException(string message, bool isForGood, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether to try again would not help.</summary>
    public bool IsForGood { get; } = isForGood;
}
