using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Jobs;
using Readout.Jobs.Ingest;
using Readout.Sources;

namespace Readout.Desk.Tests.News;

/// <summary>An archive in a folder of its own, gone after the tests.</summary>
internal sealed class TestArchive : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-desk-").FullName;

    public ArchiveLocation Location => ArchiveLocation.Parse(Path.Combine(_folder, "archive.db"));

    /// <summary>A file of that name beside the archive.</summary>
    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Keeps the records of some inputs.</summary>
    public async Task KeepAsync(Reader reader, params string[] inputs)
    {
        using RecordArchive archive = RecordArchive.Open(Location, create: true);
        Silence silence = new();
        using IngestJob job = new(archive, reader, new IngestOptions { Sources = new SourceOptions { Today = DateOnly.FromDateTime(TestNews.Now.UtcDateTime) } }, silence);
        await job.RunAsync(inputs, CancellationToken.None);
        Assert.Empty(silence.Refusals);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Silence : IJobListener
    {
        public List<Refusal> Refusals { get; } = [];

        public void Refused(Refusal refusal) => Refusals.Add(refusal);

        public void Noted(string what)
        {
        }

        public void Advanced(JobProgress progress)
        {
        }
    }
}
