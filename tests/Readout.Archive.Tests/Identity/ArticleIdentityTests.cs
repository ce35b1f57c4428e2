using Readout.Archive.Identity;
using Readout.Text;

namespace Readout.Archive.Tests.Identity;

public class ArticleIdentityTests
{
    private static readonly Article Plain = Article.FromText("7", "The envoy left.") with { Source = "Courier", RawHash = "ab" };

    [Fact]
    public void The_address_comes_first() =>
        Assert.Equal("https://news.example/7", ArticleIdentity.Of(Plain with { Url = "https://news.example/7?utm_source=x" }).Name);

    [Fact]
    public void Then_the_identifier_with_its_source() => Assert.Equal("id:Courier/7", ArticleIdentity.Of(Plain).Name);

    [Fact]
    public void An_identifier_made_from_the_input_gives_way_to_the_content()
    {
        ArticleIdentity identity = ArticleIdentity.Of(Plain with { Id = "abcd", RawHash = "abcdef" });
        Assert.Equal($"sha256:{identity.ContentHash}", identity.Name);
    }

    [Fact]
    public void Only_what_reading_depends_on_changes_the_content()
    {
        string hash = ArticleIdentity.Of(Plain).ContentHash;
        Assert.Equal(hash, ArticleIdentity.Of(Plain with { Byline = "A. Reporter", Section = "World", RawHash = "cd", Id = "8" }).ContentHash);
        Assert.NotEqual(hash, ArticleIdentity.Of(Plain with { Published = new DateOnly(2031, 1, 1) }).ContentHash);
        Assert.NotEqual(hash, ArticleIdentity.Of(Plain with { Text = "The envoy left!" }).ContentHash);
        Assert.NotEqual(hash, ArticleIdentity.Of(Plain with { Blocks = [] }).ContentHash);
    }
}
