using Readout.Archive;
using Readout.Archive.Tests.Engines;
using Readout.Coding.Reading;
using Readout.Jobs.Ingest;
using Readout.Sources;
using Readout.Sources.Fetching;

namespace Readout.Jobs.Tests;

/// <summary>An archive in a folder of its own, and what a job told while it kept records there.</summary>
internal sealed class Desk : IJobListener, IDisposable
{
    public static readonly IngestOptions Local = new()
    {
        Sources = new SourceOptions { AllowPrivate = true, Today = new DateOnly(2010, 6, 1), FetchTimeout = TimeSpan.FromSeconds(10) },
        Politeness = new Politeness { Attempts = 1 },
    };

    private readonly Reader _reader;
    private Action<JobProgress>? _whenAdvanced;

    public Desk(Reader reader, string engine = Engine.Sqlite)
    {
        _reader = reader;
        Folder = Directory.CreateTempSubdirectory("readout-desk-").FullName;
        Archive = RecordArchive.Open(ArchiveLocation.Parse(engine == Engine.Postgres ? PostgresCluster.NewDatabase() : File("archive.db")), create: true);
    }

    public string Folder { get; }

    public RecordArchive Archive { get; }

    public List<string> Refusals { get; } = [];

    public List<string> Notes { get; } = [];

    public JobProgress Last { get; private set; }

    public string File(string name) => Path.Combine(Folder, name);

    public Task<JobProgress> Ingest(string input, IngestOptions? options = null, TimeProvider? time = null) =>
        Run(input, options, time, TestContext.Current.CancellationToken);

    /// <summary>Ingests, and stops when so many articles were handled.</summary>
    public async Task<JobProgress> IngestUpTo(int articles, string input)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _whenAdvanced = progress =>
        {
            if (progress.Articles >= articles) stop.Cancel();
        };
        JobProgress done = await Run(input, Local with { Workers = 1 }, null, stop.Token);
        _whenAdvanced = null;
        return done;
    }

    /// <summary>All rows of the record.</summary>
    public List<string> Rows() => Archive.Location.Path is { } path ? ArchiveDump.Of(path) : ArchiveDump.Of(Archive);

    public IEnumerable<string?> Titles() => Archive.Articles.All().Select(article => article.Title);

    private async Task<JobProgress> Run(string input, IngestOptions? options, TimeProvider? time, CancellationToken cancellation)
    {
        using IngestJob job = new(Archive, _reader, options ?? Local, this, null, time);
        return await job.RunAsync([input], cancellation);
    }

    public void Refused(Refusal refusal) => Refusals.Add(refusal.ToString());

    public void Noted(string what) => Notes.Add(what);

    public void Advanced(JobProgress progress)
    {
        Last = progress;
        _whenAdvanced?.Invoke(progress);
    }

    public void Dispose()
    {
        Archive.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
