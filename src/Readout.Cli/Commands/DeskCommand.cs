using System.CommandLine;
using Readout.Archive;
using Readout.Cli.Inputs;
using Readout.Desk.Hosting;
using Readout.Jobs.Ingest;
using Readout.Jobs.Watches.Mail;
using Readout.Sources;

namespace Readout.Cli.Commands;

/// <summary><c>readout desk</c>: serves the web desk.</summary>
internal sealed class DeskCommand
{
    private readonly Option<string[]> _urls = new("--urls")
    {
        Description = "Addresses to listen at: http://127.0.0.1:5280 by default; beyond this machine only where a password is set.",
        HelpName = "URL",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<FileInfo?> _password = new("--password-file")
    {
        Description = "File whose first line is the password of the account 'editor'; everybody signs in then.",
        HelpName = "FILE",
    };

    private readonly Option<Uri?> _public = new("--public-url")
    {
        Description = "Address at which readers reach the desk through a proxy; the desk answers to its name then.",
        HelpName = "URL",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : Refused(result),
    };

    private readonly Option<string?> _archive = ArchiveOption.Create();
    private readonly Option<string?> _data = new("--data") { Description = "Folder of knowledge laid over the program's own.", HelpName = "DIR" };
    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Permit feeds and addresses in private networks." };
    private readonly Option<bool> _noFollow = new("--no-follow") { Description = "Do not poll feeds until a reader says so." };
    private readonly Terminal _terminal;

    private DeskCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        DeskCommand desk = new(terminal);
        Command command = new("desk", "Serve the web desk from the archive, until stopped.") { desk._urls, desk._password, desk._public, desk._archive, desk._data, desk._allowPrivate, desk._noFollow };
        command.Subcommands.Add(DeskAccountCommand.Create(terminal));
        command.SetAction(desk.RunAsync);
        return command;
    }

    private static MailSettings? Mail(Uri? address)
    {
        try
        {
            return MailSettings.Of(name => Environment.GetEnvironmentVariable(name) ?? (name == "READOUT_DESK_URL" ? address?.AbsoluteUri : null));
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        DeskOptions options = OptionsOf(parsed);
        try
        {
            await using DeskHost host = await DeskHost.StartAsync(options, cancellation).ConfigureAwait(false);
            foreach (Uri address in host.Addresses) _terminal.Say($"the desk is at {address} (stop it with Ctrl+C)");
            await host.RunAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (DeskUsageException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private DeskOptions OptionsOf(ParseResult parsed)
    {
        string? overlay = parsed.GetValue(_data);
        string[] urls = parsed.GetValue(_urls) is { Length: > 0 } given ? given : Variable("READOUT_DESK_URLS")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [DeskOptions.DefaultUrl];
        return new DeskOptions
        {
            Archive = ArchiveLocation.Find(parsed.GetValue(_archive)),
            OnForward = ArchiveOption.SayForward(parsed),
            LoadReader = () => ReaderFiles.Load(overlay),
            Urls = [.. urls],
            PasswordFile = parsed.GetValue(_password)?.FullName ?? Variable("READOUT_DESK_PASSWORD_FILE"),
            PublicUrl = parsed.GetValue(_public) ?? Address("READOUT_DESK_URL"),
            Log = new DeskLog(Choice("READOUT_DESK_LOG", "text", "json") == "json", Choice("READOUT_DESK_LOG_LEVEL", "warning", "error", "information")),
            Telemetry = Address("READOUT_DESK_TELEMETRY"),
            // Those who read its pages go before, and a processor is left to them.
            Ingest = new IngestOptions { Workers = Math.Max(1, Environment.ProcessorCount - 1), IsBackground = true, Sources = new SourceOptions { AllowPrivate = parsed.GetValue(_allowPrivate), Contact = Variable("READOUT_CONTACT") } },
            Follows = !parsed.GetValue(_noFollow),
            Mail = Mail(parsed.GetValue(_public)),
            Samples = Path.Combine(AppContext.BaseDirectory, "samples"),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static Uri? Address(string name) =>
        Variable(name) is not { } value ? null
        : Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
        : throw new UsageException($"{name} is '{value}', which is no address");

    private static string Choice(string name, params string[] choices) =>
        Variable(name) is not { } value ? choices[0] : choices.Contains(value) ? value : throw new UsageException($"{name} is '{value}'; it may be {string.Join(", ", choices)}");

    private static Uri? Refused(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no address; write https://desk.example.org");
        return null;
    }
}
