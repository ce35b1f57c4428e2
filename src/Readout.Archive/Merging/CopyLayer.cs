using System.Collections.Immutable;
using Readout.Analysis.Copies;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Merging;

/// <summary>Puts each new article into the group of its copies. An article that changes stays in the group that it is in.</summary>
internal sealed class CopyLayer : IKeepLayer
{
    /// <summary>Runs that are remembered over all articles, of eight bytes each.</summary>
    private const int MostRuns = 2_000_000;

    /// <summary>Runs of articles that were kept or compared lately, so that their records need not be unpacked again.</summary>
    private readonly Dictionary<long, Shingles> _runs = [];
    private readonly Queue<long> _oldest = [];
    private int _remembered;

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        if (kept.Result.Outcome != KeepOutcome.New) return;
        Shingles shingles = Shingles.Of(CopyFinder.Body(kept.Record.Article));
        ImmutableArray<long> bands = [.. shingles.Bands().Distinct()];
        if (bands.IsEmpty) return;
        ILookup<long, long> met = Met(connection, bands);
        long[] chosen = [.. CopyFinder.Choose(bands.SelectMany(band => met[band].TakeLast(CopyFinder.CandidatesPerBand)))];
        if (CopyFinder.Group(shingles, chosen.Select(article => Candidate(connection, article))) is { } group)
        {
            connection.Execute("UPDATE articles SET copy_group = @group WHERE id = @article", ("@group", group), ("@article", kept.Result.Article));
        }

        foreach (long band in bands) Enter(connection, band, kept.Result.Article, [.. met[band]]);
        Remember(kept.Result.Article, shingles);
    }

    public void Flush(ArchiveConnection connection)
    {
    }

    private static ILookup<long, long> Met(ArchiveConnection connection, ImmutableArray<long> bands) => connection.Query(
        $"SELECT band, article FROM copy_bands WHERE {connection.Dialect.IsAmong("band", "@bands")} ORDER BY article",
        row => (Band: row.GetInt64(0), Article: row.GetInt64(1)),
        ("@bands", connection.Dialect.Numbers(bands))).ToLookup(pair => pair.Band, pair => pair.Article);

    /// <summary>The first revision counts: what a later one says must not depend on when it was written.</summary>
    private CopyCandidate Candidate(ArchiveConnection connection, long article)
    {
        long group = connection.Number("SELECT copy_group FROM articles WHERE id = @article", ("@article", article));
        if (_runs.TryGetValue(article, out Shingles? runs)) return new CopyCandidate(article, group, runs);
        byte[] record = (byte[])connection.Scalar(
            """
            SELECT codings.record FROM articles
            JOIN revisions ON revisions.article = articles.id AND revisions.number = 1 JOIN codings ON codings.id = revisions.coding
            WHERE articles.id = @article
            """,
            ("@article", article))!;
        runs = Shingles.Of(RecordJson.ParseBody(RecordBytes.Unpack(record)));
        Remember(article, runs);
        return new CopyCandidate(article, group, runs);
    }

    private void Remember(long article, Shingles runs)
    {
        if (!_runs.TryAdd(article, runs)) return;
        _oldest.Enqueue(article);
        _remembered += runs.Count;
        while (_remembered > MostRuns && _runs.Remove(_oldest.Dequeue(), out Shingles? gone)) _remembered -= gone.Count;
    }

    private static void Enter(ArchiveConnection connection, long band, long article, long[] before)
    {
        connection.Execute("INSERT INTO copy_bands (band, article) VALUES (@band, @article)", ("@band", band), ("@article", article));
        if (before.Length < CopyFinder.CandidatesPerBand) return;
        connection.Execute("DELETE FROM copy_bands WHERE band = @band AND article = @article", ("@band", band), ("@article", before[0]));
    }
}
