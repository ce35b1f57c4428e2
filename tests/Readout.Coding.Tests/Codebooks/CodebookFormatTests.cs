using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Coding.Tests.Codebooks;

public class CodebookFormatTests
{
    private const string Small = """
        class @sweets
          cake, ice cream

        type CONSULT
          quad: verbal-cooperation
          score: 2.5
          cameo: 040
          definition: Meetings
            of every kind.

        mode visit
          score: 4
          cameo: 042

        frame consult.speak
          verb: speak, sit+down
          noun: phone call
          actor: subj, with
          recipient: -
          need: with party | obj @sweets & subj none
          mode: visit when to *
          example 2003-04-09: Kenya spoke with Gabon
            about the weather.
            -> CONSULT visit actors=KEN,GAB status=actual trigger=spoke
            fails: a reason
        """;

    [Fact]
    public void TheRepositorysFilesHaveNoProblems() =>
        Assert.Empty(CodebookData.Problems.Select(problem => problem.ToString()));

    [Fact]
    public void AFrameIsReadWithItsConditionsAndExamples()
    {
        Codebook codebook = CodebookData.Parse(Small, out List<DataProblem> problems);

        Assert.Empty(problems);
        Frame frame = Assert.Single(codebook.Frames);
        Assert.Equal(EventType.Consult, frame.Type);
        Assert.Equal(3, frame.Predicates.Length);
        Assert.Equal("down", codebook.Words[frame.Predicates[1].Particle]);
        Assert.Equal(2, frame.Needs[0].Alternatives.Length);
        Assert.Equal(2, frame.Needs[0].Alternatives[1].Length);
        WorkedExample example = Assert.Single(codebook.Examples);
        Assert.Equal("Kenya spoke with Gabon about the weather.", example.Text);
        Assert.Equal(new DateOnly(2003, 4, 9), example.Published);
        Assert.Equal("a reason", example.Fails);
        Assert.Equal(["GAB", "KEN"], Assert.Single(example.Expected).Actors!.Value);
        Assert.Equal("Meetings of every kind.", codebook.Type(EventType.Consult)!.Definition);
        Assert.Equal(40, codebook.ScoreTenths(EventType.Consult, "visit"));
        Assert.Equal(25, codebook.ScoreTenths(EventType.Consult, null));
    }

    [Fact]
    public void PhrasesBelongToClasses()
    {
        Codebook codebook = CodebookData.Parse(Small, out _);

        Assert.True(codebook.InClass(codebook.Words.Find("ice cream"), codebook.ClassNamed("sweets")));
        Assert.True(codebook.InClass(codebook.Words.Find("CAKE"), codebook.ClassNamed("sweets")));
        Assert.False(codebook.InClass(codebook.Words.Find("cream"), codebook.ClassNamed("sweets")));
    }

    [Theory]
    [InlineData("  verb: speak", "  verbs: speak", "did you mean 'verb'?")]
    [InlineData("@sweets & subj", "@sweats & subj", "did you mean 'sweets'?")]
    [InlineData("mode: visit when", "mode: visits when", "did you mean 'visit'?")]
    [InlineData("-> CONSULT", "-> CONSLUT", "did you mean 'CONSULT'?")]
    [InlineData("status=actual", "state=actual", "did you mean 'status'?")]
    [InlineData("frame consult.speak", "frame agree.speak", "call it consult.speak")]
    [InlineData("class @sweets", "class sweets", "class @troops")]
    public void AMistakeIsReportedWithItsLineAndASuggestion(string right, string wrong, string suggestion)
    {
        string text = Small.Replace(right, wrong, StringComparison.Ordinal);
        CodebookData.Parse(text, out List<DataProblem> problems);

        DataProblem problem = problems.First(one => one.Suggestion == suggestion);
        Assert.Contains(wrong.Trim().Split(' ', '=')[0], text.Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void TheBinaryFormHoldsTheSame()
    {
        using MemoryStream first = new();
        using (BinaryWriter writer = new(first, System.Text.Encoding.UTF8, true)) CodebookData.Codebook.Write(writer);
        first.Position = 0;
        Codebook back = Codebook.Read(new BinaryReader(first));
        using MemoryStream second = new();
        using (BinaryWriter writer = new(second, System.Text.Encoding.UTF8, true)) back.Write(writer);

        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Equal(CodebookData.Codebook.Examples.Length, back.Examples.Length);
    }
}
