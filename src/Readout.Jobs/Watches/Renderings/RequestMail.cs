using System.Globalization;
using MimeKit;
using MimeKit.Text;
using Readout.Archive.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>The mail that asks an address whether it wants the briefs of a watch: plain text with one link. Pure.</summary>
public static class RequestMail
{
    /// <summary>The mail; the same request is the same mail, Message-ID included.</summary>
    /// <param name="request">Who asked, and for which address.</param>
    /// <param name="watch">The watch.</param>
    /// <param name="settings">Sender and desk.</param>
    /// <exception cref="FormatException">An address is none.</exception>
    public static MimeMessage Write(WatchRequest request, Watch watch, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(settings);
        MailboxAddress from = MailAddresses.Parse(settings.From);
        Uri confirm = BriefLinks.Of(settings.Desk.AbsoluteUri).Confirm(request.Key)!;
        MimeMessage message = new()
        {
            Subject = $"Please confirm: briefs of “{watch.Name}”",
            Date = request.AskedAt,
            MessageId = $"confirm-{request.Id.ToString(CultureInfo.InvariantCulture)}-{request.AskedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}@{from.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = Text(watch, confirm, settings.Desk), ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        message.From.Add(from);
        message.To.Add(MailAddresses.Parse(request.Address));
        // Programs that answer mail by themselves leave it alone (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static string Text(Watch watch, Uri confirm, Uri desk) => $"""
        Somebody at {desk.Host}, most likely you, asked for the briefs of “{watch.Name}” to be mailed to this address.

        To get them, open this page and press the button; it can be done for {RequestStore.Lasts.TotalDays.ToString("0", CultureInfo.InvariantCulture)} days:
        {confirm.AbsoluteUri}

        If it was not you, do nothing: without that, nothing more is sent. Each brief has a link by which it is left again.

        """;
}
