using Readout.Text.Conllu;

namespace Readout.Cli.Tests.Commands;

public sealed class ParseCommandTests
{
    [Fact]
    public void Text_comes_out_as_sentences_with_trees()
    {
        CommandLine run = CommandLine.RunWith("The two envoys met in Strelsau. They didn't sign the treaty.\n", "parse", "--conllu");
        Assert.Equal((0, ""), (run.Code, run.Error));
        IReadOnlyList<ConlluSentence> sentences = ConlluReader.Parse(run.Output);
        Assert.Equal(["The two envoys met in Strelsau.", "They didn't sign the treaty."], sentences.Select(sentence => sentence.Text));
        Assert.All(sentences, sentence => Assert.Single(sentence.Words, word => word.Head == "0"));
        Assert.Equal("meet", sentences[0].Words.Single(word => word.Form == "met").Lemma);
    }

    [Fact]
    public void The_tokens_comments_and_ranges_of_conllu_are_kept()
    {
        const string Given = """
            # sent_id = s-1
            # text = They didn't sign.
            1	They	_	_	_	_	_	_	_	_
            2-3	didn't	_	_	_	_	_	_	_	_
            2	did	_	_	_	_	_	_	_	_
            3	n't	_	_	_	_	_	_	_	_
            4	sign	_	_	_	_	_	_	_	SpaceAfter=No
            5	.	_	_	_	_	_	_	_	_


            """;
        CommandLine run = CommandLine.RunWith(Given, "parse", "--conllu", "-");
        ConlluSentence sentence = Assert.Single(ConlluReader.Parse(run.Output));
        Assert.Equal("s-1", sentence.Id);
        Assert.Equal(["They", "didn't", "did", "n't", "sign", "."], sentence.Lines.Select(line => line.Form));
        Assert.Equal("SpaceAfter=No", sentence.Lines[4].Misc);
        Assert.Equal("VERB", sentence.Lines[4].Upos);
        Assert.Equal("_", sentence.Lines[1].Head);
    }

    [Fact]
    public void Broken_conllu_is_refused_with_its_line()
    {
        CommandLine run = CommandLine.RunWith("1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n3\tmet\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "parse", "--conllu");
        Assert.Equal(1, run.Code);
        Assert.Contains("line 2", run.Error, StringComparison.OrdinalIgnoreCase);
    }
}
