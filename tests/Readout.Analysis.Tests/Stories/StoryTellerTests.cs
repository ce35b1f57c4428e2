using System.Collections.Immutable;
using CsCheck;
using Readout.Analysis.Stories;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Analysis.Tests.Stories;

public sealed class StoryTellerTests
{
    private static readonly string[] Texts =
    [
        "The ferry Aurora sank off Tromsø on Monday with 90 people on board.",
        "Wheat prices fell in Rosario after the ministry raised its harvest forecast.",
        "Divers searched the wreck of the ferry Aurora near Tromsø.",
        "Rosario grain dealers sold wheat as the harvest forecast rose.",
        "The owners of the ferry Aurora were questioned in Tromsø about the sinking.",
        "A lighthouse keeper in Vardø saw the ferry Aurora sink.",
    ];

    [Fact]
    public void Articles_about_one_matter_are_one_story()
    {
        long[] stories = Tell(Texts.Select(text => (text, (DateOnly?)null)));
        Assert.Equal([0L, 1, 0, 1, 0, 0], stories);
    }

    [Fact]
    public void The_same_words_a_year_later_are_another_story()
    {
        DateOnly day = new(1974, 3, 4);
        long[] stories = Tell([(Texts[0], day), (Texts[2], day.AddDays(1)), (Texts[4], day.AddDays(365))]);
        Assert.Equal([0L, 0, 2], stories);
    }

    [Fact]
    public void Vectors_and_stories_read_back_as_written() => Gen.Int[0, 200].Array[1, 90].Sample(numbers =>
    {
        ArticleVector vector = Vector(numbers);
        Story story = new(7);
        story.Add(vector, 100);
        story.Add(Vector([.. numbers.Select(number => number / 2)]), 103);
        ArticleVector readVector = ArticleVector.FromBytes(vector.ToBytes());
        Story readStory = Story.FromBytes(7, story.Count, story.FirstDay, story.LastDay, story.ToBytes());
        return readVector.Terms.SequenceEqual(vector.Terms) && readStory.ToBytes().SequenceEqual(story.ToBytes()) && readStory.Link(vector, isMember: true) == story.Link(vector, isMember: true);
    });

    [Fact]
    public void Taking_out_what_was_put_in_leaves_the_story_as_it_was() => Gen.Select(Gen.Int[0, 99].Array[5, 30], Gen.Int[0, 99].Array[5, 30]).Sample((one, other) =>
    {
        Story story = new(1);
        story.Add(Vector(one), null);
        byte[] before = story.ToBytes();
        story.Add(Vector(other), null);
        story.Remove(Vector(other));
        return story.ToBytes().SequenceEqual(before) && story.Count == 1;
    });

    [Fact]
    public void A_vector_has_unit_length_within_the_rounding() => Gen.Int[0, 200].Array[1, 90].Sample(numbers =>
    {
        ArticleVector vector = Vector(numbers);
        double share = (double)ArticleVector.Product(vector, vector) / ArticleVector.Unit / ArticleVector.Unit;
        return share is > 0.97 and < 1.001;
    });

    [Fact]
    public void The_table_of_common_words_is_there()
    {
        Assert.True(BackgroundWords.English.Passages > 5000);
        Assert.True(BackgroundWords.English.Count(StoryTerm.OfWord("peopl")) > BackgroundWords.English.Count(StoryTerm.OfWord("treaty")));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("people\tmany")]
    public void A_line_without_a_count_is_named(string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => BackgroundWords.Parse(new StringReader($"passages\t10\n{line}"))).Message, StringComparison.Ordinal);

    private static ArticleVector Vector(int[] numbers)
    {
        ImmutableArray<ArticleTerm> terms = [.. numbers.Distinct().Order().Select(number => new ArticleTerm(number, number % 3 == 0))];
        return ArticleVector.Of(terms, [.. terms.Select(term => (int)(term.Hash % 7))], 10, BackgroundWords.English);
    }

    private static long[] Tell(IEnumerable<(string Text, DateOnly? Day)> articles)
    {
        StoryShelf shelf = new();
        StoryTeller teller = new(shelf, BackgroundWords.English);
        long count = 0;
        foreach ((string text, DateOnly? day) in articles) teller.Place(count++, day, StoryTerms.Of(Record(text)));
        return [.. Enumerable.Range(0, (int)count).Select(number => shelf.StoryOf(number))];
    }

    private static ArticleRecord Record(string text) => new()
    {
        Pack = new PackIdentity("1", "00"),
        Article = Article.FromText("a", text),
        Sentences = [new TextSpan(0, text.Length)],
    };
}
