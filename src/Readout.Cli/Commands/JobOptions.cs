using System.CommandLine;
using Readout.Jobs.Ingest;
using Readout.Sources;
using Readout.Sources.Fetching;

namespace Readout.Cli.Commands;

/// <summary>The options that jobs share; make one for each command.</summary>
internal sealed class JobOptions
{
    public Option<string?> Archive { get; } = ArchiveOption.Create();

    public Option<bool> Json { get; } = new("--json") { Description = "Print events, one line of JSON each." };

    public Option<string?> Data { get; } = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };

    public Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Permit addresses in private networks." };

    public Option<string?> Contact { get; } = new("--contact")
    {
        Description = "Address that tells servers who asks, named in the User-Agent; else READOUT_CONTACT.",
        HelpName = "URL|MAIL",
    };

    public Option<double> HostDelay { get; } = new("--host-delay")
    {
        Description = "Seconds between two requests to one host.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
    };

    public Option<int> CommitEvery { get; } = new("--commit-every")
    {
        Description = "Articles kept between two commits, at most.",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Archive, Json, Data, AllowPrivate, Contact, HostDelay, CommitEvery }) command.Options.Add(option);
    }

    /// <summary>What the command line says of how to ingest.</summary>
    /// <exception cref="UsageException">A number is out of its range.</exception>
    public IngestOptions Of(ParseResult parsed, DateOnly? published = null, bool fetches = true, int attempts = 3)
    {
        double delay = parsed.GetValue(HostDelay);
        int batch = parsed.GetValue(CommitEvery);
        if (delay is not (>= 0 and <= 3600)) throw new UsageException("--host-delay is a number of seconds, 0 to 3600");
        if (batch is < 1 or > 100_000) throw new UsageException("--commit-every is a number of articles, 1 to 100000");
        string? contact = parsed.GetValue(Contact) ?? Environment.GetEnvironmentVariable("READOUT_CONTACT");
        return new IngestOptions
        {
            Sources = new SourceOptions { Published = published, AllowPrivate = parsed.GetValue(AllowPrivate), Contact = contact },
            Politeness = new Politeness { Spacing = TimeSpan.FromSeconds(delay), Attempts = attempts },
            FetchesLinks = fetches,
            BatchArticles = batch,
        };
    }
}
