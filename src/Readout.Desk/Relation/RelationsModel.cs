using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Desk.Hosting;

namespace Readout.Desk.Relation;

/// <summary>Relations that moved lately. Immutable.</summary>
/// <param name="From">First of the last days.</param>
/// <param name="To">The last day that anything is known of, today at most; null in an empty archive.</param>
/// <param name="BeforeFrom">First of the days before them, with which they are compared.</param>
/// <param name="Moves">The relations, those that moved most first.</param>
public sealed record RelationsModel(DateOnly? From, DateOnly? To, DateOnly? BeforeFrom, ImmutableArray<MoveLine> Moves);

/// <summary>A relation that moved. Immutable.</summary>
/// <param name="Sides">The two sides.</param>
/// <param name="Direction">warmer, colder, busier, quieter or level: what moved most.</param>
/// <param name="Tone">By how many standard deviations the mean score rose.</param>
/// <param name="Rate">By how many standard deviations the happenings grew more.</param>
/// <param name="Recent">Happenings in the last days.</param>
/// <param name="RecentMean">Their mean score, or null.</param>
/// <param name="Before">Happenings in the days before.</param>
/// <param name="BeforeMean">Their mean score, or null.</param>
public sealed record MoveLine(RelationSides Sides, string Direction, double Tone, double Rate, int Recent, double? RecentMean, int Before, double? BeforeMean);

/// <summary>Reads which relations moved. Safe to call from every thread.</summary>
internal sealed class RelationsModels(RecordArchive archive, DeskKnowledge knowledge, TimeProvider time)
{
    private const int Most = 60;
    private const double Marked = 1;

    public RelationsModel Read()
    {
        if (archive.Relations.LastDay() is not { } last) return new RelationsModel(null, null, null, []);
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        DateOnly day = last < today ? last : today;
        IReadOnlyList<RelationMove> moves = archive.Relations.Moved(day, Most, fewest: 1);
        return new RelationsModel(day.AddDays(-13), day, day.AddDays(-69), [.. moves.Select(Line)]);
    }

    private MoveLine Line(RelationMove move) => new(
        new RelationSides(Side(move.Pair.First), Side(move.Pair.Second)), Direction(move), Rounded(move.Tone)!.Value, Rounded(move.Rate)!.Value,
        move.Recent.Plover.Count, Rounded(move.Recent.Plover.Mean), move.Before.Plover.Count, Rounded(move.Before.Plover.Mean));

    private RelationSide Side(string code) => new(code, knowledge.NameOf(code));

    private static string Direction(RelationMove move) => move.Strength < Marked ? "level"
        : Math.Abs(move.Tone) >= Math.Abs(move.Rate) ? (move.Tone > 0 ? "warmer" : "colder") : move.Rate > 0 ? "busier" : "quieter";

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) + 0.0 : null;
}
