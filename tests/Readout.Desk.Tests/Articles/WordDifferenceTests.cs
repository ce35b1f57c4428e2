using System.Collections.Immutable;
using Readout.Desk.Articles;

namespace Readout.Desk.Tests.Articles;

public class WordDifferenceTests
{
    [Fact]
    public void Words_that_differ_are_told_apart_from_those_that_do_not()
    {
        ImmutableArray<DifferencePart> parts = WordDifference.Of("The envoy met two ministers in Lima.", "The envoy met three ministers in Lima on Monday.");
        Assert.Equal(
            [("same", "The envoy met "), ("removed", "two "), ("added", "three "), ("same", "ministers in "), ("removed", "Lima."), ("added", "Lima on Monday.")],
            parts.Select(part => (part.Kind, part.Text)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "a b")]
    [InlineData("a b", "")]
    [InlineData("same words", "same words")]
    public void The_ends_of_the_range_hold(string first, string second) => Whole(first, second);

    [Fact]
    public void Both_texts_can_be_put_together_again()
    {
        Random random = new(5);
        for (int round = 0; round < 300; round++) Whole(Any(random), Any(random));
    }

    [Fact]
    public void Texts_that_have_nothing_in_common_are_one_removed_and_one_added()
    {
        string first = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"a{i}"));
        string second = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"b{i}"));
        Assert.Equal(["removed", "added"], WordDifference.Of(first, second).Select(part => part.Kind));
    }

    private static void Whole(string first, string second)
    {
        ImmutableArray<DifferencePart> parts = WordDifference.Of(first, second);
        Assert.Equal(first, string.Concat(parts.Where(part => part.Kind != "added").Select(part => part.Text)));
        Assert.Equal(second, string.Concat(parts.Where(part => part.Kind != "removed").Select(part => part.Text)));
        Assert.All(parts, part => Assert.NotEmpty(part.Text));
    }

    private static string Any(Random random) => string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => "abcd"[random.Next(4)] + (random.Next(4) == 0 ? "\n" : " ")));
}
