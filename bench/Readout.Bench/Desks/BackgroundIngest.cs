using System.Globalization;
using System.Text.Json.Nodes;
using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Jobs;
using Readout.Jobs.Ingest;
using Readout.Sources;

namespace Readout.Bench.Desks;

/// <summary>An ingest of news under identifiers that no archive has, again and again until it is ended; one article at a time, as a feed gives them.</summary>
internal sealed class BackgroundIngest : IJobListener
{
    private long _articles;

    private BackgroundIngest()
    {
    }

    /// <summary>Articles kept so far.</summary>
    public long Articles => Interlocked.Read(ref _articles);

    /// <summary>Ends when it has been told to.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public static BackgroundIngest Start(ArchiveLocation place, byte[] pack, string news, CancellationToken ended)
    {
        BackgroundIngest ingest = new();
        ingest.Ended = Task.Run(() => ingest.RunAsync(place, pack, news, ended), CancellationToken.None);
        return ingest;
    }

    public void Refused(Refusal refusal)
    {
    }

    public void Noted(string what)
    {
    }

    public void Advanced(JobProgress progress) => Interlocked.Increment(ref _articles);

    private async Task RunAsync(ArchiveLocation place, byte[] pack, string news, CancellationToken ended)
    {
        string folder = Directory.CreateTempSubdirectory("readout-bench-").FullName;
        try
        {
            using RecordArchive archive = RecordArchive.Open(place, create: false);
            using Reader reader = Reader.Load(pack, Reading.SamplePieces.Models);
            for (int round = 0; !ended.IsCancellationRequested; round++)
            {
                string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}-{round}.jsonl"));
                await File.WriteAllLinesAsync(file, File.ReadLines(news).Select((line, i) => Renamed(line, file, i)), CancellationToken.None).ConfigureAwait(false);
                using IngestJob job = new(archive, reader, new IngestOptions { Workers = 1, IsBackground = true, FetchesLinks = false }, this);
                await job.RunAsync([file], ended).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Renamed(string line, string file, int number)
    {
        JsonObject article = JsonNode.Parse(line)!.AsObject();
        article["id"] = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{number}");
        article.Remove("url");
        return article.ToJsonString();
    }
}
