using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Coding.Tests.Actors;
using Readout.Tests;
using Readout.Text;

namespace Readout.Coding.Tests.Quotes;

/// <summary>Whose account words are. In a class of its own because it loads the model.</summary>
public sealed class QuoteLayerTests(QuoteLayerTests.Loaded loaded) : IClassFixture<QuoteLayerTests.Loaded>
{
    private static readonly string[] Hostile =
    [
        "", "\"", "“", "\"\"", "said", "\"said\" said", "“a\n\n“b\n\n“c", "According to", "He said: ", "said said said, said.", "Sands:", ":", "\"We go,\"\n\nsaid Sands.",
        "''", "« ‘ “ \" '' `` she said , , \" ’ ” »", "Sands said “we “go” now, she said, adding, saying “that”.",
    ];

    [Fact]
    public void The_innermost_speaker_comes_first()
    {
        (Document document, QuoteLayer layer) = Read("Ida Sands said that Peru had told Chile that the fleet was ready.");
        ImmutableArray<Attribution> accounts = layer.AccountOf(Token(document, "fleet"));
        Assert.Equal(["had told", "said"], accounts.Select(entry => entry.Cue!.Value.In(document.Text)));
        Assert.Equal(["q2", "q1"], accounts.Select(entry => entry.Quote));
        Assert.Equal("q1", layer.Quotes[1].Parent);
        Assert.Empty(layer.AccountOf(Token(document, "said")));
    }

    [Fact]
    public void A_denial_comes_first_and_names_its_quote_once()
    {
        (Document document, QuoteLayer layer) = Read("Chile denied that its soldiers had crossed the border.");
        TextSpan cue = document.Token(Token(document, "denied")).Span;
        Attribution denial = new(0, null, null, cue, "denied");
        ImmutableArray<Attribution> attribution = layer.AttributionOf(Token(document, "crossed"), [denial]);
        Assert.Equal([denial with { Quote = "q1" }], attribution);
        Assert.Equal([denial with { Cue = new TextSpan(0, 5) }], layer.AttributionOf(Token(document, "Chile"), [denial with { Cue = new TextSpan(0, 5) }]));
    }

    [Fact]
    public void Unbalanced_marks_and_lone_cues_do_no_harm()
    {
        foreach (string text in Hostile)
        {
            (Document document, QuoteLayer layer) = Read(text);
            foreach (TextSpan span in layer.Quotes.SelectMany(quote => quote.Source.Concat(quote.Cue).Concat(quote.Content)))
            {
                Assert.InRange(span.Start, 0, span.End - 1);
                Assert.InRange(span.End, 1, document.Text.Length);
            }
        }
    }

    private static int Token(Document document, string word) => document.Tokens.First(token => token.Is(word)).Index;

    private (Document Document, QuoteLayer Layer) Read(string text)
    {
        Document document = loaded.Analyzer.Analyze(Article.FromText("a", text));
        return (document, new QuoteReader(QuoteData.Words).Read(document, new MentionFinder(ActorData.Directory, QuoteData.Words).Find(document)));
    }

    /// <summary>Loads the model once.</summary>
    public sealed class Loaded : IDisposable
    {
        public TextAnalyzer Analyzer { get; } = TextAnalyzer.Load(Repository.Path("data", "models"));

        public void Dispose() => Analyzer.Dispose();
    }
}
