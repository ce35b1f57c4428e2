using Readout.Coding.Packs;

namespace Readout.Coding.Tests.Packs;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-data-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Text_files_come_in_ordinal_order_and_models_and_notes_do_not()
    {
        Put("b/two.txt", "2");
        Put("B/one.tsv", "1");
        Put("models/tagger.txt", "no");
        Put("notes.md", "no");
        Put(".git/config.txt", "no");
        List<DataProblem> problems = [];
        Assert.Equal([new DataFile("B/one.tsv", "1"), new DataFile("b/two.txt", "2")], DataFolder.Read(_folder.FullName, problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_file_in_another_encoding_is_a_problem_with_its_name()
    {
        Put("good.txt", "\uFEFFgood");
        File.WriteAllBytes(Path.Combine(_folder.FullName, "bad.txt"), [0x63, 0x61, 0x66, 0xE9]);
        List<DataProblem> problems = [];
        Assert.Equal([new DataFile("good.txt", "good")], DataFolder.Read(_folder.FullName, problems));
        Assert.Equal("bad.txt", Assert.Single(problems).Path);
    }

    [Fact]
    public void An_overlay_takes_the_place_of_files_of_the_same_path()
    {
        DataFile[] under = [new("a.txt", "old"), new("c.txt", "kept")];
        DataFile[] over = [new("b.txt", "new"), new("a.txt", "mine")];
        Assert.Equal([new("a.txt", "mine"), new("b.txt", "new"), new DataFile("c.txt", "kept")], DataFolder.Overlay(under, over));
    }

    private void Put(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
