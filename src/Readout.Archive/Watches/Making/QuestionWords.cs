using System.Collections.Immutable;
using Readout.Analysis.Watches;
using Readout.Archive.Store;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>A question in words, for people.</summary>
public static class QuestionWords
{
    /// <summary>The question in words: <c>Russia and United States; types ACCUSE, SANCTION; words "grain"</c>.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static string Of(WatchQuestion question, RecordArchive archive)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(archive);
        List<string> parts = [];
        List<string> sides = [.. question.Relations.Select(pair => CodeNames.Of(pair.First, pair.Second))];
        sides.AddRange(question.Actors.Select(actor => ActorName(archive, actor)));
        sides.AddRange(question.Countries.Select(CodeNames.Of));
        if (sides.Count > 0) parts.Add(string.Join(", or ", sides));
        Add(parts, "types", [.. question.Types.Select(type => type.Spelt())]);
        Add(parts, "modes", question.Modes);
        Add(parts, "contexts", question.Contexts);
        Add(parts, "status", [.. question.Statuses.Select(status => status.Spelt())]);
        if (!string.IsNullOrWhiteSpace(question.Words)) parts.Add($"words {question.Words.Trim()}");
        return string.Join("; ", parts);
    }

    private static void Add(List<string> parts, string what, ImmutableArray<string> values)
    {
        if (!values.IsEmpty) parts.Add($"{what} {string.Join(", ", values)}");
    }

    private static string ActorName(RecordArchive archive, string actor)
    {
        if (!actor.Contains('/', StringComparison.Ordinal)) return CodeNames.Of(actor);
        using ArchiveConnection connection = archive.Connect();
        return connection.Scalar("SELECT name FROM actors WHERE reference = @reference ORDER BY id LIMIT 1", ("@reference", actor)) as string ?? actor;
    }
}
