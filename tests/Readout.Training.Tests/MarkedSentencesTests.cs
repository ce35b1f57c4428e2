using Readout.Tests;
using Readout.Text.Tokens;
using Readout.Training.Corpora;

namespace Readout.Training.Tests;

public class MarkedSentencesTests
{
    [Fact]
    public void Brackets_become_labels_of_tokens()
    {
        TreebankSentence sentence = MarkedSentences.Parse("Mr. [PER Ana Ruiz] left [ORG Acme & Sons]'s office in [LOC Lima].", "here", new TokenBuffer());
        Assert.Equal(["Mr.", "Ana", "Ruiz", "left", "Acme", "&", "Sons", "'s", "office", "in", "Lima", "."], sentence.Forms);
        Assert.Equal(new sbyte[] { 0, 1, 2, 0, 3, 4, 4, 0, 0, 0, 5, 0 }, sentence.Names);
    }

    [Theory]
    [InlineData("A [note] of [PER Ana].")]
    [InlineData("A [PER Ana without an end.")]
    [InlineData("A [XYZ Ana].")]
    public void A_bracket_that_holds_no_name_is_an_error_with_its_place(string line)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => MarkedSentences.Parse(line, "mail.txt:7", new TokenBuffer()));
        Assert.StartsWith("mail.txt:7: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentences_of_the_project_can_be_read_and_each_name_is_its_words()
    {
        List<TreebankSentence> sentences = MarkedSentences.Read(Repository.Path("tools", "Readout.Training", "Sentences"));
        Assert.True(sentences.Count > 3000, $"{sentences.Count} sentences");
        Assert.True(sentences.Count(s => s.Names.Any(label => label > 0)) > 2000);
        Assert.Equal(sentences.Count, sentences.Select(s => string.Join(' ', s.Forms)).Distinct(StringComparer.Ordinal).Count());
    }
}
