using Readout.Text.Tokens;

namespace Readout.Text.Tests.Tokens;

public class TokenizerTests
{
    [Fact]
    public void Sentences_never_cross_blocks()
    {
        Article article = Article.Compose("a", "Ministers to meet in Genoa", [(BlockKind.Paragraph, "the talks begin"), (BlockKind.ListItem, "on Monday")]);
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(article, buffer);
        Document document = new(article, buffer.ToLayers());
        Assert.Equal(["Ministers to meet in Genoa", "the talks begin", "on Monday"], document.Sentences.Select(s => s.Text));
    }

    [Fact]
    public void An_article_without_blocks_is_cut_whole()
    {
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize(new Article { Id = "a", Text = "One line.\n\nAnother line." }, buffer);
        Assert.Equal(2, buffer.SentenceCount);
    }

    [Fact]
    public void A_buffer_drops_what_it_held()
    {
        TokenBuffer buffer = new();
        Tokenizer.English.Tokenize("A long first text, with many words in it.", buffer);
        Tokenizer.English.Tokenize("Short.", buffer);
        Assert.Equal([0, 5], buffer.Starts);
        Assert.Equal([5, 6], buffer.Ends);
        Assert.Equal([0], buffer.SentenceFirst);
    }

    [Fact]
    public void A_warm_buffer_is_filled_without_allocation()
    {
        string text = string.Concat(Enumerable.Repeat("The U.S. envoy didn't say (on Feb. 3) what \"peace\" cost: $3.2bn. See a@example.org. ", 200));
        TokenBuffer buffer = new();
        for (int i = 0; i < 3; i++) Tokenizer.English.Tokenize(text, buffer);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tokenizer.English.Tokenize(text, buffer);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256);
    }
}
