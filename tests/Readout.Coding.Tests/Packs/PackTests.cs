using Readout.Coding.Packs;
using Readout.Tests;

namespace Readout.Coding.Tests.Packs;

public sealed class PackTests
{
    [Fact]
    public void Sections_come_back_by_name()
    {
        byte[] bytes = Pack.Write("1.2.3", [("one", [1, 2, 3]), ("none", []), ("two", [9])]);
        Pack pack = Pack.Read(bytes);
        Assert.Equal("1.2.3", pack.Version);
        Assert.True(pack.IsIntact());
        Assert.Equal([1, 2, 3], pack.Open("one").ReadBytes(10));
        Assert.Empty(pack.Open("none").ReadBytes(10));
        Assert.Equal([9], pack.Open("two").ReadBytes(10));
        Assert.Contains("'three'", Assert.Throws<InvalidDataException>(() => pack.Open("three")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sections_give_the_same_bytes() =>
        Assert.Equal(Pack.Write("1", [("a", [1])]), Pack.Write("1", [("a", [1])]));

    [Fact]
    public void A_pack_that_was_changed_is_not_intact()
    {
        byte[] bytes = Pack.Write("1", [("a", [1, 2, 3, 4])]);
        bytes[^1] ^= 1;
        Assert.False(Pack.Read(bytes).IsIntact());
    }

    [Fact]
    public void What_is_no_pack_is_refused()
    {
        byte[] bytes = Pack.Write("1", [("a", [1, 2, 3, 4])]);
        Assert.Throws<InvalidDataException>(() => Pack.Read([]));
        Assert.Throws<InvalidDataException>(() => Pack.Read([.. "%PDF"u8, .. new byte[100]]));
        for (int length = 0; length < bytes.Length; length++) Assert.Throws<InvalidDataException>(() => Pack.Read(bytes[..length]));
        bytes[4]++;
        Assert.Contains("another format", Assert.Throws<InvalidDataException>(() => Pack.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sources_come_back_as_they_were()
    {
        DataFile[] files = [new("codebook/a.txt", "one\ntwo é 漢\n"), new("b.txt", "")];
        Pack pack = Pack.Read(Pack.Write("1", [(PackSource.Section, PackSource.Write(files))]));
        Assert.Equal(files, PackSource.Read(pack));
    }

    [Fact]
    public void The_projects_own_knowledge_compiles_without_a_problem()
    {
        List<DataProblem> problems = [];
        IReadOnlyList<DataFile> files = DataFolder.Read(Repository.Path("data"), problems);
        PackCompilation compiled = PackCompiler.Compile(files, "0.0.0");
        Assert.Empty(problems);
        Assert.Empty(compiled.Problems);
        Assert.True(Pack.Read(compiled.Bytes!).IsIntact());
        Assert.Equal(compiled.Bytes, PackCompiler.Compile(files, "0.0.0").Bytes);
    }
}
