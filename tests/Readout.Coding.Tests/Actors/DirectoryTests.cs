using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Coding.Tests.Quotes;
using Readout.Text;

namespace Readout.Coding.Tests.Actors;

public sealed class DirectoryTests
{
    [Fact]
    public void Data_has_no_problem() => Assert.Empty(ActorData.Problems);

    [Fact]
    public void Every_code_of_a_person_is_a_state_an_organisation_or_a_group()
    {
        HashSet<string> groups = [.. ActorData.Directory.Entries.Select(entry => entry.Code)];
        Assert.All(ActorData.Directory.Entries.SelectMany(entry => entry.Offices), row => Assert.True(row.Code.Length == 0 || groups.Contains(row.Code), row.ToString()));
    }

    [Fact]
    public void Binary_form_gives_the_same_mentions_and_bytes()
    {
        byte[] first = Bytes(ActorData.Directory);
        using BinaryReader reader = new(new MemoryStream(first));
        ActorDirectory again = ActorDirectory.Read(reader);
        Assert.Equal(first, Bytes(again));
        Document document = Tokens("President Reagan met French officials in Geneva");
        Assert.Equal(new MentionFinder(ActorData.Directory, QuoteData.Words).Find(document).Mentions, new MentionFinder(again, QuoteData.Words).Find(document).Mentions);
    }

    [Fact]
    public void Problem_names_file_and_line()
    {
        List<DataProblem> problems = [];
        ActorDirectory.Parse(
            [
                new DataFile("actors/codes.txt", "UNO | UNO | United Nations\n"),
                new DataFile("actors/people/UNO.txt", "Ana Ruiz\n  2001..2000 | UNO | GOV | Envoy\n  2001.. | UNO | GUV | Envoy\n  2001.. | QQQ | GOV | Envoy\n"),
            ],
            problems);
        Assert.Equal([2, 3, 4, 1], problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.Equal("actors/people/UNO.txt", problem.Path));
        Assert.Contains("PLOVER", problems[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2011", "2011-01-01", "2011-12-31")]
    [InlineData("2012-02", "2012-02-01", "2012-02-29")]
    [InlineData("2012-02-03", "2012-02-03", "2012-02-03")]
    public void Day_month_and_year_open_and_close_ranges(string text, string first, string last)
    {
        Assert.True(DateRanges.TryParse($"{text}..{text}", out DateOnly from, out DateOnly to));
        Assert.Equal(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), from);
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), to);
    }

    [Theory]
    [InlineData("2012")]
    [InlineData("2013..2012")]
    [InlineData("2012-13..")]
    public void Wrong_range_is_refused(string text) => Assert.False(DateRanges.TryParse(text, out _, out _));

    [Theory]
    [InlineData("Ursula von der Leyen", "von der Leyen")]
    [InlineData("Bashar al-Assad", "al-Assad")]
    [InlineData("James Baker III", "Baker")]
    [InlineData("Charles de Gaulle", "de Gaulle")]
    [InlineData("Pelé", "Pelé")]
    public void Surname_keeps_its_particles(string name, string surname) => Assert.Equal(surname, PersonNames.Surname(name));

    [Theory]
    [InlineData("webster", "webstar", 1)]
    [InlineData("shultz", "schultz", 1)]
    [InlineData("lavrov", "larvov", 1)]
    [InlineData("smith", "jones", 3)]
    public void Distance_counts_edits_up_to_its_limit(string left, string right, int expected) => Assert.Equal(expected, PersonNames.Distance(left, right, 2));

    [Theory]
    [InlineData("Iraqi", "Iraqis")]
    [InlineData("Chinese", "Chinese")]
    [InlineData("Frenchman", "Frenchmen")]
    [InlineData("German", "Germans")]
    [InlineData("Swiss", "Swiss")]
    public void People_have_plurals(string one, string many) => Assert.Equal(many, Plurals.OfPeople(one));

    private static Document Tokens(string text)
    {
        List<(int Start, int End)> runs = WordRuns.Split(text);
        Article article = Article.Compose("t", null, [(BlockKind.Paragraph, text)]) with { Published = new DateOnly(1985, 11, 20) };
        return new Document(article, new DocumentLayers { Starts = [.. runs.Select(run => run.Start)], Ends = [.. runs.Select(run => run.End)], SentenceFirst = [0] });
    }

    private static byte[] Bytes(ActorDirectory directory)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        directory.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
