using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Readout.Bench.Desks;

/// <summary>The server's own time of each request, as the platform measures it (<c>http.server.request.duration</c>), by route.</summary>
internal sealed partial class ServerTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = [];
    private readonly ConcurrentDictionary<string, int> _faults = [];
    private readonly MeterListener _listener = new();

    public ServerTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.request.duration") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Add(seconds, tags));
        _listener.Start();
    }

    /// <summary>Begins anew.</summary>
    public void Forget()
    {
        _times.Clear();
        _faults.Clear();
    }

    /// <summary>A line for each page: requests, faults, least, median and 95th percentile of the server's time, bytes of the first view.</summary>
    public void Write((DeskPage Page, long Bytes)[] pages, TextWriter output)
    {
        output.WriteLine($"{"page",-26} {"asked",7} {"faults",7} {"least",9} {"median",9} {"95th",9} {"most",9} {"first view",12}");
        foreach ((DeskPage page, long bytes) in pages)
        {
            double[] times = [.. _times.GetValueOrDefault(page.Name, []).Order()];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{page.Name,-26} {times.Length,7:#,0} {_faults.GetValueOrDefault(page.Name),7} {At(times, 0),6:0.0} ms {At(times, 0.5),6:0.0} ms {At(times, 0.95),6:0.0} ms {At(times, 1),6:0} ms {bytes / 1000.0,9:0.0} kB"));
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string? route = null;
        int status = 0;
        foreach ((string name, object? value) in tags)
        {
            if (name == "http.route") route = (string?)value;
            if (name == "http.response.status_code") status = (int)value!;
        }

        if (route is null) return;
        route = Constraint().Replace(route, "{$1}");
        _times.GetOrAdd(route, _ => []).Add(seconds * 1000);
        if (status >= 400) _faults.AddOrUpdate(route, 1, (_, count) => count + 1);
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    // {id:long} and {**id} are {id}.
    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Constraint();
}
