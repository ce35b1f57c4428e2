using System.Text;
using Readout.Coding.Packs;
using Readout.Coding.Quotes;

namespace Readout.Coding.Tests.Quotes;

public sealed class QuoteWordsTests
{
    [Theory]
    [InlineData("say : clause", 1, "before the first")]
    [InlineData("[verbs loud]\nsay : clause", 1, "'loud' is no level")]
    [InlineData("[verbs speech angry]", 1, "'angry' is no stance")]
    [InlineData("[people]", 1, "'people' is no heading")]
    [InlineData("[verbs speech]\nsay clause", 2, "what its words take")]
    [InlineData("[verbs speech]\n\nsay : clauses", 3, "nothing is called 'clauses'")]
    public void Errors_name_their_line(string text, int line, string message)
    {
        List<DataProblem> problems = [];
        QuoteData.Parse(text, problems);
        Assert.Equal(line, problems[0].Line);
        Assert.Contains(message, problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_keeps_stance_complements_particle_and_prepositions()
    {
        List<DataProblem> problems = [];
        QuoteWords words = QuoteData.Parse("[verbs speech warned]\nlash out : quote +at # at somebody", problems);
        Assert.Empty(problems);
        CueWord rule = Assert.Single(words.Rules(CueClass.Verb, "lash"));
        Assert.Equal(("out", CueLevel.Speech, "warned", Complements.Quote), (rule.Particle, rule.Level, rule.Stance, rule.Takes));
        Assert.Equal(["at"], rule.Prepositions);
        Assert.Empty(words.Rules(CueClass.Noun, "lash"));
    }

    [Fact]
    public void The_binary_form_reads_back_as_the_same_bytes()
    {
        byte[] first = Bytes(QuoteData.Words);
        using BinaryReader reader = new(new MemoryStream(first));
        Assert.Equal(first, Bytes(QuoteWords.Read(reader)));
    }

    private static byte[] Bytes(QuoteWords words)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true)) words.Write(writer);
        return stream.ToArray();
    }
}
