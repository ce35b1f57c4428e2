using Readout.Text.Conllu;

namespace Readout.Text.Tests.Documents;

/// <summary>A parsed document of two sentences for the tests of views.</summary>
internal static class Samples
{
    private const string Treaty = """
        # text = The doge's old envoy, Marco Bianchi, had signed two long treaties.
        1	The	the	DET	DT	_	2	det	_	_
        2-3	doge's	_	_	_	_	_	_	_	_
        2	doge	doge	NOUN	NN	_	5	nmod:poss	_	_
        3	's	's	PART	POS	_	2	case	_	_
        4	old	old	ADJ	JJ	_	5	amod	_	_
        5	envoy	envoy	NOUN	NN	_	11	nsubj	_	SpaceAfter=No
        6	,	,	PUNCT	,	_	7	punct	_	_
        7	Marco	Marco	PROPN	NNP	_	5	appos	_	_
        8	Bianchi	Bianchi	PROPN	NNP	_	7	flat	_	SpaceAfter=No
        9	,	,	PUNCT	,	_	7	punct	_	_
        10	had	have	AUX	VBD	_	11	aux	_	_
        11	signed	sign	VERB	VBN	_	0	root	_	_
        12	two	two	NUM	CD	_	14	nummod	_	_
        13	long	long	ADJ	JJ	_	14	amod	_	_
        14	treaties	treaty	NOUN	NNS	_	11	obj	_	SpaceAfter=No
        15	.	.	PUNCT	.	_	11	punct	_	_

        # text = Pisa slept.
        1	Pisa	Pisa	PROPN	NNP	_	2	nsubj	_	_
        2	slept	sleep	VERB	VBD	_	0	root	_	SpaceAfter=No
        3	.	.	PUNCT	.	_	2	punct	_	_


        """;

    /// <summary>The document, with one name over tokens 6 and 7.</summary>
    public static Document Parsed()
    {
        Document parsed = ConlluDocument.ToDocument("treaty", ConlluReader.Parse(Treaty));
        DocumentLayers layers = parsed.Layers;
        return new Document(parsed.Article, new DocumentLayers
        {
            Starts = layers.Starts,
            Ends = layers.Ends,
            SentenceFirst = layers.SentenceFirst,
            Upos = layers.Upos,
            Tags = layers.Tags,
            Lemmas = layers.Lemmas,
            Heads = layers.Heads,
            Relations = layers.Relations,
            Names = [new NameSpan(6, 8, NameKind.Person)],
        });
    }

    /// <summary>Tokens and sentences alone.</summary>
    public static Document Bare() => new(
        Article.FromText("bare", "Pisa slept. Genoa sailed."),
        new DocumentLayers { Starts = [0, 5, 10, 12, 18, 24], Ends = [4, 10, 11, 17, 24, 25], SentenceFirst = [0, 3] });
}
