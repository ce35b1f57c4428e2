using Readout.Coding.Actors;
using Readout.Coding.Packs;
using Readout.Evaluation.Relations;
using Readout.Tests;
using Readout.Text;

namespace Readout.Evaluation.Tests.Relations;

/// <summary>What stands between two marked phrases, with the project's own models.</summary>
public sealed class RelationCoderTests(RelationCoderTests.Loaded loaded) : IClassFixture<RelationCoderTests.Loaded>
{
    [Theory]
    [InlineData("Kenya recalled its ambassador from Gabon on Monday.", "Kenya", "Gabon", "SANCTION", 4)]
    [InlineData("The guild of lamp makers praised the council of Old Harbour for its patience.", "The guild of lamp makers", "the council of Old Harbour", "SUPPORT", 1)]
    [InlineData("The rebels freed four drivers from Niger after a week in the hills.", "The rebels", "four drivers from Niger", "YIELD", 2)]
    [InlineData("Norway said it will expel two Belarusian diplomats next week.", "Norway", "two Belarusian diplomats", "THREATEN", 3)]
    [InlineData("Canada imposed sanctions on eleven officials of Nicaragua.", "Canada", "eleven officials of Nicaragua", "COERCE", 4)]
    [InlineData("A court in Oslo convicted a former consul of Peru of smuggling.", "A court in Oslo", "a former consul of Peru", "ACCUSE", 3)]
    public void The_deed_between_the_two_is_found(string text, string source, string target, string root, int penta)
    {
        RelationAnswer coding = loaded.Code(text, source, target);
        Assert.Equal((root, penta), (coding.Root, coding.Penta));
        Assert.InRange(coding.Confidence, 0.2, 0.97);
    }

    [Theory]
    [InlineData("The ferryman told the coroner of Bergen that both sailors had been stabbed on the quay.", "The ferryman", "the coroner of Bergen", false)]
    [InlineData("The Lagos brewery fired its director after robbers had shot a clerk.", "The Lagos brewery", "its director", false)]
    [InlineData("Mr Okafor, a former director of the Lagos brewery, was shot by robbers in 1931.", "robbers", "Mr Okafor", true)]
    [InlineData("The shipowner paid the widow of the drowned pilot four hundred crowns after the trial.", "The shipowner", "the widow of the drowned pilot", false)]
    [InlineData("A bomb wrecked the inn where the envoys were dining with the bishop.", "A bomb", "the inn", true)]
    public void Conflict_is_told_from_cooperation_by_what_ties_the_two(string text, string source, string target, bool conflict) =>
        Assert.Equal(conflict, loaded.Code(text, source, target).Penta >= 3);

    [Fact]
    public void Words_without_a_deed_still_get_an_answer()
    {
        RelationAnswer coding = loaded.Code("Sand, salt and the two grey boats of Ardmore.", "Sand", "Ardmore");
        Assert.Equal("none", coding.Frame);
        Assert.True(coding.Confidence < 0.5);
    }

    /// <summary>Loads knowledge and models once.</summary>
    public sealed class Loaded : IDisposable
    {
        private readonly TextAnalyzer _analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));
        private readonly RelationCoder _coder;
        private readonly MentionFinder _mentions;

        public Loaded()
        {
            Knowledge knowledge = Knowledge.Load(PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "9.9.9").Bytes!);
            _coder = new RelationCoder(knowledge.Codebook, knowledge.Ranker);
            _mentions = new MentionFinder(knowledge.Actors, knowledge.Quotes);
        }

        public RelationAnswer Code(string text, string source, string target)
        {
            Document document = _analyzer.Analyze(Article.FromText("a", text));
            return _coder.Code(document, _mentions.Find(document), Span(text, source), Span(text, target));
        }

        public void Dispose() => _analyzer.Dispose();

        private static TextSpan Span(string text, string part)
        {
            int start = text.IndexOf(part, StringComparison.Ordinal);
            return new TextSpan(start, start + part.Length);
        }
    }
}
