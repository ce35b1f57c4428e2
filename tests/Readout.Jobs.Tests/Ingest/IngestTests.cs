using System.Text;
using Readout.Archive;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;

namespace Readout.Jobs.Tests.Ingest;

public class IngestTests(ProgramCopy program)
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_articles_twice_are_kept_once_and_a_changed_one_is_a_revision(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        string file = desk.File("news.jsonl");
        await File.WriteAllLinesAsync(file, Corpus.Lines(0, 8), TestContext.Current.CancellationToken);
        JobProgress first = await desk.Ingest(file);
        JobProgress again = await desk.Ingest(file);
        Assert.Equal((8, 0, 0), (first.New, first.Known, first.Refused));
        Assert.Equal((0, 8, 0), (again.New, again.Known, again.Refused));
        await File.WriteAllTextAsync(file, File.ReadAllText(file).Replace("Norway", "Sweden", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        JobProgress changed = await desk.Ingest(file);
        Assert.True(changed.Revised > 0 && changed.New == 0);
        Assert.Equal(8, desk.Titles().Count());
    }

    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Postgres, 1)]
    [InlineData(Engine.Sqlite, 7)]
    [InlineData(Engine.Postgres, 7)]
    [InlineData(Engine.Sqlite, 23)]
    [InlineData(Engine.Postgres, 23)]
    public async Task A_run_that_is_stopped_goes_on_where_it_stopped_and_ends_as_one_that_was_not(string engine, int stopAfter)
    {
        using Desk whole = new(program.Reader, engine);
        using Desk broken = new(program.Reader, engine);
        string folder = whole.File("corpus");
        Corpus.Write(folder, 240);
        await whole.Ingest(folder);
        JobProgress first = await broken.IngestUpTo(stopAfter, folder);
        JobProgress second = await broken.Ingest(folder);
        Assert.True(first.Articles >= stopAfter);
        Assert.Equal(whole.Last.Articles, first.Articles + second.Articles);
        Assert.Equal(whole.Rows(), broken.Rows());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_waits_writes_between_two_batches_and_the_run_ends_as_one_that_was_left_alone(string engine)
    {
        using Desk alone = new(program.Reader, engine);
        using Desk shared = new(program.Reader, engine);
        string folder = alone.File("corpus");
        Corpus.Write(folder, 240);
        await alone.Ingest(folder);
        using RecordArchive other = RecordArchive.Open(shared.Archive.Location, create: false);
        Task<JobProgress> run = shared.Ingest(folder, Desk.Local with { BatchArticles = 5 });
        int turns = 0;
        while (!run.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            if (!other.Articles.All().Any()) continue;
            turns += await Task.Run(TakesATurn, TestContext.Current.CancellationToken) && !run.IsCompleted ? 1 : 0;
        }

        await run;
        Assert.True(turns > 0);
        Assert.Equal(alone.Rows(), shared.Rows());

        bool TakesATurn()
        {
            try
            {
                using ArchiveWriter writer = other.WaitToWrite();
                return true;
            }
            catch (ArchiveException)
            {
                // On a machine so busy that a batch takes longer than anyone waits.
                return false;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Batches_and_workers_change_nothing_in_the_rows(string engine)
    {
        using Desk one = new(program.Reader, engine);
        using Desk many = new(program.Reader, engine);
        string folder = one.File("corpus");
        Corpus.Write(folder, 45);
        await one.Ingest(folder, Desk.Local with { BatchArticles = 1, Workers = 1 });
        await many.Ingest(folder, Desk.Local with { BatchArticles = 1000, Workers = 8, BatchTime = TimeSpan.FromHours(1) });
        Assert.Equal(one.Rows(), many.Rows());
        Assert.Equal(one.Refusals, many.Refusals);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_that_changed_since_is_read_from_its_start(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        string file = desk.File("news.jsonl");
        await File.WriteAllLinesAsync(file, Corpus.Lines(0, 30), TestContext.Current.CancellationToken);
        await desk.IngestUpTo(5, file);
        await File.WriteAllLinesAsync(file, Corpus.Lines(100, 3).Concat(Corpus.Lines(0, 30)), TestContext.Current.CancellationToken);
        JobProgress second = await desk.Ingest(file);
        Assert.True(second.Known >= 5);
        Assert.Equal(33, second.Articles);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Damage_costs_a_line_each_and_nothing_else(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        string folder = desk.File("corpus");
        Directory.CreateDirectory(folder);
        byte[] archive = Corpus.Archive(0, 5);
        for (int i = archive.Length / 2; i < (archive.Length / 2) + 10; i++) archive[i] ^= 0x5A;
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.warc.gz"), archive, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "b.xml"), "<rss version=\"2.0\"><channel><item><title>Norway and Chile sign a treaty</title><description>Norway and Chile signed a treaty in Oslo on Monday.</description></item><item><title>cut", TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, "c.jsonl"), ["{broken", .. Corpus.Lines(100, 2)], TestContext.Current.CancellationToken);
        JobProgress progress = await desk.Ingest(folder);
        Assert.Equal(4 + 1 + 2, progress.New);
        Assert.Equal(3, progress.Refused);
        Assert.Collection(
            desk.Refusals,
            line => Assert.Contains("a.warc.gz#3: the record is damaged", line, StringComparison.Ordinal),
            line => Assert.Contains("b.xml: the feed is broken", line, StringComparison.Ordinal),
            line => Assert.Contains("c.jsonl:1: the line is not valid JSON", line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Lists_in_a_folder_are_not_fetched_and_say_so(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        string folder = desk.File("corpus");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "sitemap.xml"), "<urlset><url><loc>https://quay.example/1</loc></url><url><loc>https://quay.example/2</loc></url></urlset>", TestContext.Current.CancellationToken);
        JobProgress progress = await desk.Ingest(folder);
        Assert.Equal((0, 0), (progress.Articles, progress.Refused));
        Assert.EndsWith("sitemap.xml: 2 addresses not fetched (name the file itself, and they are)", Assert.Single(desk.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_not_there_is_one_line(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        await desk.Ingest(desk.File("nothing.jsonl"));
        Assert.EndsWith("nothing.jsonl: there is no such file (check the path)", Assert.Single(desk.Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_second_writer_is_refused_in_one_line(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        using ArchiveWriter writer = desk.Archive.BeginWriting();
        string file = desk.File("news.jsonl");
        await File.WriteAllLinesAsync(file, Corpus.Lines(0, 2), TestContext.Current.CancellationToken);
        ArchiveException refused = await Assert.ThrowsAsync<ArchiveException>(() => desk.Ingest(file));
        Assert.StartsWith("another process is writing to", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Memory_stays_bounded_over_an_archive_of_many_records(string engine)
    {
        using Desk desk = new(program.Reader, engine);
        string file = desk.File("big.jsonl");
        await using (StreamWriter writer = new(file, false, Encoding.UTF8))
        {
            string padding = new(' ', 200_000);
            for (int i = 0; i < 200; i++) await writer.WriteLineAsync("{\"id\": \"" + i + "\", \"padding\": \"" + padding + "\", \"text\": \"\"}");
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        JobProgress progress = await desk.Ingest(file);
        Assert.Equal(200, progress.Refused);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }
}
