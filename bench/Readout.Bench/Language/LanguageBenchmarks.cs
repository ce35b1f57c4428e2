using BenchmarkDotNet.Attributes;
using Readout.Tests;
using Readout.Text;
using Readout.Text.Tokens;

namespace Readout.Bench.Language;

/// <summary>The language stages over the project's own samples.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private readonly TokenBuffer _buffer = new();
    private Article _article = null!;
    private Document _document = null!;
    private TextAnalyzer _analyzer = null!;

    /// <summary>Reads the samples and loads the models.</summary>
    [GlobalSetup]
    public void Load()
    {
        string text = string.Join("\n\n", Directory.EnumerateFiles(Repository.Path("samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        _article = new Article { Id = "samples", Text = text };
        _analyzer = TextAnalyzer.Load(Repository.Path("data", "models"));
        _document = _analyzer.Analyze(_article);
    }

    /// <summary>Releases the models.</summary>
    [GlobalCleanup]
    public void Close() => _analyzer.Dispose();

    /// <summary>Tokens and sentences.</summary>
    [Benchmark]
    public int Tokens()
    {
        Tokenizer.English.Tokenize(_article, _buffer);
        return _buffer.Count;
    }

    /// <summary>Tags, lemmas, trees and names over tokens that are there.</summary>
    [Benchmark]
    public int Annotation() => _analyzer.Annotate(_document).NameCount;

    /// <summary>Every layer.</summary>
    [Benchmark]
    public int Everything() => _analyzer.Analyze(_article).TokenCount;
}
