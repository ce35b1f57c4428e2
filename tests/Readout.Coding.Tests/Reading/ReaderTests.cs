using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Reading;

/// <summary>The reader as a whole, over the project's own knowledge and models.</summary>
public sealed class ReaderTests(ReaderTests.Loaded loaded) : IClassFixture<ReaderTests.Loaded>
{
    private static readonly string[] Pieces =
    [
        "The foreign ministers of Norway and Chile spoke by telephone on Monday about fishing rights, an official said.\n\n"
            + "Norway's foreign minister will visit Santiago next week. \"We have no quarrel,\" she told reporters in Oslo.",
        "Peru has not expelled the ambassador of Bolivia, its foreign ministry said on 3 March 1987.",
        "Protesters threw stones at the embassy. At least 12 people were killed, police said, after soldiers opened fire.",
        "",
        "\u201c",
        "A \ud83d\ude00 line of emoji, caf\u00e9s and \u6f22\u5b57, with no news in it.",
    ];

    [Fact]
    public void Every_record_is_sound_and_keeps_to_the_schema()
    {
        foreach (Article article in Articles())
        {
            ArticleRecord record = loaded.Reader.Read(article, explain: true);
            Assert.Empty(RecordCheck.Problems(record));
            Assert.Empty(RecordSchema.Problems(RecordJson.ToText(record)));
        }
    }

    [Fact]
    public void A_talk_by_telephone_is_coded_with_its_parties_and_its_day()
    {
        ArticleRecord record = loaded.Reader.Read(Articles().First(), explain: true);
        CodedEvent call = record.Events[0];
        Assert.Equal((EventType.Consult, "phone", EventStatus.Actual), (call.Type, call.Mode, call.Status));
        Assert.Equal(["CHL", "NOR"], call.Actors.Select(index => record.Mentions[index].Actor.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2019, 6, 3), call.Date!.From);
        Assert.NotNull(call.Why);
    }

    [Fact]
    public void Without_a_publication_date_relative_dates_stay_unresolved_and_a_warning_says_so()
    {
        ArticleRecord record = loaded.Reader.Read(Articles().First() with { Published = null });
        Assert.All(record.Dates.Where(date => date.Span.In(record.Article.Text) is "Monday" or "next week"), date => Assert.NotNull(date.Unresolved));
        Assert.Contains(record.Warnings, warning => warning.Contains("publication date", StringComparison.Ordinal));
        Assert.All(record.Events, coded => Assert.Null(coded.Why));
    }

    [Fact]
    public void Many_threads_give_the_bytes_that_one_gives()
    {
        Article[] articles = [.. Articles()];
        string[] once = [.. articles.Select(article => RecordJson.ToText(loaded.Reader.Read(article)))];
        string[] often = new string[articles.Length * 20];
        Parallel.For(0, often.Length, i => often[i] = RecordJson.ToText(loaded.Reader.Read(articles[i % articles.Length])));
        for (int i = 0; i < often.Length; i++) Assert.Equal(once[i % once.Length], often[i]);
    }

    [Fact]
    public void A_text_past_the_limit_is_refused() =>
        Assert.Throws<ArgumentException>(() => loaded.Reader.Read(Article.FromText("a", new string('a', Reader.TextLimit + 1))));

    [Fact]
    public void The_pack_is_named_by_version_and_hash()
    {
        Assert.Equal("9.9.9", loaded.Reader.Pack.Version);
        Assert.Matches("^[0-9a-f]{64}$", loaded.Reader.Pack.Hash);
    }

    private static IEnumerable<Article> Articles() =>
        Pieces.Select((text, i) => Article.FromText($"a{i}", text) with { Published = new DateOnly(2019, 6, 4) });

    /// <summary>Loads the reader once.</summary>
    public sealed class Loaded : IDisposable
    {
        public Loaded()
        {
            PackCompilation pack = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "9.9.9");
            Reader = Reader.Load(pack.Bytes!, Repository.Path("data", "models"));
        }

        public Reader Reader { get; }

        public void Dispose() => Reader.Dispose();
    }
}
