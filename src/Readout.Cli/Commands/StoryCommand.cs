using System.CommandLine;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Cli.Printing;

namespace Readout.Cli.Commands;

/// <summary><c>readout story NUMBER</c>: the articles about one matter, what they report, and where they disagree.</summary>
internal static class StoryCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<long> number = new("number") { Description = "Number of the story, or of an article in it." };
        Option<string?> location = ArchiveOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object." };
        Command command = new("story", "Show a story: its articles, its happenings in order, and where its sources disagree.") { number, location, json };
        command.SetAction(parsed =>
        {
            using RecordArchive archive = ArchiveOption.Open(parsed, location);
            long asked = parsed.GetRequiredValue(number);
            KeptStory? story = archive.Stories.Find(asked) ?? (archive.Articles.Find(asked)?.Story is long other ? archive.Stories.Find(other) : null);
            if (story is null)
            {
                terminal.Error.WriteLine($"readout story: the archive has no story {asked}");
                return ExitCode.SomeFailed;
            }

            if (parsed.GetValue(json)) terminal.WriteLine(StoryPage.ToJson(story));
            else StoryPage.Print(story, terminal.Output, new Paint(terminal.IsColoured));
            return ExitCode.Done;
        });
        return command;
    }
}
