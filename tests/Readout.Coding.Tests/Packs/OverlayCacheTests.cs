using Readout.Coding.Packs;
using Readout.Tests;

namespace Readout.Coding.Tests.Packs;

public sealed class OverlayCacheTests : IDisposable
{
    private static readonly byte[] Base = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "1").Bytes!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-overlay-");

    private string Overlay => Path.Combine(_folder.FullName, "mine");

    private string Cache => Path.Combine(_folder.FullName, "cache");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_overlay_is_compiled_once_and_found_again()
    {
        Put("notes/extra.txt", "mine");
        byte[] first = Load().Bytes!;
        Assert.Contains(PackSource.Read(Pack.Read(first)), file => file == new DataFile("notes/extra.txt", "mine"));
        string kept = Assert.Single(Directory.GetFiles(Cache));
        DateTime written = File.GetLastWriteTimeUtc(kept);
        Assert.Equal(first, Load().Bytes);
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
    }

    [Fact]
    public void A_changed_overlay_is_another_pack()
    {
        Put("notes/extra.txt", "mine");
        byte[] first = Load().Bytes!;
        Put("notes/extra.txt", "mine, changed");
        Assert.NotEqual(first, Load().Bytes);
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
    }

    [Fact]
    public void A_damaged_pack_in_the_cache_is_compiled_again()
    {
        Put("notes/extra.txt", "mine");
        byte[] first = Load().Bytes!;
        string kept = Assert.Single(Directory.GetFiles(Cache));
        File.WriteAllBytes(kept, first[..(first.Length / 2)]);
        Assert.Equal(first, Load().Bytes);
        Assert.Equal(first, File.ReadAllBytes(kept));
    }

    [Fact]
    public void A_broken_overlay_gives_its_problems_and_no_pack()
    {
        Put("codebook/mine.txt", "this is\n  no codebook: at all\n");
        PackCompilation compiled = Load();
        Assert.Null(compiled.Bytes);
        Assert.All(compiled.Problems, problem => Assert.Equal("codebook/mine.txt", problem.Path));
        Assert.NotEmpty(compiled.Problems);
        Assert.False(Directory.Exists(Cache));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_does_not_stop_the_run()
    {
        Put("notes/extra.txt", "mine");
        File.WriteAllText(Cache, "a file where the folder should be");
        Assert.NotNull(Load().Bytes);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_so() =>
        Assert.Throws<DirectoryNotFoundException>(() => OverlayCache.Load(Base, Overlay, Cache, "1"));

    private PackCompilation Load() => OverlayCache.Load(Base, Overlay, Cache, "1");

    private void Put(string name, string text)
    {
        string path = Path.Combine(Overlay, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
