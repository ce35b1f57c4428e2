using CsCheck;
using Readout.Coding.Dates;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Coding.Tests.Dates;

public sealed class CalendarTests
{
    [Fact]
    public void SurvivesItsBinaryForm()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        DateData.Calendar.Write(writer);
        writer.Flush();
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        DateReader dates = new(Calendar.Read(reader));
        const string Text = "They met last Friday, on Good Friday 1910 and for two weeks in the spring of 1911.";
        IEnumerable<string?> expected = DateData.Read(Text, "2014-03-15").Expressions.Select(one => one.Timex);
        Assert.Equal(expected, dates.Read(DateData.Tokens(Text, "2014-03-15")).Expressions.Select(one => one.Timex));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void NamesWhatIsWrongInItsFiles()
    {
        List<DataProblem> problems = [];
        Calendar.Parse(
            [
                new DataFile("words/calendar.txt", "january = 1\n[month!]\njanuary = one"),
                new DataFile("words/calendar-rules.txt", "time = month:m -> month x\ntime month\ntime = nowhere -> skip"),
                new DataFile("words/calendar-days.txt", "Christmas 12-25"),
            ],
            problems);
        Assert.Contains(problems, problem => problem.Path == "words/calendar.txt" && problem.Line == 1);
        Assert.Contains(problems, problem => problem.Path == "words/calendar.txt" && problem.Line == 3);
        Assert.Contains(problems, problem => problem.Path == "words/calendar-rules.txt" && problem.Line == 1 && problem.Message.Contains("'x'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "words/calendar-rules.txt" && problem.Line == 2);
        Assert.Contains(problems, problem => problem.Message.Contains("nowhere", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "words/calendar-days.txt" && problem.Line == 1);
    }

    [Theory]
    [InlineData(1961, "1961-04-02", "1961-04-09")]
    [InlineData(2000, "2000-04-23", "2000-04-30")]
    [InlineData(2025, "2025-04-20", "2025-04-20")]
    [InlineData(2038, "2038-04-25", "2038-04-25")]
    public void KnowsBothEasters(int year, string western, string orthodox)
    {
        Assert.Equal(western, TimeValue.Format(Festival.Easter(year)));
        Assert.Equal(orthodox, TimeValue.Format(Festival.OrthodoxEaster(year)));
    }

    [Fact]
    public void AnyTextIsReadWithoutFailingAndSpansAreSlices()
    {
        string[] pieces =
        [
            "last ", "next ", "week ", "Friday ", "5 ", "May ", ", ", "1999", "-", "/", "31", "February ", "the ", "of ", "'s ", "9999 ", "12:61 ", "early ",
            "ago ", "two ", "hundred ", "thousand ", "0", ".", "\n\n", "from ", "to ", "99999999999 ", "Q5 ", "'90s ", "century ", "months ", "Easter ", "(", "\u2013", "\u00e9 ", "each ",
        ];
        Gen<string> texts = Gen.Int[0, pieces.Length - 1].Array[0, 30].Select(chosen => string.Concat(chosen.Select(one => pieces[one])));
        texts.Sample(text =>
        {
            int end = 0;
            foreach (DateExpression one in DateData.Read(text, "2014-03-15").Expressions)
            {
                Assert.True(one.Span.Start >= end && one.Span.End > one.Span.Start && one.Span.End <= text.Length);
                Assert.True(one.From is null || one.To is null || one.From <= one.To);
                Assert.True(one.Timex is not null || one.Unresolved is not null);
                end = one.Span.End;
            }
        }, iter: 3000);
    }

    [Fact]
    public void WarnsOfImpossibleAndUnanchoredDates()
    {
        Assert.Equal(["no such date: 30 February"], DateData.Read("It was signed on 30 February.", "2014-03-15").Warnings);
        Assert.Equal(["relative dates are unresolved: no publication date"], DateData.Read("It was signed yesterday.", null).Warnings);
    }
}
