using System.Globalization;

namespace Readout.Jobs.Watches.Mail;

/// <summary>How the way to a mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (RFC 8314); port 465.</summary>
    Tls,

    /// <summary>TLS before anything else is said (STARTTLS, RFC 3207), or nothing is sent; port 587.</summary>
    StartTls,

    /// <summary>None; port 25. Without a password, but to this machine.</summary>
    None,
}

/// <summary>By whom and how mail is sent. Immutable.</summary>
public sealed record MailSettings
{
    /// <summary>Name of the server.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>How the way is secured.</summary>
    public required MailSecurity Security { get; init; }

    /// <summary>Who signs in, or null for nobody.</summary>
    public string? User { get; init; }

    /// <summary>The password, or null.</summary>
    public string? Password { get; init; }

    /// <summary>File in PEM of certificates that are trusted beside the system's, or null.</summary>
    public string? TrustFile { get; init; }

    /// <summary>The sender, with or without a name.</summary>
    public required string From { get; init; }

    /// <summary>Public address of the desk: where readers unsubscribe and evidence is shown.</summary>
    public required Uri Desk { get; init; }

    /// <summary>How long a server may take for an answer: 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Settings by the environment: <c>READOUT_SMTP</c> (<c>smtps://user@host:465</c>, <c>smtp://user@host:587</c> with STARTTLS, <c>smtp+plain://host:25</c>),
    /// <c>READOUT_SMTP_PASSWORD</c> or <c>READOUT_SMTP_PASSWORD_FILE</c>, <c>READOUT_SMTP_TRUST</c>, <c>READOUT_MAIL_FROM</c>, <c>READOUT_DESK_URL</c>.
    /// </summary>
    /// <param name="value">The value of a name, or null.</param>
    /// <returns>Null where no server is named.</returns>
    /// <exception cref="FormatException">A value is wrong or lacking; the message says which.</exception>
    public static MailSettings? Of(Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value("READOUT_SMTP") is not { Length: > 0 } server) return null;
        string from = value("READOUT_MAIL_FROM") is { Length: > 0 } given ? given : throw new FormatException("READOUT_MAIL_FROM names the sender of mails; it is not set");
        string desk = value("READOUT_DESK_URL") is { Length: > 0 } address
            ? address
            : throw new FormatException("READOUT_DESK_URL is the public address of the desk, at which readers unsubscribe; without it no mail is sent");
        MailSettings settings = Parse(server, from, desk);
        string? file = value("READOUT_SMTP_PASSWORD_FILE");
        string? password = string.IsNullOrEmpty(file) ? value("READOUT_SMTP_PASSWORD") : ReadPassword(file);
        return (settings with { Password = string.IsNullOrEmpty(password) ? null : password, TrustFile = value("READOUT_SMTP_TRUST") }).Checked();
    }

    /// <summary>Settings by an address of a server.</summary>
    /// <exception cref="FormatException">A value is wrong; the message says which.</exception>
    public static MailSettings Parse(string server, string from, string desk)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out Uri? address) || address.Host.Length == 0 || SecurityOf(address.Scheme) is not { } security)
        {
            throw new FormatException($"'{server}' is no mail server; write it as smtps://user@host, smtp://user@host:587 or smtp+plain://localhost:25");
        }

        if (address.UserInfo.Contains(':', StringComparison.Ordinal)) throw new FormatException("a password does not belong into the address of a mail server; set READOUT_SMTP_PASSWORD_FILE");
        MailAddresses.Parse(from);
        return new MailSettings
        {
            Host = address.Host.Trim('[', ']'),
            Port = address.Port > 0 ? address.Port : security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 },
            Security = security,
            User = address.UserInfo.Length > 0 ? Uri.UnescapeDataString(address.UserInfo) : null,
            From = from,
            Desk = Renderings.BriefLinks.Of(desk).Desk!,
        };
    }

    /// <summary>The settings, held against each other.</summary>
    /// <exception cref="FormatException">A password would go over an open line, or a user has none.</exception>
    public MailSettings Checked()
    {
        if (User is not null && Password is null) throw new FormatException($"{User} signs in to {Host}, and no password is set (READOUT_SMTP_PASSWORD_FILE)");
        if (User is not null && Security == MailSecurity.None && !IsLoopback) throw new FormatException($"a password does not go to {Host} without TLS; use smtp:// or smtps://");
        return this;
    }

    /// <summary>The server for people: <c>smtps://mail.example.org:465</c>; never a password.</summary>
    public string Server => string.Create(CultureInfo.InvariantCulture, $"{Security switch { MailSecurity.Tls => "smtps", MailSecurity.StartTls => "smtp", _ => "smtp+plain" }}://{Host}:{Port}");

    /// <inheritdoc/>
    public override string ToString() => Server;

    private bool IsLoopback => Host == "localhost" || (System.Net.IPAddress.TryParse(Host, out System.Net.IPAddress? address) && System.Net.IPAddress.IsLoopback(address));

    private static MailSecurity? SecurityOf(string scheme) => scheme switch
    {
        "smtps" => MailSecurity.Tls,
        "smtp" => MailSecurity.StartTls,
        "smtp+plain" => MailSecurity.None,
        _ => null,
    };

    private static string ReadPassword(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault("");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the file of the password cannot be read: {exception.Message}", exception);
        }
    }
}
