using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Readout.Sources.Tests.Fetching;

/// <summary>A small HTTP server on 127.0.0.1 that answers each path as a test says. One request a connection.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    public LocalServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public List<string> Requests { get; } = [];

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static Task Send(NetworkStream stream, string status, string headers, byte[] body)
    {
        string head = $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        return stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body]).AsTask();
    }

    public static Task Page(NetworkStream stream, string html, string type = "text/html; charset=utf-8") =>
        Send(stream, "200 OK", $"Content-Type: {type}\r\n", Encoding.UTF8.GetBytes(html));

    public static Task Redirect(NetworkStream stream, string location) => Send(stream, "302 Found", $"Location: {location}\r\n", []);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                string request = await HeadAsync(stream);
                lock (Requests) Requests.Add(request);
                await _answer(request.Split(' ')[1], stream, _stop.Token);
            }
            catch (Exception problem) when (problem is IOException or OperationCanceledException or SocketException)
            {
            }
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] piece = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int count = await stream.ReadAsync(piece, _stop.Token);
            if (count == 0) break;
            head.Append(Encoding.ASCII.GetString(piece, 0, count));
        }

        return head.ToString();
    }
}
