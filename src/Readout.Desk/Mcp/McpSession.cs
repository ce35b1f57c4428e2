using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Readout.Archive;
using Readout.Coding.Packs;

namespace Readout.Desk.Mcp;

/// <summary>What a session of the Model Context Protocol is given. Immutable.</summary>
public sealed record McpSetup
{
    /// <summary>The archive that is asked; it stays open.</summary>
    public required RecordArchive Archive { get; init; }

    /// <summary>Loads what is known of actors; called once, on another thread.</summary>
    public required Func<Knowledge> LoadKnowledge { get; init; }

    /// <summary>Address of the desk to which links lead.</summary>
    public required Uri Desk { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Clock, which says from when on meetings are ahead.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// Answers a client of the Model Context Protocol over two streams: tools that search events and read articles, relations, meetings and actors.
/// Nothing is changed. For one client.
/// </summary>
public static class McpSession
{
    private const string Instructions = """
        Readout keeps an auditable record of the news about governments: who did what to whom, when, where, and who said so. Events are coded in PLOVER types.
        Every answer carries the sentences that support it and links to them: cite these. An event tells what an article says, not what is true; status says whether it
        happened (actual), is past background (historical), planned (future), conditional (hypothetical) or denied (negated). Actors are codes (USA, RUS, EUR), names or identifiers (person/…).
        """;

    private static readonly JsonSerializerOptions s_json = new(McpJsonUtilities.DefaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers until the client has gone or the session is cancelled.</summary>
    /// <param name="setup">What is asked.</param>
    /// <param name="input">Messages of the client; JSON-RPC, a line each.</param>
    /// <param name="output">Messages to the client, and nothing else.</param>
    /// <param name="cancellation">Ends the session.</param>
    public static async Task RunAsync(McpSetup setup, Stream input, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(setup);
        Sources sources = new(setup);
        McpServerOptions options = new()
        {
            ServerInfo = new Implementation { Name = "readout", Title = "Readout", Version = setup.Version },
            ServerInstructions = Instructions,
            ToolCollection = [.. Tools(sources)],
        };
        // The transport closes what it is given; the streams are the caller's.
        Stream answers = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true)).AsStream(leaveOpen: true);
        StreamServerTransport transport = new(input, answers, "readout");
        await using (transport.ConfigureAwait(false))
        {
            McpServer server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                try
                {
                    await server.RunAsync(cancellation).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                }
            }
        }
    }

    private static IEnumerable<McpServerTool> Tools(Sources sources)
    {
        yield return Tool(new EventSearch(sources).Find, "search_events", "Search events",
            "Finds events of the record by words of their sentences and by who, what and when. Newest first. Each has its sentence and links.");
        yield return Tool(new ArticleReading(sources).Read, "read_article", "Read an article's record",
            "Gives what was read from one article: its text, the events with their sentences, who said what, the meetings it tells of.");
        yield return Tool(new RelationSeriesTool(sources).Read, "relation_series", "A relation over time",
            "Gives the series of a relation between two sides: happenings, contacts and the thaw-freeze index by period, the breaks in it and the sentences behind them.");
        yield return Tool(new MeetingSearch(sources).Find, "meetings_ahead", "Meetings ahead",
            "Gives the meetings that are planned, proposed, confirmed or postponed, the nearest first, each with the sentence of the newest article that tells of it.");
        yield return Tool(new ActorTool(sources).Find, "actor", "What is known of an actor",
            "Says whom words name on a day: office, state, former offices with dates; and the newest events that they take part in.");
    }

    private static McpServerTool Tool(Delegate answer, string name, string title, string description) => McpServerTool.Create(answer, new McpServerToolCreateOptions
    {
        Name = name,
        Title = title,
        Description = description,
        ReadOnly = true,
        Idempotent = true,
        Destructive = false,
        OpenWorld = false,
        UseStructuredContent = true,
        SerializerOptions = s_json,
    });
}
