using System.Text.Json;
using Readout.Archive;

namespace Readout.Cli.Tests.Commands;

public sealed class StatusCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-status-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_empty_archive_is_shown_for_people_and_as_json()
    {
        string path = Path.Combine(_folder, "a.db");
        RecordArchive.Open(ArchiveLocation.Parse(path), create: true).Dispose();
        CommandLine shown = CommandLine.Run("status", "--archive", path);
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.StartsWith($"{path}\n  articles              0\n", shown.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(CommandLine.Run("status", "--archive", path, "--json").Output);
        Assert.Equal(0, json.RootElement.GetProperty("counts").GetProperty("events").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("published").ValueKind);
    }

    [Fact]
    public void What_cannot_be_used_is_one_line_with_what_to_do()
    {
        string path = Path.Combine(_folder, "none.db");
        CommandLine run = CommandLine.Run("status", "--archive", path);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal($"readout: there is no archive at {path} (make one with 'readout ingest', or name another with --archive)\n", run.Error);
        Assert.False(File.Exists(path));
    }
}
