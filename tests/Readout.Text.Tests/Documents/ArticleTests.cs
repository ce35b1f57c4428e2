namespace Readout.Text.Tests.Documents;

public class ArticleTests
{
    [Fact]
    public void The_text_is_the_title_an_empty_line_and_the_body()
    {
        Article article = Article.Compose("a", " Genoa signs ", [(BlockKind.Paragraph, "One.\n"), (BlockKind.Paragraph, " "), (BlockKind.Quotation, "Two.")]);
        Assert.Equal("Genoa signs\n\nOne.\n\nTwo.", article.Text);
        Assert.Equal(13, article.BodyStart);
        Assert.Equal(["Genoa signs", "One.", "Two."], article.Blocks.Select(block => block.Span.In(article.Text)));
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Quotation], article.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void Without_a_title_the_body_starts_at_once()
    {
        Article article = Article.Compose("a", " ", [(BlockKind.Paragraph, "One.")]);
        Assert.Equal(("One.", 0, null), (article.Text, article.BodyStart, article.Title));
    }

    [Fact]
    public void Empty_lines_part_the_paragraphs_of_plain_text()
    {
        Article article = Article.FromText("a", "\n\n One.\nStill one. \n\n\nTwo.");
        Assert.Equal(["One.\nStill one.", "Two."], article.Blocks.Select(block => block.Span.In(article.Text)));
    }
}
