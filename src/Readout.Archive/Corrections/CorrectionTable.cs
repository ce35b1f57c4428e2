using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Readout.Archive.Store;
using Readout.Archive.Writing;

namespace Readout.Archive.Corrections;

/// <summary>The rows of the log and of how its entries stand.</summary>
internal static class CorrectionTable
{
    private const string Time = "yyyy-MM-ddTHH:mm:ssZ";

    private const string Select = """
        SELECT corrections.id, corrections.article, corrections.revision, corrections.event_key, corrections.kind, corrections.fields, corrections.trigger_start,
               corrections.trigger_text, corrections.before_text, corrections.after_text, corrections.made_by, corrections.made_at, corrections.why
        FROM corrections
        """;

    public static bool Has(ArchiveConnection connection, long article) =>
        connection.Number("SELECT COUNT(*) FROM (SELECT 1 FROM corrections WHERE article = @article LIMIT 1) AS any_of_it", ("@article", article)) > 0;

    /// <summary>The corrections of an article, in the order of the log.</summary>
    public static List<Correction> Of(ArchiveConnection connection, long article) =>
        connection.Query($"{Select} WHERE corrections.article = @article ORDER BY corrections.id", Read, ("@article", article));

    /// <summary>The whole log, or what waits for review, with how each stands.</summary>
    public static List<(Correction Correction, CorrectionResult Result)> All(ArchiveConnection connection)
    {
        Dictionary<long, CorrectionResult> results = connection.Query(
            "SELECT correction, outcome, event_key, reason FROM correction_results",
            row => new CorrectionResult(row.GetInt64(0), Enum.Parse<CorrectionOutcome>(row.GetString(1), ignoreCase: true), row.TextOrNull(2), row.GetString(3))).ToDictionary(result => result.Correction);
        return [.. connection.Query($"{Select} ORDER BY corrections.id", Read).Select(correction => (correction, results[correction.Id]))];
    }

    /// <summary>The corrections of those numbers.</summary>
    public static List<Correction> Among(ArchiveConnection connection, IReadOnlyCollection<long> numbers) =>
        connection.Query($"{Select} WHERE {connection.Dialect.IsAmong("corrections.id", "@numbers")} ORDER BY corrections.id", Read, ("@numbers", connection.Dialect.Numbers(numbers)));

    /// <summary>The corrections of an article with how each stands.</summary>
    public static List<(Correction Correction, CorrectionResult Result)> Standing(ArchiveConnection connection, long article)
    {
        Dictionary<long, CorrectionResult> results = connection.Query(
            "SELECT correction, outcome, correction_results.event_key, reason FROM correction_results JOIN corrections ON corrections.id = correction_results.correction WHERE corrections.article = @article",
            row => new CorrectionResult(row.GetInt64(0), Enum.Parse<CorrectionOutcome>(row.GetString(1), ignoreCase: true), row.TextOrNull(2), row.GetString(3)),
            ("@article", article)).ToDictionary(result => result.Correction);
        return [.. Of(connection, article).Where(correction => results.ContainsKey(correction.Id)).Select(correction => (correction, results[correction.Id]))];
    }

    /// <summary>Articles that people corrected, in order.</summary>
    public static List<long> Articles(ArchiveConnection connection) =>
        connection.Query("SELECT DISTINCT article FROM corrections ORDER BY article", row => row.GetInt64(0));

    /// <summary>What people said of events, by key: accepted, changed or added.</summary>
    public static Dictionary<string, string> Marks(ArchiveConnection connection)
    {
        Dictionary<string, string> marks = new(StringComparer.Ordinal);
        foreach ((string key, string kind) in connection.Query(
            "SELECT correction_results.event_key, corrections.kind FROM correction_results JOIN corrections ON corrections.id = correction_results.correction "
            + "WHERE correction_results.outcome = 'applied' AND correction_results.event_key IS NOT NULL ORDER BY corrections.id",
            row => (row.GetString(0), row.GetString(1))))
        {
            if (kind == "accept") marks.TryAdd(key, "accepted");
            else if (kind == "add") marks[key] = "added";
            else if (marks.GetValueOrDefault(key) != "added") marks[key] = "changed";
        }

        return marks;
    }

    /// <summary>Adds an entry to the log; gives its number.</summary>
    public static long Add(ArchiveConnection connection, Correction correction)
    {
        long id = connection.Number("SELECT COALESCE(MAX(id), 0) FROM corrections") + 1;
        connection.Execute(
            """
            INSERT INTO corrections (id, article, revision, event_key, kind, fields, trigger_start, trigger_text, before_text, after_text, made_by, made_at, why)
            VALUES (@id, @article, @revision, @key, @kind, @fields, @start, @trigger, @before, @after, @by, @at, @why)
            """,
            ("@id", id), ("@article", correction.Article), ("@revision", correction.Revision), ("@key", correction.Key), ("@kind", Kind(correction.Kind)),
            ("@fields", StoredText.Of(CorrectionFields.ToJson(correction.Fields))), ("@start", (long)correction.TriggerStart), ("@trigger", StoredText.Of(correction.Trigger)),
            ("@before", StoredText.Of(correction.Before)), ("@after", StoredText.Of(correction.After)), ("@by", StoredText.Of(correction.By)),
            ("@at", correction.At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)), ("@why", StoredText.Of(correction.Why)));
        return id;
    }

    /// <summary>Notes how corrections stand now.</summary>
    public static void Settle(ArchiveConnection connection, long revision, ImmutableArray<CorrectionResult> results)
    {
        foreach (CorrectionResult result in results)
        {
            connection.Execute(
                """
                INSERT INTO correction_results (correction, revision, event_key, outcome, reason) VALUES (@correction, @revision, @key, @outcome, @reason)
                ON CONFLICT (correction) DO UPDATE SET revision = excluded.revision, event_key = excluded.event_key, outcome = excluded.outcome, reason = excluded.reason
                """,
                ("@correction", result.Correction), ("@revision", revision), ("@key", result.Key), ("@outcome", Outcome(result.Outcome)), ("@reason", result.Reason));
        }
    }

    private static string Kind(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Accept => "accept",
        CorrectionKind.Reject => "reject",
        CorrectionKind.Change => "change",
        _ => "add",
    };

    private static string Outcome(CorrectionOutcome outcome) => outcome switch
    {
        CorrectionOutcome.Applied => "applied",
        CorrectionOutcome.Void => "void",
        _ => "review",
    };

    private static Correction Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Article = row.GetInt64(1),
        Revision = row.GetInt64(2),
        Key = row.GetString(3),
        Kind = Enum.Parse<CorrectionKind>(row.GetString(4), ignoreCase: true),
        Fields = CorrectionFields.FromJson(row.GetString(5)),
        TriggerStart = row.GetInt32(6),
        Trigger = row.GetString(7),
        Before = row.GetString(8),
        After = row.GetString(9),
        By = row.GetString(10),
        At = DateTimeOffset.ParseExact(row.GetString(11), Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Why = row.GetString(12),
    };
}
