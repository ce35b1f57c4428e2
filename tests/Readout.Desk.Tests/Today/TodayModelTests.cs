using Microsoft.Extensions.DependencyInjection;
using Readout.Desk.Layout;
using Readout.Desk.Security;
using Readout.Desk.Today;

namespace Readout.Desk.Tests.Today;

[Collection(DeskCollection.Name)]
public sealed class TodayModelTests(DeskFixture desk)
{
    private TodayModels Models => desk.Services.GetRequiredService<TodayModels>();

    [Fact]
    public void Who_has_never_looked_gets_the_last_week_of_news()
    {
        TodayModel model = Models.Read(new DeskReader("anna", DeskRole.Reader), null);
        Assert.Equal(("week", new DateOnly(1987, 5, 23), new DateOnly(1987, 5, 29)), (model.Since, model.From!.Value, model.To!.Value));
        Assert.Equal(5, model.Articles);
        Assert.False(model.IsEmpty);
    }

    [Fact]
    public void A_relation_that_moved_says_why_and_each_line_leads_to_its_words()
    {
        TodayModel model = Models.Read(DeskReader.Local, "month");
        MovedRelation relation = Assert.Single(model.Relations, relation => relation is { First: "CHL", Second: "NOR" });
        Assert.Equal(("Chile", "Norway", "/relation/CHL/NOR"), (relation.FirstName, relation.SecondName, relation.Address));
        Assert.Equal("warmer", relation.Course);
        Assert.True(relation.Mean > relation.Usual, $"{relation.Mean} against {relation.Usual}");
        Assert.NotEmpty(relation.Events);
        Assert.All(model.Relations.SelectMany(one => one.Events).Concat(model.Statements), Leads);
    }

    [Fact]
    public void Meetings_ahead_are_the_ones_after_today_and_stories_the_ones_that_grew()
    {
        TodayModel model = Models.Read(DeskReader.Local, "month");
        Assert.Contains(model.Meetings, meeting => meeting.From == new DateOnly(1987, 6, 16) && meeting.Event!.Sentence.Contains("Brundtland", StringComparison.Ordinal));
        Assert.DoesNotContain(model.Meetings, meeting => meeting.State is "held" or "cancelled");
        Assert.All(model.Stories, story => Assert.InRange(story.New, 1, story.Articles));
        Assert.NotEmpty(model.Stories);
        Assert.NotEmpty(model.Statements);
    }

    [Theory]
    [InlineData(2.0, 1.0, "steady")]
    [InlineData(3.0, 1.0, "warmer")]
    [InlineData(-3.0, 1.0, "colder")]
    public void A_course_needs_a_noticeable_difference(double mean, double usual, string course) => Assert.Equal(course, RelationCourse.Of(mean, usual));

    [Fact]
    public void A_happening_that_two_articles_report_counts_once()
    {
        DateOnly day = new(1987, 5, 1);
        PairDeeds pair = Assert.Single(PairDeeds.Of([new("CHL", "NOR", 1, 1, day, -4), new("CHL", "NOR", 7, 1, day, -4), new("CHL", "NOR", 9, null, day.AddDays(1), 2)]));
        Assert.Equal([1L, 9L], pair.Happenings.Select(deed => deed.Event));
        Assert.Equal(-1, pair.Mean);
    }

    private void Leads(EventLineModel line)
    {
        string text = desk.Archive.Articles.Record(desk.Archive.Articles.Find(line.Article)!.Revision)!.Article.Text;
        Assert.Contains(line.Sentence, text, StringComparison.Ordinal);
        Assert.False(line.Trigger.IsEmpty);
        Assert.Equal($"/article/{line.Article}#e{line.Number}", line.Address);
    }
}
