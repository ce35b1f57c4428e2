using Microsoft.Extensions.DependencyInjection;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Articles;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Tests.Articles;

[Collection(DeskCollection.Name)]
public sealed class ArticleModelTests(DeskFixture desk)
{
    private ArticleModels Models => desk.Services.GetRequiredService<ArticleModels>();

    [Fact]
    public async Task Every_block_is_the_slice_of_the_text_and_every_event_has_a_card_and_marked_words()
    {
        foreach (KeptArticle kept in desk.Archive.Articles.All())
        {
            ArticleModel model = await Models.ReadAsync(kept.Id, new ArticleView(), DeskReader.Local);
            ArticleRecord record = desk.Archive.Articles.Record(kept.Revision)!;
            Assert.All(model.Reader.Blocks, block => Assert.Equal(block.Span.In(record.Article.Text), string.Concat(block.Pieces.Select(piece => piece.Text))));
            HashSet<string> anchored = [.. model.Reader.Blocks.SelectMany(block => block.Pieces).SelectMany(piece => piece.Anchors)];
            Assert.Equal(record.Events.Select(coded => (coded.Id, coded.Key)), model.Reader.Events.Select(card => (card.Id, card.Key)));
            Assert.All(model.Reader.Events, card => Assert.Contains(card.Id, anchored));
            Assert.All(model.Reader.Actors, card => Assert.Contains(card.Id, anchored));
            Assert.All(model.Reader.Dates, card => Assert.Contains(card.Id, anchored));
            Assert.All(model.Reader.Quotes, card => Assert.Contains(card.Id, anchored));
        }
    }

    [Fact]
    public async Task An_event_says_who_when_how_the_day_was_found_and_why()
    {
        ArticleModel model = await Models.ReadAsync(Id("Brundtland speaks with Pinochet by telephone"), new ArticleView(), DeskReader.Local);
        EventCard call = model.Reader.Events.First(card => card is { Type: "CONSULT", Mode: "phone", Trigger: "spoke" });
        Assert.Contains(call.Actors, party => party.Actor.Name.Contains("Brundtland", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(1987, 4, 9), call.From);
        Assert.Contains("“Thursday”", call.DateHow.Replace("on Thursday", "Thursday", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Friday, 10 Apr 1987", call.DateHow, StringComparison.Ordinal);
        Assert.Contains(call.Why, reason => reason.Contains(call.Frame, StringComparison.Ordinal) && reason.Contains("“spoke”", StringComparison.Ordinal));
        Assert.Contains(model.Reader.Quotes, quote => quote.Content.Contains("the embargo will stay", StringComparison.Ordinal) && quote.Speaker is not null);
    }

    [Fact]
    public async Task More_of_why_names_the_words_that_were_found()
    {
        ArticleModel model = await Models.ReadAsync(Id("Brundtland speaks with Pinochet by telephone"), new ArticleView { Explain = true }, DeskReader.Local);
        Assert.Contains(model.Reader.Events.SelectMany(card => card.Why), reason => reason.StartsWith("Found in the sentence:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copies_know_each_other_and_what_differs()
    {
        KeptArticle[] both = [.. desk.Archive.Articles.All().Where(article => article.Title == "Norway rescues passengers of Danish ferry")];
        ArticleModel model = await Models.ReadAsync(both[0].Id, new ArticleView(), DeskReader.Local);
        Assert.Equal(both[1].Id, Assert.Single(model.Copies).Id);
        DifferencesModel differences = desk.Services.GetRequiredService<DifferencesModels>().OfArticles(both[0].Id, both[1].Id);
        string first = desk.Archive.Articles.Record(both[1].Revision)!.Article.Text;
        Assert.Equal(first, string.Concat(differences.Parts.Where(part => part.Kind != "added").Select(part => part.Text)));
    }

    [Fact]
    public async Task The_articles_of_its_story_stand_beside_it()
    {
        ArticleModel model = await Models.ReadAsync(Id("Chile rejects Norwegian demand"), new ArticleView(), DeskReader.Local);
        Assert.NotNull(model.Story);
        Assert.NotEmpty(model.Related);
        Assert.DoesNotContain(model.Related, article => article.Id == model.Id);
    }

    [Fact]
    public async Task What_is_not_there_is_said_plainly()
    {
        Assert.Equal(404, (await Assert.ThrowsAsync<DeskFaultException>(() => Models.ReadAsync(987_654, new ArticleView(), DeskReader.Local))).Status);
        Assert.Equal(404, (await Assert.ThrowsAsync<DeskFaultException>(() => Models.ReadAsync(1, new ArticleView { Revision = 9 }, DeskReader.Local))).Status);
        Assert.Equal(404, (await Assert.ThrowsAsync<DeskFaultException>(() => Models.ReadAsync(1, new ArticleView { Part = 2 }, DeskReader.Local))).Status);
        Assert.Equal(404, Assert.Throws<DeskFaultException>(() => Models.RecordJson(987_654)).Status);
    }

    [Fact]
    public void A_long_text_is_shown_in_parts_of_whole_blocks()
    {
        Readout.Text.Article article = Readout.Text.Article.Compose("long", "A headline", Enumerable.Range(0, 200).Select(i => (Readout.Text.BlockKind.Paragraph, new string('x', 900) + i)));
        Readout.Text.TextSpan[] parts = [.. ArticleModels.Parts(article)];
        Assert.Equal(7, parts.Length);
        Assert.Equal((0, article.Text.Length), (parts[0].Start, parts[^1].End));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(article.Blocks, block => Assert.Single(parts, part => part.Contains(block.Span)));
    }

    private long Id(string title) => desk.Archive.Articles.All().First(article => article.Title == title).Id;
}
