using System.Collections.Immutable;
using Readout.Analysis.Happenings;
using Readout.Analysis.Reports;
using Readout.Archive.Store;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Merging;

/// <summary>Merges the reports of the same happening over articles. A changed or newly coded article's reports take the place of its old ones.</summary>
internal sealed class HappeningLayer : IKeepLayer
{
    private const int MostRemembered = 20_000;

    // A summary is made of no more accounts than these, the first ones: the cost of an article must not grow with a happening.
    private const int SummaryLimit = 200;

    /// <summary>Accounts as the tables have them, so that they need not be parsed again.</summary>
    private readonly Dictionary<long, List<Account>> _accounts = [];

    public void Keep(ArchiveConnection connection, WrittenCoding kept)
    {
        if (!kept.IsCurrent) return;
        long article = kept.Result.Article;
        SortedSet<long> changed = kept.Result.Outcome == KeepOutcome.New ? [] : Withdraw(connection, article);
        long voice = connection.Number("SELECT copy_group FROM articles WHERE id = @article", ("@article", article));
        ImmutableArray<Report> reports = Report.Of(kept.Record);
        for (int i = 0; i < reports.Length; i++) changed.Add(Add(connection, new Account(kept.Events[i], article, voice, reports[i])));
        foreach (long happening in changed) Summarise(connection, happening);
    }

    public void Flush(ArchiveConnection connection)
    {
        if (_accounts.Count > MostRemembered) _accounts.Clear();
    }

    private SortedSet<long> Withdraw(ArchiveConnection connection, long article)
    {
        SortedSet<long> happenings = [.. connection.Query("SELECT DISTINCT happening FROM happening_reports WHERE article = @article", row => row.GetInt64(0), ("@article", article))];
        connection.Execute("UPDATE events SET happening = NULL WHERE id IN (SELECT event FROM happening_reports WHERE article = @article)", ("@article", article));
        connection.Execute("DELETE FROM happening_reports WHERE article = @article", ("@article", article));
        foreach (long happening in happenings) _accounts.Remove(happening);
        return happenings;
    }

    private long Add(ArchiveConnection connection, Account account)
    {
        long happening = HappeningChoice.Choose(account.Report, account.Article, account.Event, Candidates(connection, account.Report)) ?? account.Event;
        if (happening == account.Event)
        {
            connection.Execute(
                "INSERT INTO happenings (id, type, status, actors, recipients, reports, voices, disputed) VALUES (@id, '', '', '', '', 0, 0, 0)", ("@id", happening));
        }

        string kept = KeptComparison.ToText(account.Report);
        connection.Execute("INSERT INTO happening_reports (event, happening, article, voice, report) VALUES (@event, @happening, @article, @voice, @report)",
            ("@event", account.Event), ("@happening", happening), ("@article", account.Article), ("@voice", account.Voice), ("@report", kept));
        Remember(connection, happening, account with { Report = KeptComparison.ReportOf(kept) });
        connection.Execute("UPDATE events SET happening = @happening WHERE id = @event", ("@happening", happening), ("@event", account.Event));
        connection.Execute("UPDATE dyads SET happening = @happening WHERE event = @event", ("@happening", happening), ("@event", account.Event));
        foreach (long key in HappeningKeys.Of(account.Report))
        {
            foreach (int day in HappeningKeys.Entered(account.Report)) Enter(connection, key, day, happening);
        }

        return happening;
    }

    private List<HappeningCandidate> Candidates(ArchiveConnection connection, Report report)
    {
        if (HappeningKeys.Sought(report) is not { } sought) return [];
        object seasons = connection.Dialect.Numbers(Season.Between(Season.Of(sought.First), Season.Of(sought.Last)));
        List<long> met = [];
        foreach (long key in HappeningKeys.Of(report))
        {
            met.AddRange(connection.Query(
                $"SELECT happening FROM happening_keys WHERE {connection.Dialect.IsAmong("season", "@seasons")} AND key = @key AND day BETWEEN @first AND @last",
                row => row.GetInt64(0), ("@seasons", seasons), ("@key", key), ("@first", (long)sought.First), ("@last", (long)sought.Last)).Distinct());
        }

        return [.. HappeningKeys.Choose(met).Select(number => new HappeningCandidate(number, [.. Accounts(connection, number).Take(HappeningChoice.AccountLimit)]))];
    }

    private static void Enter(ArchiveConnection connection, long key, int day, long happening)
    {
        long season = Season.Of(day);
        int entered = connection.Execute(
            "INSERT INTO happening_keys (season, key, day, happening) VALUES (@season, @key, @day, @happening) ON CONFLICT (season, key, day, happening) DO NOTHING",
            ("@season", season), ("@key", key), ("@day", (long)day), ("@happening", happening));
        if (entered == 0) return;
        connection.Execute(
            """
            DELETE FROM happening_keys WHERE season = @season AND key = @key AND day = @day
                AND happening <= (SELECT happening FROM happening_keys WHERE season = @season AND key = @key AND day = @day ORDER BY happening DESC LIMIT 1 OFFSET @limit)
            """,
            ("@season", season), ("@key", key), ("@day", (long)day), ("@limit", (long)HappeningKeys.DayLimit));
    }

    private List<Account> Accounts(ArchiveConnection connection, long happening)
    {
        if (_accounts.TryGetValue(happening, out List<Account>? known)) return known;
        known = connection.Query(
            "SELECT event, article, voice, report FROM happening_reports WHERE happening = @happening ORDER BY event LIMIT @limit",
            row => new Account(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), KeptComparison.ReportOf(row.GetString(3))),
            ("@happening", happening), ("@limit", (long)SummaryLimit));
        _accounts[happening] = known;
        return known;
    }

    private void Remember(ArchiveConnection connection, long happening, Account account)
    {
        if (happening == account.Event) _accounts[happening] = [account];
        else if (!_accounts.TryGetValue(happening, out List<Account>? known)) Accounts(connection, happening);
        else if (known.Count < SummaryLimit) known.Add(account);
    }

    private void Summarise(ArchiveConnection connection, long happening)
    {
        List<Account> accounts = Accounts(connection, happening);
        if (accounts.Count == 0)
        {
            connection.Execute("DELETE FROM happening_keys WHERE happening = @happening", ("@happening", happening));
            connection.Execute("DELETE FROM happenings WHERE id = @happening", ("@happening", happening));
            return;
        }

        HappeningSummary summary = HappeningSummary.Of(accounts);
        connection.Execute(
            """
            UPDATE happenings SET type = @type, status = @status, actors = @actors, recipients = @recipients, date_from = @from, date_to = @to,
                place_name = @place, reports = @reports, voices = @voices, disputed = @disputed WHERE id = @id
            """,
            ("@type", summary.Type.Spelt()), ("@status", summary.Status.Spelt()), ("@actors", StoredText.Of(string.Join(' ', summary.Actors))),
            ("@recipients", StoredText.Of(string.Join(' ', summary.Recipients))), ("@from", Days.ToText(summary.From)), ("@to", Days.ToText(summary.To)),
            ("@place", StoredText.OrNull(summary.Place)), ("@reports", (long)accounts.Count), ("@voices", (long)summary.Voices),
            ("@disputed", summary.Claims.Any(claim => claim.Standing == Standing.Disputed) ? 1L : 0L), ("@id", happening));
    }
}
