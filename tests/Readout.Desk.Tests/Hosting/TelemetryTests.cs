using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Readout.Desk.Hosting;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Hosting;

/// <summary>Traces and metrics go where they were asked for, and nowhere without that.</summary>
public sealed class TelemetryTests(TestReader knowledge) : IDisposable
{
    private readonly TestArchive _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task They_are_off_unless_an_address_is_given()
    {
        await using DeskHost host = await DeskHost.StartAsync(Options(null), TestContext.Current.CancellationToken);
        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task They_go_to_the_address_that_was_given()
    {
        ConcurrentQueue<string> taken = new();
        using HttpListener collector = new();
        Uri address = Listen(collector);
        Task listening = TakeAsync(collector, taken);
        await using (DeskHost host = await DeskHost.StartAsync(Options(address), TestContext.Current.CancellationToken))
        {
            // The test's own trace, which nobody samples, is not to go on at the desk.
            using SocketsHttpHandler handler = new() { ActivityHeadersPropagator = null };
            using HttpClient client = new(handler) { BaseAddress = host.Addresses[0] };
            // A request's trace ends after its answer; traces are sent every five seconds, metrics at the end.
            for (int i = 0; i < 60 && !taken.Contains("POST /v1/traces application/x-protobuf"); i++)
            {
                await client.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }
        }

        collector.Stop();
        await listening;
        Assert.Contains("POST /v1/traces application/x-protobuf", taken);
        Assert.Contains("POST /v1/metrics application/x-protobuf", taken);
    }

    private static Uri Listen(HttpListener collector)
    {
        for (int port = 43180; ; port++)
        {
            string address = $"http://127.0.0.1:{port}/";
            collector.Prefixes.Clear();
            collector.Prefixes.Add(address);
            try
            {
                collector.Start();
                return new Uri(address);
            }
            catch (HttpListenerException) when (port < 43280)
            {
                // Taken; the next one.
            }
        }
    }

    private static async Task TakeAsync(HttpListener collector, ConcurrentQueue<string> taken)
    {
        while (true)
        {
            try
            {
                HttpListenerContext context = await collector.GetContextAsync();
                taken.Enqueue($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath} {context.Request.ContentType}");
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private DeskOptions Options(Uri? telemetry) => new() { Archive = _files.Location, LoadReader = knowledge.Load, Urls = ["http://127.0.0.1:0"], Telemetry = telemetry };
}
