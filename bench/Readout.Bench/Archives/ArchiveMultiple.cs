using System.Globalization;
using Readout.Archive;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;

namespace Readout.Bench.Archives;

/// <summary>
/// Makes an archive of SQLite many times as large by SQL: every row again under another number, some days later, as if as many articles had
/// come after those that are there. What it makes is for timing: kept records say what the first ones say.
/// </summary>
internal static class ArchiveMultiple
{
    // Whole seasons, since copies, stories and happenings are looked up by season.
    private const string Span = "SELECT (MAX(day) - MIN(day)) / 56 * 56 + 56 FROM story_members";

    // The tables with what their columns become: A, R, C, S, E, Q, M are added to numbers of articles, revisions, codings, sentences, events,
    // quotes and meetings, D to days; K is the number of the copy.
    private static readonly (string Table, string Columns)[] Tables =
    [
        ("articles", "id+A, identity||'#'||K, revision+R, copy_group+A, story+A"),
        ("revisions", "id+R, article+A, number, content_hash, raw_hash, given_id||'#'||K, url||'#'||K, source, title, date(published, D||' days'), language, text_length, coding+C"),
        ("codings", "id+C, revision+R, pack, sentences, events, quotes, meetings, record_hash, record"),
        ("sentences", "id+S, revision+R, number, span_start, span_end, current, text"),
        ("events", "id+E, revision+R, coding+C, article+A, current, number, printf('%04x', K)||substr(key, 5), sentence+S, span_start, span_end, trigger_start, trigger_end, trigger_text, "
            + "type, mode, contexts, quad, action, cameo, goldstein, plover_score, status, status_spans, day+D, date(date_from, D||' days'), date(date_to, D||' days'), date_granularity, "
            + "date_unresolved, date_reference, place_name, place_country, place_latitude, place_longitude, place_start, place_end, place_unresolved, frame, confidence, happening+E"),
        ("parties", "event+E, role, place, actor, mention, mention_start, mention_end, mention_text"),
        ("event_parties", "who, day+D, event+E, roles"),
        ("attributions", "event+E, place, quote, cue_start, cue_end, stance"),
        ("sizes", "event+E, kind, at_least, at_most, span_start, span_end"),
        ("dyads", "low, high, day+D, event+E, direction, status, quad, goldstein, plover_score, happening+E, counted+(D<<25)"),
        ("quotes", "id+Q, revision+R, coding+C, current, number, kind, stance, parent, speaker, speaker_start, speaker_end, body, source_spans, cue_spans, content_spans"),
        ("meetings", "id+M, revision+R, coding+C, current, number, state, level, date(date_from, D||' days'), date(date_to, D||' days'), place_name, place_country, place_latitude, place_longitude, "
            + "place_start, place_end, place_unresolved"),
        ("meeting_parties", "meeting+M, role, place, actor, mention, mention_start, mention_end, mention_text"),
        ("meeting_events", "meeting+M, event+E"),
        ("copy_bands", "CASE WHEN day IS NULL THEN season ELSE season+D/56 END, band+K, article+A, day+D"),
        ("stories", "id+A, articles, first_day+D, last_day+D, vector"),
        ("story_members", "article+A, story+A, placed+A*4096, day+D, vector"),
        ("story_postings", "CASE WHEN week < 0 THEN season ELSE season+D/56 END, term, CASE WHEN week < 0 THEN week ELSE week+D/7 END, posted+A, story+A"),
        ("happenings", "id+E, type, status, actors, recipients, date(date_from, D||' days'), date(date_to, D||' days'), place_name, reports, voices, disputed"),
        ("happening_reports", "event+E, happening+E, article+A, voice+A, report"),
        ("happening_keys", "season+D/56, key, day+D, happening+E"),
        ("followed_meetings", "id+M, 'copy'||K||'-'||uid, sequence, state, level, date(date_from, D||' days'), date(date_to, D||' days'), place_name, place_country, parties, tellings"),
        ("meeting_tellings", "meeting+M, followed+M, article+A, telling"),
        ("followed_keys", "key, day+D, followed+M"),
        ("event_facets", "event+E, sentence+S, day+D, CASE WHEN day IS NULL THEN facets ELSE substr(facets, 1, instr(facets, ' qxzm')) "
            + "|| 'qxzm' || (12 * strftime('%Y', day+D + 1721425.5) + strftime('%m', day+D + 1721425.5) - 1) || ' qxzy' || CAST(strftime('%Y', day+D + 1721425.5) AS INTEGER) END"),
    ];

    // The number by which a row of the first archive is told from those that were made of it.
    private static readonly (string Letter, string Table)[] Numbers =
        [("A", "articles"), ("R", "revisions"), ("C", "codings"), ("S", "sentences"), ("E", "events"), ("Q", "quotes"), ("M", "meetings")];

    public static int Run(string place, int times, TextWriter output)
    {
        using RecordArchive archive = RecordArchive.Open(ArchiveLocation.Parse(place), create: false);
        using ArchiveConnection connection = archive.Connect();
        connection.ExecuteScript("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000");
        long days = connection.Number(Span);
        Dictionary<string, long> last = Numbers.ToDictionary(pair => pair.Letter, pair => connection.Number($"SELECT MAX(id) FROM {pair.Table}"), StringComparer.Ordinal);
        connection.ExecuteScript(string.Concat(Tables.Select(table => $"CREATE TEMP TABLE first_{table.Table} AS SELECT * FROM {table.Table};")));
        for (int copy = 1; copy < times; copy++)
        {
            connection.InTransaction(() => Copy(connection, last, days, copy));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(copy + 1) * last["A"]:#,0} articles, {(copy + 1) * last["E"]:#,0} events"));
        }

        return 0;
    }

    private static void Copy(ArchiveConnection connection, Dictionary<string, long> last, long days, int copy)
    {
        foreach ((string table, string columns) in Tables)
        {
            connection.ExecuteScript($"INSERT INTO {table} SELECT {Filled(columns, last, days, copy)} FROM temp.first_{table}");
        }

        connection.ExecuteScript(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO sentence_words (rowid, text) SELECT id, text FROM sentences WHERE id > {copy * last["S"]} AND current = 1"));
        connection.Execute(WordSearch.Of(connection.Dialect).Add);
    }

    private static string Filled(string columns, Dictionary<string, long> last, long days, int copy)
    {
        string filled = columns.Replace("||K", string.Create(CultureInfo.InvariantCulture, $"||{copy}"), StringComparison.Ordinal).Replace("K||", string.Create(CultureInfo.InvariantCulture, $"{copy}||"), StringComparison.Ordinal)
            .Replace("+K", string.Create(CultureInfo.InvariantCulture, $"+{copy}"), StringComparison.Ordinal).Replace(", K)", string.Create(CultureInfo.InvariantCulture, $", {copy})"), StringComparison.Ordinal);
        foreach ((string letter, long number) in last) filled = filled.Replace($"+{letter}", string.Create(CultureInfo.InvariantCulture, $"+{copy * number}"), StringComparison.Ordinal);
        return filled.Replace("+D", string.Create(CultureInfo.InvariantCulture, $"+{copy * days}"), StringComparison.Ordinal)
            .Replace("D||", string.Create(CultureInfo.InvariantCulture, $"{copy * days}||"), StringComparison.Ordinal).Replace("(D<<", string.Create(CultureInfo.InvariantCulture, $"({copy * days}<<"), StringComparison.Ordinal);
    }
}
