namespace Readout.Archive.Tests.Store;

public class LocationTests
{
    [Fact]
    public void A_path_is_a_file()
    {
        ArchiveLocation location = ArchiveLocation.Parse("news/archive.db");
        Assert.False(location.IsPostgres);
        Assert.Equal(Path.GetFullPath("news/archive.db"), location.Path);
    }

    [Theory]
    [InlineData("postgres://anna:se%3Acret@db.example:5433/news?sslmode=require", "postgres://db.example:5433/news")]
    [InlineData("postgres://[::1]:5433/news", "postgres://::1:5433/news")]
    [InlineData("postgresql://db.example/news", "postgres://db.example/news")]
    [InlineData("postgres://anna@/news?host=%2Fvar%2Frun", "postgres:///var/run/news")]
    public void An_address_is_shown_without_its_password(string text, string shown)
    {
        ArchiveLocation location = ArchiveLocation.Parse(text);
        Assert.True(location.IsPostgres);
        Assert.Equal(shown, location.ToString());
    }

    [Theory]
    [InlineData("mysql://db.example/news", "names no kind of archive")]
    [InlineData("postgres://db.example/news?colour=red", "it knows no 'colour'")]
    [InlineData("postgres:///news", "it names no host")]
    [InlineData("postgres://db.example/", "it names no database")]
    [InlineData("postgres://db.example:x/news", "'x' is no port")]
    public void What_cannot_be_understood_is_refused(string text, string said) =>
        Assert.Contains(said, Assert.Throws<ArchiveException>(() => ArchiveLocation.Parse(text)).Message, StringComparison.Ordinal);
}
