using Readout.Text.Conllu;

namespace Readout.Text.Tests.Conllu;

public class ConlluRoundTripTests
{
    internal const string Harbour = """
        # newdoc id = harbour
        # newpar
        # sent_id = harbour-1
        # text = They didn't sign the harbour treaty.
        1	They	they	PRON	PRP	Case=Nom|Number=Plur	4	nsubj	4:nsubj	_
        2-3	didn't	_	_	_	_	_	_	_	_
        2	did	do	AUX	VBD	_	4	aux	4:aux	_
        3	n't	not	PART	RB	_	4	advmod	4:advmod	_
        4	sign	sign	VERB	VB	VerbForm=Inf	0	root	0:root	_
        5	the	the	DET	DT	_	7	det	7:det	_
        6	harbour	harbour	NOUN	NN	_	7	compound	7:compound	_
        7	treaty	treaty	NOUN	NN	_	4	obj	4:obj	SpaceAfter=No
        8	.	.	PUNCT	.	_	4	punct	4:punct	_

        # sent_id = harbour-2
        # text = Genoa paid gold; Pisa, silver.
        1	Genoa	Genoa	PROPN	NNP	_	2	nsubj	2:nsubj	Entity=(1-place)
        2	paid	pay	VERB	VBD	_	0	root	0:root	_
        3	gold	gold	NOUN	NN	_	2	obj	2:obj	SpaceAfter=No
        4	;	;	PUNCT	:	_	5	punct	5.1:punct	_
        5	Pisa	Pisa	PROPN	NNP	_	2	conj	5.1:nsubj	SpaceAfter=No
        5.1	paid	pay	VERB	VBD	_	_	_	2:conj	CopyOf=2
        6	,	,	PUNCT	,	_	7	punct	5.1:punct	_
        7	silver	silver	NOUN	NN	_	5	orphan	5.1:obj	SpaceAfter=No
        8	.	.	PUNCT	.	_	2	punct	2:punct	_

        # newpar
        # text = Venice waited.
        1	Venice	Venice	PROPN	NNP	_	2	nsubj	_	_
        2	waited	wait	VERB	VBD	_	0	root	_	SpaceAfter=No
        3	.	.	PUNCT	.	_	2	punct	_	_


        """;

    [Fact]
    public void Everything_that_was_read_is_written_back()
    {
        StringWriter output = new();
        ConlluWriter.Write(output, ConlluReader.Parse(Harbour));
        Assert.Equal(Harbour, output.ToString());
    }

    [Fact]
    public void A_mark_windows_line_ends_and_a_missing_last_line_are_accepted()
    {
        string windows = "\uFEFF" + Harbour.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        StringWriter output = new();
        ConlluWriter.Write(output, ConlluReader.Parse(windows));
        Assert.Equal(Harbour, output.ToString());
    }

    [Fact]
    public void Comments_and_kinds_are_told_apart()
    {
        IReadOnlyList<ConlluSentence> sentences = ConlluReader.Parse(Harbour);
        Assert.Equal(3, sentences.Count);
        Assert.Equal("harbour-1", sentences[0].Id);
        Assert.Equal("harbour", sentences[0].Comment("newdoc id"));
        Assert.True(sentences[0].OpensDocument);
        Assert.False(sentences[1].OpensParagraph);
        Assert.True(sentences[2].OpensParagraph);
        Assert.Equal(ConlluLineKind.Range, sentences[0].Lines[1].Kind);
        Assert.Equal(ConlluLineKind.Empty, sentences[1].Lines[5].Kind);
        Assert.Equal(8, sentences[1].Words.Count());
        Assert.Equal("2", sentences[1].Lines[5].MiscValue("CopyOf"));
        Assert.Null(sentences[1].Lines[5].MiscValue("Copy"));
    }

    [Theory]
    [InlineData("1\tOne\n\n", "line 1: 2 columns")]
    [InlineData("1\tOne\t\t_\t_\t_\t0\troot\t_\t_\n\n", "line 1: column 3 is empty")]
    [InlineData("2\tOne\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "line 1: word 2 where 1 was due")]
    [InlineData("x\tOne\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "line 1: 'x' is no token number")]
    [InlineData("1\tOne\t_\t_\t_\t_\tup\troot\t_\t_\n\n", "line 1: head 'up'")]
    [InlineData("1\tOne\t_\t_\t_\t_\t1\troot\t_\t_\n\n", "line 1: word 1 is its own head")]
    [InlineData("1\tOne\t_\t_\t_\t_\t7\troot\t_\t_\n\n", "line 1: the head of word 1 is 7")]
    [InlineData("1\tA\t_\t_\t_\t_\t2\tdep\t_\t_\n2\tB\t_\t_\t_\t_\t1\tdep\t_\t_\n\n", "line 1: the heads of word 1 run in a circle")]
    [InlineData("1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n# late\n\n", "line 2: a comment stands after")]
    [InlineData("# alone\n\n", "line 2: a sentence of comments alone")]
    [InlineData("\n", "line 1: an empty line outside")]
    [InlineData("1-3\tA\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "line 1: a multiword range reaches word 3 of 1")]
    [InlineData("2-3\tA\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "line 1: range 2-3 does not start")]
    [InlineData("1.2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "line 1: empty node 1.2 where 0.1 was due")]
    public void What_departs_from_the_format_is_named_with_its_line(string text, string expected)
    {
        FormatException error = Assert.Throws<FormatException>(() => ConlluReader.Parse(text));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
