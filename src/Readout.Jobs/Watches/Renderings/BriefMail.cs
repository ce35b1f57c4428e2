using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using Readout.Analysis.Watches;
using Readout.Archive.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>
/// A brief as a mail to one reader: multipart/alternative of text and HTML, one-click unsubscribe (RFC 8058). The same brief to the same
/// reader is the same mail, Message-ID included, however often it is made.
/// </summary>
public static class BriefMail
{
    /// <summary>The mail.</summary>
    /// <param name="mail">Which brief goes to whom.</param>
    /// <param name="brief">The brief.</param>
    /// <param name="settings">Sender and desk.</param>
    /// <exception cref="FormatException">An address is none.</exception>
    public static MimeMessage Write(WatchMail mail, Brief brief, MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(settings);
        MailboxAddress from = MailAddresses.Parse(settings.From);
        BriefLinks links = BriefLinks.Of(settings.Desk.AbsoluteUri);
        Uri leave = links.Leave(mail.Subscriber.LeaveKey)!;
        Uri page = links.Brief(mail.Brief.Watch, mail.Brief.Id)!;
        string identity = Identity(mail);
        MimeMessage message = new()
        {
            Subject = BriefWording.Head(brief),
            Date = mail.Brief.MadeAt,
            MessageId = $"{identity}@{from.Domain}",
            Body = Body(brief, links, page, leave, identity),
        };
        message.From.Add(from);
        message.To.Add(MailAddresses.Parse(mail.Subscriber.Address));
        message.Headers.Add("List-Unsubscribe", $"<{leave.AbsoluteUri}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.ListId, string.Create(CultureInfo.InvariantCulture, $"<watch-{mail.Brief.Watch}.{from.Domain}>"));
        // Programs that answer mail by themselves leave it alone (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static MultipartAlternative Body(Brief brief, BriefLinks links, Uri page, Uri leave, string identity)
    {
        string text = BriefText.Write(brief, links, "On the desk:", page.AbsoluteUri, "To get no more of these mails:", leave.AbsoluteUri);
        string html = BriefHtml.Page(brief, links, ("This brief on the desk", page), ("Get no more of these mails", leave));
        return new MultipartAlternative(Part(TextFormat.Plain, text), Part(TextFormat.Html, html)) { Boundary = $"=-{identity}" };
    }

    private static TextPart Part(TextFormat format, string text) => new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private static string Identity(WatchMail mail) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{mail.Subscriber.LeaveKey}/{mail.Brief.Watch}/{mail.Brief.Id}"))).AsSpan(0, 16));
}
