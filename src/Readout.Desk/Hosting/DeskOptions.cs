using System.Collections.Immutable;
using Readout.Archive;
using Readout.Coding.Reading;
using Readout.Jobs.Ingest;
using Readout.Jobs.Watches.Mail;

namespace Readout.Desk.Hosting;

/// <summary>What a desk serves, where and to whom. Immutable.</summary>
public sealed record DeskOptions
{
    /// <summary>Where the desk listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5280";

    /// <summary>The archive; it is made where there is none.</summary>
    public required ArchiveLocation Archive { get; init; }

    /// <summary>Called before an archive of an older program is brought forward, which takes minutes where it is large; null for nothing.</summary>
    public Action? OnForward { get; init; }

    /// <summary>Loads what reads articles; called once, on another thread, as soon as the desk starts.</summary>
    public required Func<Reader> LoadReader { get; init; }

    /// <summary>Addresses to listen at: <c>http://host:port</c>.</summary>
    public ImmutableArray<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>File whose first line is the password of the account <c>editor</c>; null for none.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>The address at which readers reach the desk through a proxy, which answers to its name then; null for none.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>What is logged, and how.</summary>
    public DeskLog Log { get; init; } = DeskLog.Usual;

    /// <summary>Address to which traces and metrics go by OTLP over HTTP; null for none.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>How inputs that are added at the desk are read.</summary>
    public IngestOptions Ingest { get; init; } = new();

    /// <summary>Folder of news to try the desk on, which it offers; null for none.</summary>
    public string? Samples { get; init; }

    /// <summary>By whom and how briefs are mailed; null where none is mailed, and mails wait.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Whether the feeds that the archive knows are polled from the start; readers may switch it while the desk runs.</summary>
    public bool Follows { get; init; } = true;

    /// <summary>Clock; the system's unless tests set another.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
