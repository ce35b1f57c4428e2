using Readout.Text.Conllu;

namespace Readout.Text.Tests.Conllu;

public class ConlluDocumentTests
{
    private static Document Harbour => ConlluDocument.ToDocument("harbour", ConlluReader.Parse(ConlluRoundTripTests.Harbour));

    [Fact]
    public void A_document_keeps_text_paragraphs_and_spans()
    {
        Document document = Harbour;
        Assert.Equal("They didn't sign the harbour treaty.\nGenoa paid gold; Pisa, silver.\n\nVenice waited.", document.Text);
        Assert.Equal(2, document.Article.Blocks.Length);
        Assert.Equal("Venice waited.", document.Article.Blocks[1].Span.In(document.Text));
        Assert.Equal(["They", "did", "n't", "sign"], document.Tokens.Take(4).Select(token => token.Text));
        Assert.Equal("Genoa paid gold; Pisa, silver.", document.Sentence(1).Text);
    }

    [Fact]
    public void A_document_keeps_tags_lemmas_and_trees()
    {
        Document document = Harbour;
        Assert.Equal("sign", document.Sentence(0).Root.Text);
        Assert.Equal("paid", document.Sentence(1).Root.Text);
        Token pisa = document.Sentence(1)[4];
        Assert.Equal((Upos.PROPN, PennTag.NNP, Relation.Conj, "Pisa"), (pisa.Upos, pisa.Tag, pisa.Relation, pisa.Lemma));
        Assert.Equal("paid", pisa.Head.Text);
    }

    [Fact]
    public void Words_are_joined_where_the_text_comment_disagrees()
    {
        string text = ConlluRoundTripTests.Harbour.Replace("# text = Venice waited.", "# text = Venice sailed.", StringComparison.Ordinal);
        Document document = ConlluDocument.ToDocument("x", ConlluReader.Parse(text));
        Assert.EndsWith("Venice waited.", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_shares_its_letters_among_words_spelt_otherwise()
    {
        const string French = "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t0\troot\t_\t_\n2\tle\t_\t_\t_\t_\t1\tdet\t_\t_\n\n";
        Document document = ConlluDocument.ToDocument("x", ConlluReader.Parse(French));
        Assert.Equal("du", document.Text);
        Assert.Equal(["d", "u"], document.Tokens.Select(token => token.Text));
    }

    [Fact]
    public void A_document_is_written_with_text_ranges_and_spaces()
    {
        ConlluSentence[] sentences = [.. ConlluDocument.FromDocument(Harbour)];
        Assert.Equal("They didn't sign the harbour treaty.", sentences[0].Text);
        Assert.True(sentences[0].OpensDocument);
        Assert.False(sentences[1].OpensParagraph);
        Assert.True(sentences[2].OpensParagraph);
        Assert.Equal(["1", "2-3", "2", "3", "4", "5", "6", "7", "8"], sentences[0].Lines.Select(line => line.Id));
        Assert.Equal("didn't", sentences[0].Lines[1].Form);
        Assert.Equal("7\ttreaty\ttreaty\tNOUN\tNN\t_\t4\tobj\t_\tSpaceAfter=No", sentences[0].Lines[7].ToString());
    }

    [Fact]
    public void Writing_and_reading_again_gives_the_same_document()
    {
        Document first = Harbour;
        Document second = ConlluDocument.ToDocument("harbour", ConlluDocument.FromDocument(first));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Layers.Starts, second.Layers.Starts);
        Assert.Equal(first.Layers.Ends, second.Layers.Ends);
        Assert.Equal(first.Layers.Heads, second.Layers.Heads);
        Assert.Equal(first.Layers.Relations, second.Layers.Relations);
        Assert.Equal(first.Layers.Tags, second.Layers.Tags);
        Assert.Equal(first.Layers.SentenceFirst, second.Layers.SentenceFirst);
    }

    [Fact]
    public void Sentences_without_annotation_give_empty_layers()
    {
        Document document = ConlluDocument.ToDocument("x", ConlluReader.Parse("1\tGenoa\t_\t_\t_\t_\t_\t_\t_\t_\n\n"));
        Assert.False(document.IsParsed);
        Assert.Equal("Genoa", document.Token(0).Lemma);
        Assert.Empty(document.Layers.Tags);
    }

    [Fact]
    public void Documents_are_grouped_by_their_comments()
    {
        IReadOnlyList<ConlluSentence> sentences = ConlluReader.Parse(ConlluRoundTripTests.Harbour);
        Assert.Equal([3, 3], ConlluDocument.GroupByDocument([.. sentences, .. sentences]).Select(group => group.Count));
    }
}
