namespace Readout.Text.Tests.Documents;

public class DocumentTests
{
    [Fact]
    public void Every_span_equals_its_slice()
    {
        Document document = Samples.Parsed();
        foreach (Token token in document.Tokens)
        {
            Assert.Equal(token.Text, document.Text[token.Start..token.End]);
            Assert.Equal(token.Text, token.Form.ToString());
            Assert.Equal(token.Text, token.Span.In(document.Text));
        }

        foreach (Sentence sentence in document.Sentences) Assert.Equal(sentence.Text, sentence.Span.In(document.Text));
        foreach (Name name in document.Names) Assert.Equal(name.Text, name.Span.In(document.Text));
    }

    [Fact]
    public void Sentences_hold_their_tokens()
    {
        Document document = Samples.Parsed();
        Assert.Equal((18, 2), (document.TokenCount, document.SentenceCount));
        Assert.Equal((15, 18, 3), (document.Sentence(1).First, document.Sentence(1).End, document.Sentence(1).Count));
        Assert.Equal("slept", document.Sentence(1)[1].Text);
        Assert.Equal([0, 0, 1], new[] { 0, 14, 15 }.Select(document.SentenceOf));
        Assert.Equal(1, document.Token(17).Sentence.Index);
        Assert.Equal("Pisa slept.", document.Sentence(1).ToString());
    }

    [Fact]
    public void A_token_shows_its_layers()
    {
        Token treaties = Samples.Parsed().Token(13);
        Assert.Equal(("treaties", "treaty", Upos.NOUN, PennTag.NNS, Relation.Obj), (treaties.Text, treaties.Lemma, treaties.Upos, treaties.Tag, treaties.Relation));
        Assert.Equal("signed", treaties.Head.Text);
        Assert.True(treaties.Is("TREATIES"));
        Assert.False(treaties.Is("treaty"));
    }

    [Fact]
    public void A_name_covers_its_tokens()
    {
        Document document = Samples.Parsed();
        Name name = Assert.Single(document.Names);
        Assert.Equal(("Marco Bianchi", NameKind.Person, 6, 8), (name.Text, name.Kind, name.First, name.End));
        Assert.Equal("Person: Marco Bianchi", name.ToString());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(24, 5)]
    [InlineData(25, 6)]
    [InlineData(900, 6)]
    public void The_token_at_an_offset_is_found(int offset, int expected) => Assert.Equal(expected, Samples.Bare().TokenAtOrAfter(offset));

    [Fact]
    public void Layers_that_did_not_run_are_told()
    {
        Document bare = Samples.Bare();
        Assert.False(bare.IsParsed);
        Token token = bare.Token(3);
        Assert.Equal((Upos.None, PennTag.None, Relation.None, "Genoa", -1), (token.Upos, token.Tag, token.Relation, token.Lemma, token.HeadIndex));
        Assert.Equal("Genoa", bare.Sentence(1).Root.Text);
        Assert.Empty(bare.Names);
    }

    [Fact]
    public void An_index_out_of_range_is_refused()
    {
        Document document = Samples.Bare();
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Token(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Token(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Sentence(2));
    }
}
