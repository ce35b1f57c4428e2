using BenchmarkDotNet.Attributes;
using Readout.Coding.Reading;
using Readout.Text;

namespace Readout.Bench.Reading;

/// <summary>From article to record, for the sample articles, on one thread and on all.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private readonly Article[] _articles = SamplePieces.Articles();
    private readonly Reader _reader = SamplePieces.Reader();

    [Benchmark]
    public int OneThread() => _articles.Sum(article => _reader.Read(article).Events.Length);

    [Benchmark]
    public int AllThreads() => _articles.AsParallel().Sum(article => _reader.Read(article).Events.Length);
}
