using BenchmarkDotNet.Attributes;
using Readout.Coding.Packs;
using Readout.Coding.Reading;

namespace Readout.Bench.Reading;

/// <summary>Compiling the knowledge, and loading the reader with all that it reads with.</summary>
[MemoryDiagnoser]
public class LoadingBenchmark
{
    private readonly DataFile[] _files = [.. SamplePieces.Knowledge()];
    private readonly byte[] _pack = SamplePieces.Pack();

    [Benchmark]
    public int Compile() => PackCompiler.Compile(_files, "bench").Bytes!.Length;

    [Benchmark]
    public string Load()
    {
        using Reader reader = Reader.Load(_pack, SamplePieces.Models);
        Knowledge knowledge = reader.Knowledge;
        return $"{knowledge.Actors}{knowledge.Calendar}{knowledge.Codebook}{knowledge.Happenings}{knowledge.Places}{knowledge.Sizes}{reader.Pack.Hash}";
    }
}
