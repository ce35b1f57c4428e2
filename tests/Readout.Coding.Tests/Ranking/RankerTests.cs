using Readout.Coding.Packs;
using Readout.Coding.Ranking;

namespace Readout.Coding.Tests.Ranking;

public class RankerTests
{
    [Fact]
    public void A_score_is_the_sum_of_the_weights_that_are_known()
    {
        Ranker ranker = Parse("# words\nholds\t300\nmain clause\t-120\n", out List<DataProblem> problems);
        Assert.Empty(problems);
        Assert.Equal(180, ranker.Score(["holds", "main clause", "unknown"]));
        Assert.Equal(0, Ranker.None.Score(["holds"]));
    }

    [Theory]
    [InlineData("holds 300", 1)]
    [InlineData("a\t1\nb\t1.5", 2)]
    [InlineData("a\t1\n\na\t2", 3)]
    public void What_is_no_weight_is_a_problem_with_its_line(string text, int line)
    {
        Parse(text, out List<DataProblem> problems);
        Assert.Equal(("ranker/weights.txt", line), (Assert.Single(problems).Path, problems[0].Line));
        Assert.NotNull(problems[0].Suggestion);
    }

    [Fact]
    public void Written_and_read_it_scores_the_same()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        Parse("holds\t300\nmisses\t-5\n", out _).Write(writer);
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        Ranker read = Ranker.Read(reader);
        Assert.Equal((2, 295), (read.Count, read.Score(["holds", "misses"])));
    }

    [Fact]
    public void The_probability_rises_with_the_share_and_follows_the_calibration()
    {
        Ranker plain = Parse("holds\t1\n", out _), careful = Parse("calibration slope\t500\ncalibration offset\t-1000\n", out _);
        Assert.Equal([0.1, 0.5, 0.9], new[] { 0.1, 0.5, 0.9 }.Select(plain.Probability));
        Assert.Equal(0.269, careful.Probability(0.5));
        Assert.InRange(plain.Probability(1), 0.99, 1);
    }

    private static Ranker Parse(string text, out List<DataProblem> problems)
    {
        problems = [];
        return Ranker.Parse([new DataFile("ranker/weights.txt", text)], problems);
    }
}
