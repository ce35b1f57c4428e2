using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Archive.Search;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Bench.Archives;

/// <summary>Times what people and the web desk ask an archive: the relation, actor and words that occur most, and some that are rare.</summary>
internal sealed class ArchiveQuestions
{
    private const int Page = 50;
    private readonly RecordArchive _archive;
    private readonly QuestionTimer _timer;
    private readonly (string Low, string High) _pair;
    private readonly string _actor;
    private readonly string _person;
    private readonly DateOnly _last;

    private ArchiveQuestions(RecordArchive archive, QuestionTimer timer)
    {
        _archive = archive;
        _timer = timer;
        using ArchiveConnection connection = archive.Connect();
        _pair = connection.Query("SELECT low, high FROM dyads GROUP BY low, high ORDER BY COUNT(*) DESC LIMIT 1", row => (row.GetString(0), row.GetString(1))).Single();
        _actor = Most(connection, "actors.code", "actors.code IS NOT NULL");
        _person = Most(connection, "actors.reference", "actors.kind = 'person' AND actors.reference IS NOT NULL");
        _last = DateOnly.FromDayNumber((int)connection.Number("SELECT day FROM events WHERE current = 1 AND day IS NOT NULL ORDER BY day DESC LIMIT 1 OFFSET 1000"));
    }

    public static int Run(string place, string? pattern, TextWriter output)
    {
        ArchiveLocation location = ArchiveLocation.Find(place);
        using QuestionTimer timer = new(output, pattern);
        timer.Ask("opening the archive", () =>
        {
            RecordArchive.Open(location, create: false).Dispose();
            return null;
        });
        using RecordArchive archive = RecordArchive.Open(location, create: false);
        ArchiveQuestions questions = new(archive, timer);
        questions.Tell(output);
        questions.AskRelations();
        questions.AskEvents();
        questions.AskSearch();
        questions.AskPages();
        return 0;
    }

    private static string Most(ArchiveConnection connection, string column, string condition) => (string)connection.Scalar(
        $"SELECT {column} FROM (SELECT actor FROM parties LIMIT 200000) AS first JOIN actors ON actors.id = first.actor WHERE {condition} GROUP BY {column} ORDER BY COUNT(*) DESC LIMIT 1")!;

    private void Tell(TextWriter output)
    {
        using ArchiveConnection connection = _archive.Connect();
        long pair = connection.Number("SELECT COUNT(*) FROM dyads WHERE low = @low AND high = @high", ("@low", _pair.Low), ("@high", _pair.High));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{connection.Number("SELECT MAX(id) FROM articles"):#,0} articles, {connection.Number("SELECT MAX(id) FROM events"):#,0} events; {_pair.Low}-{_pair.High} has {pair:#,0}, {_actor} {_archive.Events.Count(new EventQuery { Parties = [_actor] }):#,0}, {_person} {_archive.Events.Count(new EventQuery { Parties = [_person] }):#,0}"));
    }

    private void AskRelations()
    {
        RelationPair pair = RelationPair.Of(_pair.Low, _pair.High);
        _timer.Ask("relation by month with its index, the pair with most", () => RelationReport.Of(_archive.Relations, new RelationQuestion(pair, PeriodKind.Month, null, null, _last)));
        _timer.Ask("relation: its happenings alone", () => _archive.Relations.Read(pair));
        RelationPair rare = RelationPair.Of("CHE", "SWE");
        _timer.Ask("relation by month, a rare pair", () => RelationReport.Of(_archive.Relations, new RelationQuestion(rare, PeriodKind.Month, null, null, _last)));
    }

    private void AskEvents()
    {
        Newest("of all", new EventQuery());
        Newest($"of an actor ({_actor})", new EventQuery { Parties = [_actor] });
        Newest("of a rare actor (CHE)", new EventQuery { Parties = ["CHE"] });
        Newest($"of a person ({_person})", new EventQuery { Parties = [_person] });
        Newest("of nobody", new EventQuery { Parties = ["person/nobody"] });
        Newest($"{_actor} acts", new EventQuery { Actors = [_actor] });
        Newest($"{_actor} is acted upon by JPN", new EventQuery { Actors = ["JPN"], Recipients = [_actor] });
        Newest($"{_actor} speaks", new EventQuery { Speakers = [_actor] });
        Newest("of a pair", new EventQuery { Relation = _pair });
        Newest("of a pair and a type", new EventQuery { Relation = _pair, Types = [EventType.Sanction] });
        Newest("of a type (PROTEST)", new EventQuery { Types = [EventType.Protest] });
        Newest("of two types", new EventQuery { Types = [EventType.Protest, EventType.Assault] });
        Newest($"of a type and an actor", new EventQuery { Types = [EventType.Protest], Parties = [_actor] });
        Newest("of a type and a rare actor", new EventQuery { Types = [EventType.Assault], Parties = ["CHE"] });
        Newest("of a place (JPN)", new EventQuery { Places = ["JPN"] });
        Newest("of a source", new EventQuery { Sources = ["source-7"] });
        Newest($"actual, of an actor, happenings", new EventQuery { Parties = [_actor], Statuses = [EventStatus.Actual], Unit = EventUnit.Happening });
        Newest("of a pair in a year", new EventQuery { Relation = _pair, From = new DateOnly(2004, 1, 1), To = new DateOnly(2004, 12, 31) });
        Newest("of an actor in a month", new EventQuery { Parties = [_actor], From = new DateOnly(2004, 3, 1), To = new DateOnly(2004, 3, 31) });
    }

    private void Newest(string what, EventQuery query)
    {
        EventQuery first = query with { Order = EventOrder.NewestFirst, Limit = Page };
        _timer.Ask($"newest {Page} events {what}", () => _archive.Events.Read(first).ToArray());
        KeptEvent[] deep = [.. _archive.Events.Read(first with { Limit = 5_000 })];
        if (deep.Length > Page) _timer.Ask($"... after {deep.Length:#,0} of them", () => _archive.Events.Read(first with { After = deep[^1].Id }).ToArray());
    }

    private void AskSearch()
    {
        Searcher searcher = new(_archive);
        Search(searcher, "a word (sanctions)", new SearchQuery { Words = "sanctions" });
        Search(searcher, "a frequent word (said)", new SearchQuery { Words = "said" });
        Search(searcher, "two words (trade talks)", new SearchQuery { Words = "trade talks" });
        Search(searcher, "a phrase (\"trade deficit\")", new SearchQuery { Words = "\"trade deficit\"" });
        Search(searcher, "beginnings (trad*)", new SearchQuery { Words = "trad*" });
        Search(searcher, "beginnings (tr*)", new SearchQuery { Words = "tr*" });
        Search(searcher, "beginnings (com*)", new SearchQuery { Words = "com*" });
        Search(searcher, "words and a country", new SearchQuery { Words = "trade talks", Countries = [_actor] });
        Search(searcher, "a frequent word and a rare actor", new SearchQuery { Words = "said", Actors = ["CHE"] });
        Search(searcher, "a facet alone (country)", new SearchQuery { Countries = [_actor] });
        Search(searcher, "a facet alone (type)", new SearchQuery { Types = [EventType.Consult] });
        Search(searcher, "two facets", new SearchQuery { Countries = ["JPN"], Types = [EventType.Consult] });
        Search(searcher, "two facets and a year", new SearchQuery { Countries = ["JPN"], Types = [EventType.Consult], From = new DateOnly(2004, 2, 3), To = new DateOnly(2005, 2, 2) });
        Search(searcher, "a month alone", new SearchQuery { From = new DateOnly(2004, 2, 3), To = new DateOnly(2004, 3, 2) });
    }

    private void Search(Searcher searcher, string what, SearchQuery query)
    {
        _timer.Ask($"search: {what}", () => searcher.Find(query));
        long? next = null;
        _timer.Ask("... by day", () => searcher.Find(query with { Order = SearchOrder.NewestDay }));
        SearchQuery wide = query with { Limit = 1000 };
        for (int i = 0; i < 5; i++) next = searcher.Find(wide with { After = next }).Next ?? next;
        if (next is not null) _timer.Ask("... a deep page of it", () => searcher.Find(query with { After = next }));
    }

    private void AskPages()
    {
        long article = Number("SELECT MAX(id) / 2 FROM articles");
        string identity = _archive.Articles.Find(article)!.Identity;
        long story = Number("SELECT story FROM articles WHERE id = (SELECT MAX(id) / 2 FROM articles)");
        long large = Number("SELECT id FROM stories ORDER BY articles DESC LIMIT 1");
        _timer.Ask("an article by its number, with its record", () => _archive.Articles.Record(_archive.Articles.Find(article)!.Revision));
        _timer.Ask("an article by its identity", () => _archive.Articles.Find(identity));
        _timer.Ask($"a story of {_archive.Stories.Find(story)!.Articles.Length} articles", () => _archive.Stories.Find(story));
        _timer.Ask($"the largest story, {_archive.Stories.Find(large)!.Articles.Length} articles", () => _archive.Stories.Find(large));
        MeetingQuery day = new() { From = _last, To = _last };
        MeetingQuery early = new() { From = _last.AddDays(-1000), To = _last.AddDays(-1000) };
        _timer.Ask($"a day's meetings, {_archive.Meetings.Read(day).Count} of them", () => _archive.Meetings.Read(day));
        _timer.Ask($"a day's meetings long ago, {_archive.Meetings.Read(early).Count} of them", () => _archive.Meetings.Read(early));
        _timer.Ask("newest 50 stories", () => _archive.Stories.Newest(50));
        _timer.Ask("newest 50 stories of three articles or more", () => _archive.Stories.Newest(50, fewest: 3));
        StoryHead deep = _archive.Stories.Newest(5_000)[^1];
        _timer.Ask("... after 5,000 of them", () => _archive.Stories.Newest(50, deep));
        _timer.Ask("the pairs that moved over 14 days against 56", () => _archive.Relations.Moved(_last, 20));
        _timer.Ask("the pairs that moved over 30 days against 335", () => _archive.Relations.Moved(_last, 20, 30, 335));
        _timer.Ask("meetings ahead", () => _archive.Meetings.Read(new MeetingQuery { From = _last }));
    }

    private long Number(string sql)
    {
        using ArchiveConnection connection = _archive.Connect();
        return connection.Number(sql);
    }
}
