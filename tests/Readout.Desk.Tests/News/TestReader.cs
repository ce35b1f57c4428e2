using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Tests;

[assembly: AssemblyFixture(typeof(Readout.Desk.Tests.News.TestReader))]

namespace Readout.Desk.Tests.News;

/// <summary>The reader with the knowledge of <c>data/</c>, loaded once for all tests.</summary>
public sealed class TestReader
{
    private readonly byte[] _pack;

    public TestReader()
    {
        List<DataProblem> problems = [];
        PackCompilation compiled = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), problems), "0.1.0");
        if (compiled.Bytes is null || problems.Count > 0) throw new InvalidOperationException(string.Join('\n', problems.Concat(compiled.Problems)));
        _pack = compiled.Bytes;
    }

    /// <summary>A reader of one's own, to be disposed of.</summary>
    public Reader Load() => Reader.Load(_pack, Repository.Path("data", "models"));
}
