using Readout.Archive.Reading;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Writing;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Reading;

public class QuoteReaderTests
{
    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_quote_comes_with_its_sentence_its_speaker_and_its_article(string engine)
    {
        using TestArchive test = Kept(engine, Said("one"));
        KeptQuote quote = Assert.Single(test.Archive.Quotes.Newest("person/rudolf", 5));
        Assert.Equal(("Rudolf Rassendyll", "RUR", "indirect", 1, "Strelsau Courier"), (quote.Speaker!.Name, quote.Speaker.Code, quote.Kind, quote.Number, quote.Article.Source));
        Assert.True(quote.IsOf("RUR") && !quote.IsOf("GRK"));
        ArticleRecord record = test.Archive.Articles.Record(quote.Article.Revision)!;
        Assert.Equal(quote.Span.In(record.Article.Text), quote.Text);
        Assert.All(quote.Content, span => Assert.True(quote.Span.Contains(span)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_newest_come_first_page_by_page(string engine)
    {
        using TestArchive test = Kept(engine, Said("one"), Said("two", "2031-05-09"), Said("three", "2031-05-16"), Records.Visit("four", "2031-05-23"));
        IReadOnlyList<KeptQuote> first = test.Archive.Quotes.Newest("person/rudolf", 2);
        Assert.Equal(["three", "two"], first.Select(quote => quote.Article.GivenId));
        Assert.Equal(["one"], test.Archive.Quotes.Newest("person/rudolf", 2, first[^1].Id).Select(quote => quote.Article.GivenId));
        Assert.Empty(test.Archive.Quotes.Newest("person/nobody", 2));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Those_of_some_revisions_are_those_of_the_sides_asked_for(string engine)
    {
        using TestArchive test = Kept(engine, Said("one"), Records.Visit("two", "2031-05-09"));
        long[] revisions = [.. test.Archive.Articles.All().Select(article => article.Revision)];
        Assert.Equal(2, test.Archive.Quotes.OfRevisions(revisions, [], 10).Count);
        Assert.Equal("one", Assert.Single(test.Archive.Quotes.OfRevisions(revisions, ["RUR", "GRK"], 10)).Article.GivenId);
        Assert.Empty(test.Archive.Quotes.OfRevisions([], ["RUR"], 10));
    }

    private static ArticleRecord Said(string id, string day = "2031-05-02")
    {
        ArticleRecord visit = Records.Visit(id, day, before: $"It was the day of {id}. ");
        return visit with { Quotes = [visit.Quotes[0] with { Speaker = 0 }] };
    }

    private static TestArchive Kept(string engine, params ArticleRecord[] records)
    {
        TestArchive test = TestArchive.At(engine);
        using ArchiveWriter writer = test.Archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
        return test;
    }
}
