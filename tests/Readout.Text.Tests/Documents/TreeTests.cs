namespace Readout.Text.Tests.Documents;

public class TreeTests
{
    private static readonly Document Treaty = Samples.Parsed();

    private static Token Find(string form) => Treaty.Tokens.First(token => token.Is(form));

    private static string Join(IEnumerable<Token> tokens) => string.Join(' ', tokens.Select(token => token.Text));

    [Theory]
    [InlineData("signed", "envoy had treaties .")]
    [InlineData("envoy", "doge old Marco")]
    [InlineData("treaties", "two long")]
    [InlineData("The", "")]
    public void Children_stand_in_text_order(string form, string expected) => Assert.Equal(expected, Join(Find(form).Children()));

    [Theory]
    [InlineData("doge", "The doge 's")]
    [InlineData("envoy", "The doge 's old envoy , Marco Bianchi ,")]
    [InlineData("slept", "Pisa slept .")]
    [InlineData("two", "two")]
    public void A_subtree_is_the_token_and_all_below(string form, string expected) => Assert.Equal(expected, Join(Find(form).Subtree()));

    [Fact]
    public void A_subtree_has_a_span() => Assert.Equal("two long treaties", Find("treaties").SubtreeSpan().In(Treaty.Text));

    [Fact]
    public void A_child_is_found_by_its_relation()
    {
        Assert.Equal("treaties", Find("signed").Child(Relation.Obj)?.Text);
        Assert.Null(Find("signed").Child(Relation.Iobj));
    }

    [Fact]
    public void Within_follows_heads_to_the_root()
    {
        Assert.True(Find("The").IsWithin(Find("signed")));
        Assert.True(Find("envoy").IsWithin(Find("envoy")));
        Assert.False(Find("signed").IsWithin(Find("envoy")));
    }

    [Theory]
    [InlineData("doge", "treaties", "doge envoy signed treaties")]
    [InlineData("two", "long", "two treaties long")]
    [InlineData("The", "envoy", "The doge envoy")]
    [InlineData("envoy", "Bianchi", "envoy Marco Bianchi")]
    [InlineData("had", "had", "had")]
    [InlineData("had", "Pisa", "")]
    public void A_path_goes_over_the_lowest_common_ancestor(string from, string to, string expected) =>
        Assert.Equal(expected, Join(Tree.Path(Find(from), Find(to))));

    [Theory]
    [InlineData("envoy", "The doge's old envoy")]
    [InlineData("treaties", "two long treaties")]
    [InlineData("Marco", "Marco Bianchi")]
    [InlineData("Pisa", "Pisa")]
    public void A_noun_chunk_holds_what_modifies_the_noun_from_the_front(string form, string expected) =>
        Assert.Equal(expected, Find(form).NounChunk().In(Treaty.Text));
}
