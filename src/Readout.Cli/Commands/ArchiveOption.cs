using System.CommandLine;
using Readout.Archive;

namespace Readout.Cli.Commands;

/// <summary>The option <c>--archive</c> of every command that uses an archive.</summary>
internal static class ArchiveOption
{
    /// <summary>The option; make one for each command.</summary>
    public static Option<string?> Create() => new("--archive")
    {
        Description = "The archive: a file, or postgres://user@host/database; else READOUT_ARCHIVE, else the XDG data folder.",
        HelpName = "PATH|URL",
    };

    /// <summary>Opens the archive that an option names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">The option.</param>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <exception cref="ArchiveException">It cannot be opened; the runner of commands says so.</exception>
    public static RecordArchive Open(ParseResult parsed, Option<string?> option, bool create = false) =>
        RecordArchive.Open(ArchiveLocation.Find(parsed.GetValue(option)), create, SayForward(parsed));

    /// <summary>Says, on standard error, that an archive of an older program is brought forward.</summary>
    public static Action SayForward(ParseResult parsed) =>
        () => parsed.InvocationConfiguration.Error.WriteLine("readout: bringing the archive forward to this version; a large one takes some minutes");
}
