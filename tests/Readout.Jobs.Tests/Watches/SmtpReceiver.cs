using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Readout.Jobs.Tests.Watches;

/// <summary>A mail that a server took.</summary>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, byte[] Content, bool IsSecured, string? User)
{
    public MimeMessage Message => MimeMessage.Load(new MemoryStream(Content));
}

/// <summary>
/// A server of SMTP on loopback: RFC 5321 with EHLO and HELO, MAIL, RCPT, DATA with dot stuffing, RSET, NOOP, VRFY and QUIT, the order of
/// commands and the length of lines held to; STARTTLS (RFC 3207), TLS from the first byte, and AUTH PLAIN (RFC 4954). It keeps what it takes.
/// </summary>
internal sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ReceivedMail> _mails = [];
    private readonly Task _running;

    public SmtpReceiver()
    {
        _listener.Start();
        _running = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The certificate of the server; null where it offers no TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether TLS begins with the first byte.</summary>
    public bool IsTlsFromStart { get; init; }

    /// <summary>Who may send, as <c>user:password</c>; null where nobody signs in.</summary>
    public string? Login { get; init; }

    /// <summary>An answer to a line other than the usual one, or null.</summary>
    public Func<string, string?> Answers { get; set; } = _ => null;

    /// <summary>Whether the connection is cut when a mail has come, before it is answered.</summary>
    public bool CutsAfterData { get; set; }

    public int Connections { get; private set; }

    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            lock (_mails) return [.. _mails];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
            Connections++;
            try
            {
                await new Session(this, client.GetStream()).RunAsync(_stop.Token);
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away.
            }
        }
    }

    private sealed class Session(SmtpReceiver server, Stream stream)
    {
        private const int LongestLine = 1000;
        private readonly List<string> _to = [];
        private Stream _stream = stream;
        private bool _isSecured;
        private bool _isGreeted;
        private string? _user;
        private string? _from;

        public async Task RunAsync(CancellationToken stop)
        {
            if (server.IsTlsFromStart) await SecureAsync(stop);
            await SayAsync("220 mail.example ESMTP");
            while (await LineAsync(stop) is { } line)
            {
                if (server.Answers(line) is { } other) await SayAsync(other);
                else if (!await AnswerAsync(line, stop)) return;
            }
        }

        private async Task<bool> AnswerAsync(string line, CancellationToken stop)
        {
            string verb = line.Split(' ')[0].ToUpperInvariant();
            switch (verb)
            {
                case "QUIT":
                    await SayAsync("221 bye");
                    return false;
                case "STARTTLS" when server.Certificate is not null && !_isSecured:
                    await SayAsync("220 go ahead");
                    await SecureAsync(stop);
                    _isGreeted = false;
                    return true;
                case "DATA":
                    return await DataAsync(stop);
                default:
                    await SayAsync(Answer(verb, line));
                    return true;
            }
        }

        private string Answer(string verb, string line) => verb switch
        {
            "EHLO" => Greet("250-mail.example\r\n" + (server.Certificate is not null && !_isSecured ? "250-STARTTLS\r\n" : "")
                + (server.Login is not null && _isSecured ? "250-AUTH PLAIN\r\n" : "") + "250-8BITMIME\r\n250 SIZE 10000000"),
            "HELO" => Greet("250 mail.example"),
            "NOOP" or "VRFY" => "252 well",
            "RSET" => Reset("250 forgotten"),
            "AUTH" => Authenticate(line),
            "MAIL" when !_isGreeted => "503 say EHLO first",
            "MAIL" when server.Login is not null && _user is null => "530 sign in first",
            "MAIL" when _from is not null => "503 a mail is open",
            "MAIL" => Path(line, "FROM:") is { } from ? Begin(from) : "501 that is no sender",
            "RCPT" when _from is null => "503 say MAIL first",
            "RCPT" => Path(line, "TO:") is { Length: > 0 } to ? Add(to) : "501 that is no recipient",
            _ => "500 not understood",
        };

        private async Task<bool> DataAsync(CancellationToken stop)
        {
            if (_to.Count == 0)
            {
                await SayAsync("503 say RCPT first");
                return true;
            }

            await SayAsync("354 go on");
            using MemoryStream content = new();
            while (await LineAsync(stop) is { } line)
            {
                if (line == ".")
                {
                    lock (server._mails) server._mails.Add(new ReceivedMail(_from!, [.. _to], content.ToArray(), _isSecured, _user));
                    if (server.CutsAfterData) return false;
                    await SayAsync(Reset("250 taken"));
                    return true;
                }

                content.Write(Encoding.Latin1.GetBytes(line.StartsWith('.') ? line[1..] : line));
                content.Write("\r\n"u8);
            }

            return false;
        }

        private string Authenticate(string line)
        {
            string[] parts = line.Split(' ');
            if (server.Login is null || !_isSecured || parts.Length != 3 || parts[1] != "PLAIN") return "504 not here";
            string[] words = Encoding.UTF8.GetString(Convert.FromBase64String(parts[2])).Split('\0');
            if ($"{words[^2]}:{words[^1]}" != server.Login) return "535 wrong";
            _user = words[^2];
            return "235 welcome";
        }

        private string Greet(string answer)
        {
            _isGreeted = true;
            return Reset(answer);
        }

        private string Begin(string from)
        {
            _from = from;
            return "250 well";
        }

        private string Add(string to)
        {
            _to.Add(to);
            return "250 well";
        }

        private string Reset(string answer)
        {
            _from = null;
            _to.Clear();
            return answer;
        }

        private static string? Path(string line, string what)
        {
            int at = line.IndexOf(what, StringComparison.OrdinalIgnoreCase);
            int open = line.IndexOf('<', StringComparison.Ordinal);
            int close = line.IndexOf('>', StringComparison.Ordinal);
            return at == 5 && open == at + what.Length && close > open ? line[(open + 1)..close] : null;
        }

        private async Task SecureAsync(CancellationToken stop)
        {
            SslStream secured = new(_stream);
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, stop);
            _stream = secured;
            _isSecured = true;
        }

        private async Task SayAsync(string line) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));

        /// <summary>The next line without its end; null where the client is gone. Only CRLF ends a line (RFC 5321, section 2.3.8).</summary>
        private async Task<string?> LineAsync(CancellationToken stop)
        {
            List<byte> line = [];
            byte[] one = new byte[1];
            while (await _stream.ReadAsync(one, stop) == 1)
            {
                line.Add(one[0]);
                if (line.Count > LongestLine) throw new IOException("a line is too long");
                if (line.Count >= 2 && line[^1] == '\n' && line[^2] == '\r') return Encoding.Latin1.GetString([.. line[..^2]]);
            }

            return null;
        }
    }
}
