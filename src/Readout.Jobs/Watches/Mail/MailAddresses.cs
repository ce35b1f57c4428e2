using MimeKit;

namespace Readout.Jobs.Watches.Mail;

/// <summary>Mail addresses as people write them.</summary>
public static class MailAddresses
{
    /// <summary>An address with a local part and a domain, with or without a name before it.</summary>
    /// <exception cref="FormatException">It is none, or holds a line break or another control character.</exception>
    public static MailboxAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Any(char.IsControl)) throw new FormatException("a mail address has no control characters");
        if (!MailboxAddress.TryParse(ParserOptions.Default, text, out MailboxAddress? address) || string.IsNullOrEmpty(address.LocalPart) || string.IsNullOrEmpty(address.Domain))
        {
            throw new FormatException($"'{text}' is no mail address; write it as name@example.org");
        }

        return address;
    }

    /// <summary>The bare address, <c>name@example.org</c>, of a text that gives one alone.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Bare(string text) => Parse(text.Trim()).Address;
}
