using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using Readout.Archive.Watches;
using Readout.Coding.Record;
using Readout.Jobs.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Jobs.Tests.Watches;

/// <summary>Briefs sent by MailKit to a server of SMTP on loopback, and read by MimeKit as they came.</summary>
public sealed class MailTests : IDisposable
{
    private static readonly DateOnly Day = new(2010, 6, 1);
    private readonly WatchDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_brief_goes_to_each_reader_once_as_text_and_html()
    {
        await using SmtpReceiver server = new();
        Ready("Straße & <strait>", "anna@example.org", "bo@example.org");
        Assert.Equal(new WatchRun(1, 2, 0, 0), await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Equal(default, await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Equal(["anna@example.org", "bo@example.org"], server.Mails.Select(mail => Assert.Single(mail.To)));
        Assert.Equal(1, server.Connections);
        ReceivedMail received = server.Mails[0];
        Assert.Equal("desk@readout.example", received.From);
        MimeMessage mail = received.Message;
        Assert.Equal("Straße & <strait>: 1 happening", mail.Subject);
        Assert.Equal("Readout", mail.From.Mailboxes.Single().Name);
        Assert.Equal("anna@example.org", mail.To.Mailboxes.Single().Address);
        MultipartAlternative body = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], body.Select(part => part.ContentType.MimeType));
        Assert.Contains("\"Ruritania bombed Graustark on that day.\"", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://courier.example/1", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://desk.example/readout/article/1#e1", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ruritania <mark>bombed</mark> Graustark on that day.", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<h1>Straße &amp; &lt;strait&gt;</h1>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.All(server.Mails, one => Assert.Equal("auto-generated", one.Message.Headers["Auto-Submitted"]));
    }

    [Fact]
    public async Task Each_mail_can_be_left_with_one_click()
    {
        await using SmtpReceiver server = new();
        Ready("Strait", "anna@example.org");
        await _desk.Run(WatchDesk.Settings(server.Port));
        MimeMessage mail = Assert.Single(server.Mails).Message;
        string key = Assert.Single(_desk.Mails.Subscribers(1)).LeaveKey;
        Assert.Equal($"<https://desk.example/readout/watches/leave/{key}>", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("<watch-1.readout.example>", mail.Headers["List-Id"]);
        Assert.Contains(key, mail.TextBody, StringComparison.Ordinal);
        Assert.True(_desk.Mails.Unsubscribe(key));
        _desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new WatchRun(1, 0, 0, 0), await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_away_or_says_later_is_asked_again_with_the_same_mail()
    {
        await using SmtpReceiver server = new();
        Ready("Strait", "anna@example.org");
        server.Answers = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "451 come back later" : null;
        Assert.Equal(new WatchRun(1, 0, 1, 0), await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Equal("not sent anna@example.org: 127.0.0.1 answered 451: come back later; 06-02 06:05", _desk.Told[^1]);
        Assert.Equal(default, await _desk.Run(WatchDesk.Settings(server.Port)));
        _desk.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new WatchRun(0, 0, 1, 0), await _desk.Run(WatchDesk.Settings(1)));
        Assert.StartsWith("not sent anna@example.org: smtp+plain://127.0.0.1:1: ", _desk.Told[^1], StringComparison.Ordinal);
        Assert.EndsWith("; 06-02 06:35", _desk.Told[^1], StringComparison.Ordinal);
        server.Answers = _ => null;
        _desk.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(new WatchRun(0, 1, 0, 0), await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Equal((MailState.Sent, 3), (_desk.Mails.Of(1, 9)[0].State, _desk.Mails.Of(1, 9)[0].Attempts));
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_given_up_and_told()
    {
        await using SmtpReceiver server = new();
        Ready("Strait", "gone@example.org", "anna@example.org");
        server.Answers = line => line.StartsWith("RCPT TO:<gone", StringComparison.Ordinal) ? "550 nobody of that name" : null;
        Assert.Equal(new WatchRun(1, 1, 1, 0), await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Contains("not sent gone@example.org: 127.0.0.1 answered 550: nobody of that name; ", _desk.Told);
        Assert.Equal([MailState.Sent, MailState.Failed], _desk.Mails.Of(1, 9).Select(mail => mail.State));
        Assert.Equal("anna@example.org", Assert.Single(server.Mails).To[0]);
    }

    [Fact]
    public async Task A_mail_is_the_same_mail_however_often_it_is_made()
    {
        await using SmtpReceiver server = new();
        Ready("Strait", "anna@example.org");
        server.CutsAfterData = true;
        await _desk.Run(WatchDesk.Settings(server.Port));
        server.CutsAfterData = false;
        _desk.Time.Advance(TimeSpan.FromMinutes(5));
        await _desk.Run(WatchDesk.Settings(server.Port));
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(server.Mails[0].Content, server.Mails[1].Content);
        Assert.EndsWith("@readout.example", server.Mails[0].Message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_was_under_way_when_the_program_ended_is_told_and_not_sent_again()
    {
        await using SmtpReceiver server = new();
        Ready("Strait", "anna@example.org");
        await _desk.Run();
        Assert.True(_desk.Mails.Claim(Assert.Single(_desk.Mails.Due(_desk.Time.GetUtcNow(), 9)), _desk.Time.GetUtcNow()));
        _desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(default, await _desk.Run(WatchDesk.Settings(server.Port)));
        _desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new WatchRun(0, 0, 1, 0), await _desk.Run(WatchDesk.Settings(server.Port)));
        Assert.Contains("it may have arrived", _desk.Told[^1], StringComparison.Ordinal);
        Assert.Empty(server.Mails);
        Assert.Equal(MailState.Unsure, _desk.Mails.Of(1, 9)[0].State);
    }

    [Theory]
    [InlineData(false, "smtp")]
    [InlineData(true, "smtps")]
    public async Task The_way_is_secured_and_the_reader_of_the_password_known(bool fromStart, string scheme)
    {
        using X509Certificate2 certificate = Certificate();
        await File.WriteAllTextAsync(_desk.File("trust.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_desk.File("password"), "s3cret\n", TestContext.Current.CancellationToken);
        await using SmtpReceiver server = new() { Certificate = certificate, IsTlsFromStart = fromStart, Login = "desk:s3cret" };
        Ready("Strait", "anna@example.org");
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["READOUT_SMTP"] = FormattableString.Invariant($"{scheme}://desk@127.0.0.1:{server.Port}"),
            ["READOUT_SMTP_PASSWORD_FILE"] = _desk.File("password"),
            ["READOUT_MAIL_FROM"] = "desk@readout.example",
            ["READOUT_DESK_URL"] = "https://desk.example",
        };
        MailSettings untrusting = MailSettings.Of(environment.GetValueOrDefault)! with { Timeout = TimeSpan.FromSeconds(5) };
        Assert.Equal(new WatchRun(1, 0, 1, 0), await _desk.Run(untrusting));
        Assert.Contains("TLS was not agreed on", _desk.Told[^1], StringComparison.Ordinal);
        environment["READOUT_SMTP_TRUST"] = _desk.File("trust.pem");
        _desk.Time.Advance(TimeSpan.FromMinutes(5));
        await _desk.Run(MailSettings.Of(environment.GetValueOrDefault)! with { Password = "wrong", Timeout = TimeSpan.FromSeconds(5) });
        Assert.Contains("does not accept user and password", _desk.Told[^1], StringComparison.Ordinal);
        _desk.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, (await _desk.Run(MailSettings.Of(environment.GetValueOrDefault)! with { Timeout = TimeSpan.FromSeconds(5) })).Sent);
        Assert.Equal((true, "desk"), (server.Mails[0].IsSecured, server.Mails[0].User));
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_without_STARTTLS_where_TLS_is_asked_for()
    {
        await using SmtpReceiver server = new();
        Ready("Strait", "anna@example.org");
        await _desk.Run(WatchDesk.Settings(server.Port) with { Security = MailSecurity.StartTls });
        Assert.Contains("does not offer STARTTLS; nothing was sent", _desk.Told[^1], StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("anna@example.org\r\nBcc: eve@example.org")]
    [InlineData("anna@example.org\nSubject: x")]
    [InlineData("anna")]
    [InlineData("anna@")]
    [InlineData("@example.org")]
    [InlineData("anna@example.org, eve@example.org")]
    public void An_address_is_one_address(string text) => Assert.Throws<FormatException>(() => MailAddresses.Parse(text));

    [Fact]
    public async Task Words_of_a_source_make_no_header()
    {
        await using SmtpReceiver server = new();
        _desk.Keep(WatchDesk.Deed(1, "bombed", EventType.Assault, -9, Day, "Quiet\r\nBcc: eve@example.org\r\n\r\n.\r\nRCPT TO:<eve@example.org>"));
        _desk.Watch();
        _desk.Mails.Subscribe(1, "anna@example.org", _desk.Time.GetUtcNow());
        _desk.Time.Advance(TimeSpan.FromHours(18));
        await _desk.Run(WatchDesk.Settings(server.Port));
        ReceivedMail received = Assert.Single(server.Mails);
        Assert.Equal(["anna@example.org"], received.To);
        Assert.Null(received.Message.Headers["Bcc"]);
        Assert.Empty(received.Message.Bcc);
    }

    [Theory]
    [InlineData("smtp://desk:s3cret@mail.example", "a password does not belong")]
    [InlineData("https://mail.example", "is no mail server")]
    [InlineData("mail.example", "is no mail server")]
    public void A_server_is_named_by_an_address_without_a_password(string server, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => MailSettings.Parse(server, "desk@readout.example", "https://desk.example")).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_that_would_give_a_password_away_or_let_nobody_leave_are_refused()
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["READOUT_SMTP"] = "smtp+plain://desk@mail.example", ["READOUT_MAIL_FROM"] = "desk@readout.example" };
        Assert.Contains("READOUT_DESK_URL", Assert.Throws<FormatException>(() => MailSettings.Of(environment.GetValueOrDefault)).Message, StringComparison.Ordinal);
        environment["READOUT_DESK_URL"] = "https://desk.example";
        Assert.Contains("no password is set", Assert.Throws<FormatException>(() => MailSettings.Of(environment.GetValueOrDefault)).Message, StringComparison.Ordinal);
        environment["READOUT_SMTP_PASSWORD"] = "s3cret";
        Assert.Contains("does not go to mail.example without TLS", Assert.Throws<FormatException>(() => MailSettings.Of(environment.GetValueOrDefault)).Message, StringComparison.Ordinal);
        Assert.Null(MailSettings.Of(_ => null));
        environment["READOUT_SMTP"] = "smtps://desk@mail.example";
        MailSettings settings = MailSettings.Of(environment.GetValueOrDefault)!;
        Assert.Equal((465, "smtps://mail.example:465"), (settings.Port, settings.ToString()));
    }

    private void Ready(string name, params string[] readers)
    {
        _desk.Keep(WatchDesk.Deed(1, "bombed", EventType.Assault, -9, Day));
        _desk.Watch(name: name);
        foreach (string reader in readers) _desk.Mails.Subscribe(1, reader, _desk.Time.GetUtcNow());
        _desk.Time.Advance(TimeSpan.FromHours(18));
    }

    private static X509Certificate2 Certificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=mail.example", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
