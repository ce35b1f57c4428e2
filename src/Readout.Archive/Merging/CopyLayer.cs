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
        int? day = kept.Record.Article.Published?.DayNumber;
        ILookup<long, Met> met = Near(connection, bands, day);
        long[] chosen = [.. CopyFinder.Choose(bands.SelectMany(band => met[band].Select(other => other.Article).TakeLast(CopyFinder.CandidatesPerBand)))];
        if (CopyFinder.Group(shingles, chosen.Select(article => Candidate(connection, article))) is { } group)
        {
            connection.Execute("UPDATE articles SET copy_group = @group WHERE id = @article", ("@group", group), ("@article", kept.Result.Article));
        }

        Enter(connection, bands, kept.Result.Article, day, met);
        Remember(kept.Result.Article, shingles);
    }

    public void Flush(ArchiveConnection connection)
    {
    }

    private static ILookup<long, Met> Near(ArchiveConnection connection, ImmutableArray<long> bands, int? day) => connection.Query(
        $"SELECT season, band, article, day FROM copy_bands WHERE {connection.Dialect.IsAmong("season", "@seasons")} AND {connection.Dialect.IsAmong("band", "@bands")} ORDER BY article",
        row => new Met(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), (int?)row.NumberOrNull(3)),
        ("@seasons", connection.Dialect.Numbers(Seasons(connection, day))), ("@bands", connection.Dialect.Numbers(bands)))
        .Where(met => CopyFinder.IsNear(day, met.Day)).ToLookup(met => met.Band);

    /// <summary>An article without a day is looked for among the newest ones, and each article among those without a day.</summary>
    private static long[] Seasons(ArchiveConnection connection, int? day)
    {
        if (day is int number) return [Season.None, .. Season.Between(Season.Of(Math.Max(0, number - CopyFinder.Window)), Season.Of(number + CopyFinder.Window))];
        long newest = connection.Number("SELECT COALESCE(MAX(season), @none) FROM copy_bands", ("@none", Season.None));
        return Season.Between(Math.Max(Season.None, newest - 1), newest).Append(Season.None).Distinct().ToArray();
    }

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

    private static void Enter(ArchiveConnection connection, ImmutableArray<long> bands, long article, int? day, ILookup<long, Met> met)
    {
        long season = Season.Of(day);
        foreach (long band in bands)
        {
            connection.Execute("INSERT INTO copy_bands (season, band, article, day) VALUES (@season, @band, @article, @day)",
                ("@season", season), ("@band", band), ("@article", article), ("@day", (long?)day));
            Met[] before = [.. met[band].Where(other => other.Season == season)];
            if (before.Length < CopyFinder.CandidatesPerBand) continue;
            connection.Execute("DELETE FROM copy_bands WHERE season = @season AND band = @band AND article = @article", ("@season", season), ("@band", band), ("@article", before[0].Article));
        }
    }

    private sealed record Met(long Season, long Band, long Article, int? Day);
}
