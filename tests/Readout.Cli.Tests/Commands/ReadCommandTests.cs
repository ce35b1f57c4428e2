using Readout.Tests;

namespace Readout.Cli.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private const string Piece =
        "The foreign ministers of Ruritania and Graustark met in Strelsau on 3 March 1911, the chancellery said.\n\n" +
        "Ruritania will not lift the embargo, its chancellor told reporters.\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readout-read-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_printed_for_people_without_colour_where_there_is_no_terminal()
    {
        CommandLine run = CommandLine.Run("read", Put("piece.txt", Piece), "--date", "1911-03-05");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("5 March 1911", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 sentences", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--jsonl")]
    public void Records_keep_to_the_published_schema(string format)
    {
        CommandLine run = CommandLine.Run("read", Put("piece.txt", Piece), format, "--date", "1911-03-05", "--why");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Empty(RecordSchema.Problems(run.Output));
        Assert.Contains("1911-03-05", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_reads_as_a_file_does()
    {
        CommandLine piped = CommandLine.RunWith(Piece, "read", "-", "--json", "--id", "x");
        CommandLine bare = CommandLine.RunWith(Piece, "read", "--json", "--id", "x");
        Assert.Equal(piped, bare);
        Assert.Empty(RecordSchema.Problems(piped.Output));
        Assert.Contains("\"id\": \"x\"", piped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_inputs_come_out_in_the_order_in_which_they_went_in_with_the_refused_in_their_place()
    {
        string[] paths = [.. Enumerable.Range(0, 20).Select(i => i == 7 ? Path.Combine(_folder.FullName, "absent.txt") : Put($"p{i}.txt", $"Piece {i}. {Piece}"))];
        CommandLine run = CommandLine.Run(["read", "--jsonl", .. paths]);
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(1, run.Code);
        Assert.Equal(20, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (i == 7) Assert.StartsWith("{\"id\":", lines[i], StringComparison.Ordinal);
            else Assert.Contains($"Piece {i}.", lines[i], StringComparison.Ordinal);
        }

        Assert.Contains("\"refused\":", lines[7], StringComparison.Ordinal);
        Assert.Contains("absent.txt", Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_on_many_threads()
    {
        string[] paths = [.. Enumerable.Repeat(Put("same.txt", Piece), 12)];
        string[] lines = CommandLine.Run(["read", "--jsonl", .. paths]).Output.TrimEnd('\n').Split('\n');
        Assert.Single(lines.Distinct());
    }

    [Fact]
    public void One_refused_input_is_one_line_on_stderr_and_the_others_are_read()
    {
        CommandLine run = CommandLine.Run("read", "--json", Put("empty.txt", " \n"), Put("piece.txt", Piece));
        Assert.Equal(1, run.Code);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("empty.txt", run.Error, StringComparison.Ordinal);
        Assert.Empty(RecordSchema.Problems(run.Output));
    }

    [Theory]
    [InlineData("read --json --html x", "exclude one another")]
    [InlineData("read --date 2025-02-30 x", "'2025-02-30' is no date")]
    [InlineData("read a b --id one", "--id is for one input")]
    [InlineData("read --no-such-option x", "--no-such-option")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("read x --data /no/such/folder", "/no/such/folder")]
    public void A_wrong_command_line_says_why_and_ends_with_2(string line, string said)
    {
        CommandLine run = CommandLine.Run(line.Split(' '));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_overlay_is_named_with_file_and_line_and_nothing_is_read()
    {
        string overlay = Path.Combine(_folder.FullName, "mine");
        Directory.CreateDirectory(Path.Combine(overlay, "codebook"));
        File.WriteAllText(Path.Combine(overlay, "codebook", "mine.txt"), "no codebook at all\n");
        CommandLine run = CommandLine.RunWith(Piece, "read", "--data", overlay);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("codebook/mine.txt:1:", run.Error, StringComparison.Ordinal);
    }

    private string Put(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
