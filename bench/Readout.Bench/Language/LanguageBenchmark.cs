using BenchmarkDotNet.Attributes;
using Readout.Bench.Reading;
using Readout.Text;

namespace Readout.Bench.Language;

/// <summary>Tokens, tags, trees and names of the sample articles, one after another.</summary>
[MemoryDiagnoser]
public class LanguageBenchmark
{
    private readonly Article[] _articles = SamplePieces.Articles();
    private readonly TextAnalyzer _analyzer = TextAnalyzer.Load(SamplePieces.Models);

    [Benchmark]
    public int AllArticles() => _articles.Sum(article => _analyzer.Analyze(article).TokenCount);
}
