using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Readout.Jobs.Watches.Mail;

/// <summary>Sends mail to a server of SMTP, one connection for many mails.</summary>
/// <param name="settings">By whom and how.</param>
public sealed class SmtpPost(MailSettings settings) : IMailPost
{
    private SmtpClient? _client;

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (_client is { IsConnected: true }) return;
        await CloseAsync().ConfigureAwait(false);
        SmtpClient client = new() { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.TrustFile is { Length: > 0 } file) client.ServerCertificateValidationCallback = Trust(file);
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Options(), cancellation).ConfigureAwait(false);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password!, cancellation).ConfigureAwait(false);
            _client = client;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            client.Dispose();
            throw new MailException($"{settings.Server}: {Told(exception)}", isForGood: false, exception);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(MimeMessage message)
    {
        if (_client is not { IsConnected: true } client) throw new MailException($"{settings.Server}: the connection is gone", isForGood: false);
        try
        {
            // Not to be cancelled: half a mail sent is a mail that nobody knows of.
            await client.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
        }
        catch (SmtpCommandException exception)
        {
            await CloseAsync().ConfigureAwait(false);
            throw new MailException($"{settings.Host} answered {(int)exception.StatusCode}: {OneLine(exception.Message)}", (int)exception.StatusCode is >= 500 and < 600, exception);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            await CloseAsync().ConfigureAwait(false);
            throw new MailException($"{settings.Server}: {Told(exception)}", isForGood: false, exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    private async Task CloseAsync()
    {
        if (_client is not { } client) return;
        _client = null;
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(quit: true).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            // It was going away in any case.
        }

        client.Dispose();
    }

    private SecureSocketOptions Options() => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Trusts what the system trusts, and what a chain to the file's certificates vouches for; the name must be right in either case.</summary>
    private static RemoteCertificateValidationCallback Trust(string file)
    {
        X509Certificate2Collection trusted = [];
        try
        {
            trusted.ImportFromPemFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new MailException($"{file}: the trusted certificates cannot be read: {exception.Message}", isForGood: false, exception);
        }

        return (_, certificate, chain, errors) =>
        {
            if (errors == SslPolicyErrors.None) return true;
            if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null) return false;
            using X509Chain own = new();
            own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            own.ChainPolicy.CustomTrustStore.AddRange(trusted);
            own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            foreach (X509ChainElement element in chain?.ChainElements.AsEnumerable() ?? []) own.ChainPolicy.ExtraStore.Add(element.Certificate);
            using X509Certificate2 checkedOne = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
            return own.Build(checkedOne);
        };
    }

    private static bool IsFault(Exception exception) => exception is IOException or SocketException or TimeoutException or AuthenticationException or SslHandshakeException
        or SmtpProtocolException or SmtpCommandException or ProtocolException or CommandException or NotSupportedException or OperationCanceledException { CancellationToken.IsCancellationRequested: false };

    private static string Told(Exception exception) => exception switch
    {
        AuthenticationException => "the server does not accept user and password",
        SslHandshakeException => "TLS was not agreed on: " + OneLine(exception.Message),
        NotSupportedException => "the server does not offer STARTTLS; nothing was sent",
        TimeoutException or OperationCanceledException => "the server did not answer in time",
        _ => OneLine(exception.Message),
    };

    private static string OneLine(string message)
    {
        string line = message.Split('\n')[0].Trim().TrimEnd('.');
        return line.Length > 300 ? line[..300] : line;
    }
}
