using CsCheck;
using Readout.Tests;

namespace Readout.Text.Tests.Models;

/// <summary>The shipped models on any text: sound trees, one result on any number of threads.</summary>
public class TextAnalyzerTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "The minister ", "said ", "on Monday ", "that ", "talks ", "had failed", ". ", ", ", "\n\n", "“", "” ", "(", ") ", "U.S. ", "didn't ", "1,200 ", "\u200B",
        "\uD83D\uDE00 ", "\uD83D", "漢字 ", "שלום ", "\0", "WASHINGTON ", "Norway ", "and ", "Peru ", "signed ", "it", "! ", "... ", "http://a.example/b ", "-- ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 120].Select(string.Concat));

    private readonly TextAnalyzer _analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));

    public void Dispose()
    {
        _analyzer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Every_tree_has_one_root_and_no_circle() => Texts.Sample(text => CheckTrees(Analyze(text)), iter: 400);

    [Fact]
    public void Names_are_ordered_disjoint_and_inside_a_sentence() => Texts.Sample(
        text =>
        {
            Document document = Analyze(text);
            int end = 0;
            foreach (Name name in document.Names)
            {
                Assert.True(name.First >= end && name.End > name.First && name.End <= document.TokenCount);
                Assert.Equal(document.SentenceOf(name.First), document.SentenceOf(name.End - 1));
                end = name.End;
            }
        },
        iter: 400);

    [Fact]
    public void The_same_text_gives_the_same_layers_on_any_number_of_threads()
    {
        string[] texts = [.. Enumerable.Range(0, 60).Select(i => string.Concat(Enumerable.Range(0, 80).Select(k => Pieces[(i * 31 + k * k * 7 + k) % Pieces.Length])))];
        string[] alone = [.. texts.Select(t => Digest(Analyze(t)))];
        string[] together = new string[texts.Length * 4];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Digest(Analyze(texts[i % texts.Length])));
        for (int i = 0; i < together.Length; i++) Assert.Equal(alone[i % texts.Length], together[i]);
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("a", 5_000_000)]
    [InlineData("\uD83D\uDE00", 50_000)]
    [InlineData("word ", 60_000)]
    [InlineData("\uD83D", 50_000)]
    [InlineData("שלום ", 20_000)]
    public void Hostile_text_is_analysed_with_sound_trees(string piece, int times) => CheckTrees(Analyze(string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public void A_plain_sentence_is_read_as_anyone_would_read_it()
    {
        Document document = Analyze("The Norwegian minister met the president of Chile in Geneva on Monday.");
        Token met = document.Token(3);
        Assert.Equal(("meet", Upos.VERB, true), (met.Lemma, met.Upos, met.IsRoot));
        Assert.Equal("minister", met.Child(Relation.Nsubj)?.Text);
        Assert.Equal("president", met.Child(Relation.Obj)?.Text);
        Assert.Contains(document.Names, n => n.Text == "Chile" && n.Kind == NameKind.Location);
    }

    private Document Analyze(string text) => _analyzer.Analyze(new Article { Id = "text", Text = text });

    private static string Digest(Document document) => string.Join(
        '\n',
        document.Tokens.Select(t => $"{t.Start} {t.End} {t.Upos} {t.Tag} {t.Lemma} {t.HeadIndex} {t.Relation}").Concat(document.Names.Select(n => $"{n.First} {n.End} {n.Kind}")));

    private static void CheckTrees(Document document)
    {
        foreach (Sentence sentence in document.Sentences)
        {
            int roots = 0;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                Token token = document.Token(i);
                if (token.IsRoot) roots++;
                else if (token.HeadIndex < sentence.First || token.HeadIndex >= sentence.End) Assert.Fail($"token {i} hangs outside its sentence");
                int steps = 0;
                for (Token up = token; !up.IsRoot; up = up.Head)
                {
                    if (++steps > sentence.Count) Assert.Fail($"token {i} hangs in a circle");
                }
            }

            Assert.Equal(1, roots);
        }
    }
}
