using System.Runtime.CompilerServices;
using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Jobs.Links;
using Readout.Sources;
using Readout.Sources.Fetching;

namespace Readout.Jobs.Ingest;

/// <summary>
/// Reads inputs and keeps their records: reading on all cores, writing in batches in the order of the inputs, memory bounded.
/// The same article twice is one; a run that ended at any moment goes on where it stopped. For one run.
/// </summary>
public sealed class IngestJob : IDisposable
{
    private const int MostUnderWay = 96;
    private const long MostBytesUnderWay = 64 << 20;

    // While nothing comes, what was kept is committed and others write after this time.
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(1);

    private readonly RecordArchive _archive;
    private readonly Reader _reader;
    private readonly IngestOptions _options;
    private readonly IJobListener _listener;
    private readonly TimeProvider _time;
    private readonly SourceReader _sources;
    private readonly PoliteFetcher _fetcher;
    private readonly LinkArrivals _links;
    private readonly Stream? _pipe;

    /// <summary>Prepares a run.</summary>
    /// <param name="archive">Where records are kept.</param>
    /// <param name="reader">Reads articles.</param>
    /// <param name="options">How.</param>
    /// <param name="listener">Hears what happens.</param>
    /// <param name="pipe">What <c>-</c> stands for; null for the process's standard input.</param>
    /// <param name="time">Clock and delays; null for the system's.</param>
    public IngestJob(RecordArchive archive, Reader reader, IngestOptions options, IJobListener listener, Stream? pipe = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _archive = archive;
        _reader = reader;
        _options = options;
        _listener = listener;
        _pipe = pipe;
        _time = time ?? TimeProvider.System;
        _sources = new SourceReader(options.Sources);
        _fetcher = new PoliteFetcher(options.Sources, options.Politeness, _time);
        _links = new LinkArrivals(archive, _sources, _fetcher, _time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sources.Dispose();
        _fetcher.Dispose();
    }

    /// <summary>Ingests inputs, one after another.</summary>
    /// <param name="inputs">Each a path, an address, or <c>-</c> for standard input.</param>
    /// <param name="cancellation">Stops the run; what was read is committed first.</param>
    /// <returns>What was done, up to where the run was stopped.</returns>
    /// <exception cref="ArchiveException">The archive cannot be read or written; what was committed is kept.</exception>
    public async Task<JobProgress> RunAsync(IReadOnlyList<string> inputs, CancellationToken cancellation = default)
    {
        InputPlan[] plans = [.. inputs.Select(input => InputPlan.Of(input, _options.Sources, _reader.Pack))];
        return await KeepAsync(keeping => ArriveAsync(plans, Positions(plans, keeping), cancellation), plans.Sum(plan => plan.Bytes), cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks the feeds whose turn has come and keeps what is new.</summary>
    /// <param name="schedule">When feeds are asked again.</param>
    /// <param name="cancellation">Stops the run; what was read is committed first.</param>
    /// <exception cref="ArchiveException">The archive cannot be read or written; what was committed is kept.</exception>
    internal Task<JobProgress> PollAsync(FeedSchedule schedule, CancellationToken cancellation) =>
        KeepAsync(_ => _links.OfFeedsAsync(_archive.Feeds.Due(_time.GetUtcNow()), schedule, cancellation), 0, cancellation);

    private async Task<JobProgress> KeepAsync(Func<RecordKeeping, IAsyncEnumerable<Arrival>> arrivals, long bytes, CancellationToken cancellation)
    {
        using RecordKeeping keeping = new(_archive, _options, _listener, _time);
        keeping.Expect(bytes);
        ArticleIntake intake = new(_archive, _reader);
        int workers = _options.Workers ?? Environment.ProcessorCount;
        try
        {
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await KeepAsync(
                OrderedWork.RunAsync(arrivals(keeping), intake.Read, arrival => arrival.Item?.Size ?? 0, workers, workers * MostUnderWay, MostBytesUnderWay, _options.IsBackground, stop.Token), keeping, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was read up to here is kept below.
        }

        keeping.Commit();
        return keeping.Progress;
    }

    private async Task KeepAsync(IAsyncEnumerable<Intake> intakes, RecordKeeping keeping, CancellationTokenSource stop)
    {
        await using ConfiguredCancelableAsyncEnumerable<Intake>.Enumerator coming = intakes.ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            Task<bool> next = Next(coming);
            try
            {
                while (!next.IsCompleted && await Task.WhenAny(next, Task.Delay(s_rest, _time)).ConfigureAwait(false) != next) keeping.Rest();
            }
            catch (ArchiveException)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            if (!await next.ConfigureAwait(false)) return;
            keeping.Take(coming.Current);
        }

        static async Task<bool> Next(ConfiguredCancelableAsyncEnumerable<Intake>.Enumerator coming) => await coming.MoveNextAsync();
    }

    private async IAsyncEnumerable<Arrival> ArriveAsync(InputPlan[] plans, Dictionary<string, string?> positions, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FileArrivals files = new(_sources, _options.FetchesLinks ? _links : null);
        long before = 0;
        foreach (InputPlan plan in plans)
        {
            IAsyncEnumerable<Arrival> arrivals = plan switch
            {
                { Given: "-" } => files.OpenAsync(_pipe ?? Console.OpenStandardInput(), "standard input", cancellation),
                { Address: { } address } => _links.OfAddressAsync(address, cancellation),
                { Files: [], IsFolder: false } => Refused(plan.Given),
                _ => files.OpenAsync(plan, InputPosition.From(positions[plan.Name], plan.Fingerprint), before, cancellation),
            };
            await foreach (Arrival arrival in arrivals.ConfigureAwait(false)) yield return arrival;
            before += plan.Bytes;
        }
    }

    private static Dictionary<string, string?> Positions(InputPlan[] plans, RecordKeeping keeping) =>
        plans.Select(plan => plan.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, keeping.Position, StringComparer.Ordinal);

    private IAsyncEnumerable<Arrival> Refused(string input) => _sources.OpenAsync(input).Select(item => new Arrival { Item = item });
}
