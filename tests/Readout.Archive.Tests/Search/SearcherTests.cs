using Readout.Archive.Search;
using Readout.Archive.Search.Facets;
using Readout.Archive.Search.Words;
using Readout.Archive.Store;
using Readout.Archive.Store.Dialects;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Search;

/// <summary>Searches real archives on both engines.</summary>
public sealed class SearcherTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Words_find_sentences_with_their_events_and_marks(string engine)
    {
        using TestArchive test = Filled(engine);
        SearchPage page = Find(test, new SearchQuery { Words = "envoy visited" });
        Assert.Equal((1L, false, false, null), (page.Total, page.IsMore, page.CountsEvents, page.Next));
        SearchHit hit = Assert.Single(page.Hits);
        ArticleRecord record = Records.Visit();
        Assert.Equal((1, record.Sentences[1]), (hit.Sentence, hit.Span));
        Assert.Equal(record.Sentences[1].In(record.Article.Text), hit.Text);
        Assert.Equal(["envoy", "visited"], hit.Marks.Select(mark => mark.In(record.Article.Text)));
        Assert.Equal(record.Events[0].Key, Assert.Single(hit.Events).Key);
        Assert.Equal(("visit", "Strelsau Courier"), (hit.Article.GivenId, hit.Article.Source));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Sentences_without_events_are_found_by_words_alone(string engine)
    {
        using TestArchive test = Filled(engine);
        SearchPage page = Find(test, new SearchQuery { Words = "officials" });
        Assert.Equal(2, page.Hits.Length);
        Assert.All(page.Hits, hit => Assert.Empty(hit.Events));
        Assert.Empty(page.Facets);
        Assert.Empty(Find(test, new SearchQuery { Words = "officials", Statuses = [EventStatus.Actual] }).Hits);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_language_of_queries_works(string engine)
    {
        using TestArchive test = Filled(engine);
        (string Words, int Count)[] cases =
        [
            ("visiting", 1), ("VISIT", 1), ("\"Ruritanian envoy visited\"", 1), ("\"envoy Ruritanian\"", 0), ("Ruritan*", 4), ("Grau*", 6), ("\"visited Grau\"*", 1),
            ("visited OR meet", 3), ("Graustark -ministers", 4), ("Graustark -\"ministers agreed\" toured", 1), ("Graustark -toured -visited", 4), ("absent", 0), ("Graustark Ruritania", 2),
            ("\"visited", 1), ("text:visited", 0), ("(visited)", 1), ("visited*", 1),
        ];
        foreach ((string words, int count) in cases)
        {
            SearchPage page = Find(test, new SearchQuery { Words = words });
            Assert.True(page.Hits.Length == count && page.Total == count, $"{words} finds {page.Hits.Length} of {page.Total}, not {count}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Facets_narrow_what_is_found(string engine)
    {
        using TestArchive test = Filled(engine);
        (SearchQuery Query, int Count)[] cases =
        [
            (new SearchQuery { Types = [EventType.Consult] }, 2),
            (new SearchQuery { Types = [EventType.Consult, EventType.Agree] }, 4),
            (new SearchQuery { Types = [EventType.Aid] }, 0),
            (new SearchQuery { Actors = ["person/rudolf"] }, 2),
            (new SearchQuery { Actors = ["rudolf rassendyll"] }, 2),
            (new SearchQuery { Actors = ["GRK"] }, 4),
            (new SearchQuery { Actors = ["nobody"] }, 0),
            (new SearchQuery { Countries = ["RUR"] }, 4),
            (new SearchQuery { Modes = ["visit"] }, 2),
            (new SearchQuery { Contexts = ["military"] }, 2),
            (new SearchQuery { Contexts = ["milit"] }, 0),
            (new SearchQuery { Statuses = [EventStatus.Future] }, 2),
            (new SearchQuery { Sources = ["Strelsau Courier"] }, 2),
            (new SearchQuery { Speakers = ["spokesman"] }, 2),
            (new SearchQuery { Speakers = ["state/graustark"] }, 2),
            (new SearchQuery { From = new DateOnly(2031, 6, 1) }, 2),
            (new SearchQuery { To = new DateOnly(2031, 5, 1) }, 1),
            (new SearchQuery { From = new DateOnly(2031, 5, 1), To = new DateOnly(2031, 5, 1) }, 1),
            (new SearchQuery { From = new DateOnly(2031, 5, 2), To = new DateOnly(2031, 6, 9) }, 1),
            (new SearchQuery { From = new DateOnly(2029, 1, 1), To = new DateOnly(2033, 3, 1) }, 4),
            (new SearchQuery { Words = "Graustark", Types = [EventType.Consult], Sources = ["Strelsau Courier"], Countries = ["GRK"] }, 2),
            (new SearchQuery { Words = "toured", Types = [EventType.Consult] }, 1),
            (new SearchQuery { Words = "Graustark -toured", Types = [EventType.Consult] }, 1),
            (new SearchQuery { Words = "toured", Types = [EventType.Agree] }, 0),
            (new SearchQuery { Words = "qxzf1" }, 0),
        ];
        foreach ((SearchQuery query, int count) in cases)
        {
            SearchPage page = Find(test, query);
            Assert.True(page.Hits.Length == count && page.Total == count, $"{query} finds {page.Hits.Length} of {page.Total}, not {count}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Facets_are_counted_over_what_is_found(string engine)
    {
        using TestArchive test = Filled(engine);
        SearchPage page = Find(test, new SearchQuery { Countries = ["RUR"] });
        Assert.Equal(["type", "mode", "context", "status", "country", "actor", "speaker", "source", "year"], page.Facets.Select(facet => facet.Name));
        Assert.Equal("AGREE 2, CONSULT 2", Counts(page, "type"));
        Assert.Equal("diplomatic 4, military 2", Counts(page, "context"));
        Assert.Equal("GRK 4, RUR 4", Counts(page, "country"));
        Assert.Equal("state/graustark 4, person/rudolf 2, state/ruritania 2", Counts(page, "actor"));
        Assert.Equal("2031 4", Counts(page, "year"));
        Assert.Equal("Rudolf Rassendyll", page.Facets.First(facet => facet.Name == "actor").Values[1].Label);
        SearchPage narrowed = Find(test, new SearchQuery { Words = "toured" });
        Assert.Equal("CONSULT 1", Counts(narrowed, "type"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void In_order_of_day_the_newest_events_come_first_page_by_page(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        Random random = new(7);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            for (int i = 0; i < 60; i++) writer.Keep(Records.Visit($"v{i}", new DateOnly(2026, 1, 1).AddDays(random.Next(3000)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), deed: i % 3 == 0 ? "toured" : "visited"));
            writer.Keep(Records.Plan("undated", null));
            writer.Commit();
        }

        foreach (SearchQuery query in (SearchQuery[])[new() { Words = "toured" }, new() { Words = "Graustark", Types = [EventType.Consult] }, new() { Actors = ["person/rudolf"], From = new DateOnly(2027, 3, 9), To = new DateOnly(2031, 2, 3) }])
        {
            SearchHit[] kept = [.. Find(test, query with { Limit = 1000 }).Hits.Where(hit => hit.Events.Length > 0)];
            (DateOnly Day, long Event)[] expected = [.. kept.SelectMany(hit => hit.Events).Select(one => (one.Day!.Value, one.Id)).OrderDescending()];
            foreach ((bool areFew, long stretch) in ((bool, long)[])[(true, 1), (false, 1), (false, 5), (false, MatchesByDay.FirstStretch)])
            {
                List<(DateOnly, long)> paged = [];
                using ArchiveConnection connection = test.Archive.Connect();
                WordSearch engineOf = WordSearch.Of(connection.Dialect);
                MatchesByDay matches = new(connection, engineOf, WordQuery.Parse(query.Words), FacetFilter.Of(query, connection), stretch);
                for (long? after = null; ;)
                {
                    (List<(long Sentence, List<long> Events)> found, long? next) = matches.Page(after, 7, areFew);
                    paged.AddRange(test.Archive.Events.Load([.. found.SelectMany(hit => hit.Events)]).Select(one => (one.Day!.Value, one.Id)));
                    if (next is null) break;
                    after = next;
                }

                Assert.Equal(expected, paged);
            }

            SearchPage page = Find(test, query with { Order = SearchOrder.NewestDay, Limit = 5 });
            Assert.Equal((true, Math.Min(5, expected.Length), (long)expected.Length), (page.CountsEvents, page.Hits.Length, page.Total));
            Assert.Equal(expected.Take(5).Select(one => one.Event), page.Hits.Select(hit => Assert.Single(hit.Events).Id));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Pages_follow_one_another(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            for (int i = 0; i < 23; i++) writer.Keep(Records.Visit($"v{i}", "2031-05-02"));
            writer.Commit();
        }

        foreach (SearchQuery query in (SearchQuery[])[new SearchQuery { Words = "envoy visited", Limit = 5 }, new SearchQuery { Types = [EventType.Consult], Limit = 5 }])
        {
            List<string> articles = [];
            for (long? after = null; ;)
            {
                SearchPage page = Find(test, query with { After = after });
                Assert.Equal(23, page.Total);
                articles.AddRange(page.Hits.Select(hit => hit.Article.GivenId));
                after = page.Next;
                if (after is null) break;
                Assert.Equal(5, page.Hits.Length);
            }

            Assert.Equal(Enumerable.Range(0, 23).Reverse().Select(i => $"v{i}"), articles);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Beginnings_find_and_count_what_the_words_do(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            for (int i = 0; i < 9; i++) writer.Keep(i % 4 == 0 ? Records.Plan($"p{i}") : Records.Visit($"v{i}", deed: i % 2 == 0 ? "toured" : "visited"));
            writer.Commit();
        }

        foreach ((string begin, string word) in ((string, string)[])[("Grau*", "Graustark"), ("toure*", "toured"), ("Ruritan* toure*", "Ruritanian toured")])
        {
            SearchPage one = Find(test, new SearchQuery { Words = word, Limit = 4 });
            SearchPage other = Find(test, new SearchQuery { Words = begin, Limit = 4 });
            Assert.Equal((one.Total, one.Next), (other.Total, other.Next));
            Assert.Equal(one.Hits.Select(hit => hit.Text), other.Hits.Select(hit => hit.Text));
            Assert.Equal(one.Facets.SelectMany(facet => facet.Values.Select(value => (facet.Name, value))), other.Facets.SelectMany(facet => facet.Values.Select(value => (facet.Name, value))));
            Assert.NotEmpty(one.Facets);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_a_newer_revision_or_coding_replaces_is_not_found(string engine)
    {
        using TestArchive test = Filled(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            writer.Keep(Records.Visit(deed: "shunned"));
            writer.Keep(Records.Visit("tour", "2031-05-09", deed: "toured", pack: Records.OtherPack));
            writer.Commit();
        }

        Assert.Empty(Find(test, new SearchQuery { Words = "visited" }).Hits);
        Assert.Empty(Find(test, new SearchQuery { Words = "visited", Types = [EventType.Consult] }).Hits);
        Assert.Single(Find(test, new SearchQuery { Words = "shunned", Types = [EventType.Consult] }).Hits);
        Assert.Single(Find(test, new SearchQuery { Words = "toured" }).Hits);
        Assert.Single(Find(test, new SearchQuery { Words = "toured", Types = [EventType.Consult] }).Hits);
        Assert.Equal(2, Find(test, new SearchQuery { Types = [EventType.Consult] }).Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_archive_that_was_filled_without_it_catches_up(string engine)
    {
        using TestArchive test = TestArchive.At(engine);
        using (ArchiveWriter writer = test.Archive.BeginWriting([]))
        {
            writer.Keep(Records.Visit());
            writer.Commit();
        }

        Assert.Empty(Find(test, new SearchQuery { Types = [EventType.Consult] }).Hits);
        using (ArchiveWriter writer = test.Archive.BeginWriting())
        {
            writer.Keep(Records.Plan());
            writer.Commit();
        }

        Assert.Single(Find(test, new SearchQuery { Types = [EventType.Consult] }).Hits);
        Assert.Single(Find(test, new SearchQuery { Types = [EventType.Agree] }).Hits);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Where_commits_fall_changes_no_row(string engine)
    {
        ArticleRecord[] records =
        [
            Records.Visit("v"), Records.Visit("v", deed: "toured"), Records.Plan("p", source: "early"), Records.Visit("w"), Records.Plan("p", day: "2031-06-11", source: "early"),
            Records.Plan("q", source: "later"), Records.Visit("w", pack: Records.OtherPack), Records.Visit("x", deed: "shunned"),
        ];
        string[] rows = [.. ((int[])[1, 3, 100]).Select(batch =>
        {
            using TestArchive test = TestArchive.At(engine);
            using ArchiveWriter writer = test.Archive.BeginWriting();
            for (int i = 0; i < records.Length; i++)
            {
                writer.Keep(records[i]);
                if (i % batch == batch - 1) writer.Commit();
            }

            writer.Commit();
            using ArchiveConnection connection = test.Archive.Connect();
            return string.Join('\n', connection.Query("SELECT id, kind, value FROM facet_values ORDER BY id", row => $"{row.GetInt64(0)} {row.GetString(1)} {row.GetString(2)}")
                .Concat(connection.Query("SELECT event, sentence, facets FROM event_facets ORDER BY event", row => $"{row.GetInt64(0)} {row.GetInt64(1)} {row.GetString(2)}")));
        })];
        Assert.Single(rows.Distinct());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Hostile_texts_find_nothing_and_break_nothing(string engine)
    {
        using TestArchive test = Filled(engine);
        string[] texts =
        [
            "\" OR 1=1 --", "\"unclosed", "a\0b", "NEAR(visited Graustark, 2)", "sentence_words : visited", "rank MATCH 'bm25'", "' & !'x' | 'y", "visited:*A", "{text} : x",
            "\uD800 visited\uDC00", "^visited", "visited + ", "\\", "%", "*", "visited <-> Graustark", "\uFDD0visited\uFDD1",
        ];
        foreach (string text in texts)
        {
            try
            {
                Assert.InRange(Find(test, new SearchQuery { Words = text, Types = [EventType.Consult, EventType.Agree] }).Total, 0, 4);
                Find(test, new SearchQuery { Words = text });
            }
            catch (ArgumentException error)
            {
                Assert.Contains("looked for", error.Message, StringComparison.Ordinal);
            }

            Assert.Empty(Find(test, new SearchQuery { Actors = [text] }).Hits);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_search_for_nothing_is_refused(string engine)
    {
        using TestArchive test = Filled(engine);
        Assert.Throws<ArgumentException>(() => Find(test, new SearchQuery { Words = " ? " }));
    }

    [Fact]
    public void Ranges_of_days_are_months_and_years() =>
        Assert.Equal(
            ["qxzm24298", "qxzm24299", "qxzy2025", "qxzy2026", "qxzm24324"],
            DayTokens.Between(new DateOnly(2024, 11, 20), new DateOnly(2027, 1, 3)));

    private static SearchPage Find(TestArchive test, SearchQuery query) => new Searcher(test.Archive).Find(query);

    private static string Counts(SearchPage page, string facet) =>
        string.Join(", ", page.Facets.First(counts => counts.Name == facet).Values.Select(value => $"{value.Value} {value.Count}"));

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(Records.Visit());
        writer.Keep(Records.Plan());
        writer.Keep(Records.Visit("tour", "2031-05-09", deed: "toured"));
        writer.Keep(Records.Plan("again", "2031-07-01", source: "Zenda Times"));
        writer.Commit();
        return test;
    }
}
