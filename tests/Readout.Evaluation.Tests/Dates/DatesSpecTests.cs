using Readout.Coding.Dates;
using Readout.Coding.Packs;
using Readout.Evaluation.Dates.DatesSpec;
using Readout.Evaluation.Gold;
using Readout.Tests;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Evaluation.Tests.Dates;

/// <summary>The adapter from our expressions of time to the open specification's conventions.</summary>
public sealed class DatesSpecTests
{
    private static readonly Lazy<SpecPredictor> Predictor = new(() => new SpecPredictor(Load(), Cut));

    [Theory]
    [InlineData("The fleet sails on 12 May.", "12 May", "XXXX-05-12", "2015-05-12", "2014-05-12")]
    [InlineData("The fleet sails on Tuesday.", "Tuesday", "XXXX-WXX-2", "2014-07-15", "2014-07-08")]
    [InlineData("The fleet sails on Feb 30.", "Feb 30", "XXXX-02-30", "0001-01-01", "0001-01-01")]
    [InlineData("The fleet sails in 2 weeks.", "in 2 weeks", "2014-07-24", "2014-07-24", "2014-07-24")]
    [InlineData("The fleet sailed two months ago.", "two months ago", "2014-05-10", "2014-05-10", "2014-05-10")]
    [InlineData("The fleet sails the first Monday of August.", "the first Monday of August", "XXXX-08-WXX-1-#1", "2014-08-04", "2013-08-05")]
    public void SaysDays(string text, string words, string timex, string future, string past) =>
        AssertOne(text, SpecModel.Date, words, timex, future, past);

    [Theory]
    [InlineData("The siege was in April.", "April", "XXXX-04", "2015-04-01~2015-05-01", "2014-04-01~2014-05-01")]
    [InlineData("They met from 3 to 5 May 1910.", "from 3 to 5 May 1910", "(1910-05-03,1910-05-05,P2D)", "1910-05-03~1910-05-05", "1910-05-03~1910-05-05")]
    [InlineData("They met between 1810 and 1824.", "between 1810 and 1824", "(1810-01-01,1824-01-01,P14Y)", "1810-01-01~1824-01-01", "1810-01-01~1824-01-01")]
    [InlineData("It was the end of 1810.", "end of 1810", "1810", "1810-09-01~1811-01-01", "1810-09-01~1811-01-01")]
    [InlineData("It will be late next month.", "late next month", "2014-08", "2014-08-16~2014-09-01", "2014-08-16~2014-09-01")]
    [InlineData("It was in the 1810s.", "the 1810s", "(1810-01-01,1820-01-01,P10Y)", "1810-01-01~1820-01-01", "1810-01-01~1820-01-01")]
    [InlineData("It was the past 2 weeks.", "the past 2 weeks", "(2014-06-26,2014-07-10,P2W)", "2014-06-26~2014-07-10", "2014-06-26~2014-07-10")]
    [InlineData("They meet next week from Monday to Tuesday.", "next week from Monday to Tuesday", "(2014-07-14,2014-07-15,P1D)", "2014-07-14~2014-07-15", "2014-07-14~2014-07-15")]
    [InlineData("It ends within 5 days.", "within 5 days", "(2014-07-10,2014-07-15,P5D)", "2014-07-10~2014-07-15", "2014-07-10~2014-07-15")]
    [InlineData("It was the summer of 1810.", "the summer of 1810", "1810-SU", "", "")]
    public void SaysPeriods(string text, string words, string timex, string future, string past) =>
        AssertOne(text, SpecModel.DatePeriod, words, timex, future, past);

    [Theory]
    [InlineData("It lasted two weeks.", "two weeks", "P2W", "1209600")]
    [InlineData("It lasted an hour and a half.", "an hour and a half", "PT1.5H", "5400")]
    [InlineData("It lasted one year and two months.", "one year and two months", "P1Y2M", "36720000")]
    public void SaysLengths(string text, string words, string timex, string seconds) =>
        AssertOne(text, SpecModel.Duration, words, timex, seconds, seconds);

    [Fact]
    public void FindsOnlyWhatTheModelAsksFor() => Assert.Empty(Predict("They met on 12 May 1910.", SpecModel.Duration).Items);

    [Fact]
    public void ScoresExtentsValuesAndReadings()
    {
        SpecInput input = new("They met on 12 May 1910.", new DateOnly(2014, 7, 10), SpecModel.Date, true);
        SpecResults gold = new([new SpecResult(new TextSpan(12, 23), "1910-05-12", "1910-05-12", "1910-05-12")]);
        SpecResults wrong = new([new SpecResult(new TextSpan(12, 23), "1910-05-12", "1910-05-12", "1910-05-11")]);
        GoldItem<SpecInput, SpecResults> item = new("DateParser:9000", input, gold);
        DatesSpecTask task = new();
        Assert.Equal(1, task.Score([new(item, gold)]).Scores.Single(score => score.Name == "all").Value);
        Assert.Equal(0, task.Score([new(item, wrong)]).Scores.Single(score => score.Name == "all").Value);
    }

    private static void AssertOne(string text, SpecModel model, string words, string timex, string future, string past)
    {
        SpecResult one = Assert.Single(Predict(text, model).Items);
        Assert.Equal($"{words} {timex} {future} {past}", $"{one.Span.In(text)} {one.Timex} {one.Future} {one.Past}");
    }

    private static SpecResults Predict(string text, SpecModel model) =>
        Predictor.Value.Predict([new SpecInput(text, new DateOnly(2014, 7, 10), model, true)]).Single();

    private static Document Cut(Article article)
    {
        TokenBuffer tokens = new();
        Tokenizer.English.Tokenize(article, tokens);
        return new Document(article, tokens.ToLayers());
    }

    private static Calendar Load() =>
        Calendar.Parse([.. Calendar.Files.Select(path => new DataFile(path, File.ReadAllText(Repository.Path("data", path))))], []);
}
