using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Sources;
using Readout.Tests;
using Readout.Text;

namespace Readout.Bench.Reading;

/// <summary>What is measured: the samples and the knowledge of the repository.</summary>
internal static class SamplePieces
{
    public static string Models => Repository.Path("data", "models");

    /// <summary>The articles of the samples, in order.</summary>
    public static Article[] Articles()
    {
        using SourceReader sources = new(new SourceOptions { Published = new DateOnly(1990, 1, 1) });
        return [.. sources.ReadAsync(Repository.Path("samples", "news")).ToBlockingEnumerable().Select(result => result.Article).OfType<Article>()];
    }

    /// <summary>The text files of the repository's knowledge.</summary>
    public static IReadOnlyList<DataFile> Knowledge() => DataFolder.Read(Repository.Path("data"), []);

    /// <summary>The pack compiled from the repository's knowledge.</summary>
    public static byte[] Pack()
    {
        PackCompilation compiled = PackCompiler.Compile(Knowledge(), "bench");
        return compiled.Bytes ?? throw new InvalidOperationException(string.Join('\n', compiled.Problems));
    }

    public static Reader Reader() => Readout.Coding.Reading.Reader.Load(Pack(), Models);
}
