using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Desk.Hosting;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>Reads relations. Safe to call from every thread.</summary>
internal sealed class RelationModels(RecordArchive archive, CountedPairs pairs, DeskKnowledge knowledge, Publishers publishers, TimeProvider time)
{
    private const int MostKept = 32;

    // What is agreed, asked and so on is looked for among the newest of the days shown.
    private const int MostLately = 250;
    private const int MostMeetings = 12;
    private readonly UnchangedCache<(RelationSides, RelationAsk, DateOnly), RelationModel> _models = new(archive, MostKept);

    /// <summary>The two sides by codes or names.</summary>
    /// <exception cref="DeskFaultException">A side is not known, or both are one.</exception>
    public RelationSides Sides(string one, string other) => RelationSides.Of(knowledge, one, other);

    /// <summary>The numbers behind the chart; null where nothing is known of the two.</summary>
    public RelationReport? Report(RelationSides sides, RelationAsk ask)
    {
        CountedPair pair = pairs.Of(sides.Pair);
        if (pair.IsEmpty) return null;
        (DateOnly? from, DateOnly? to, PeriodKind by) = ask.Fit(pair.First, pair.Last, pair.FirstRead);
        return pairs.Described(pair.Report(new RelationQuestion(sides.Pair, by, from, to, Today)));
    }

    /// <summary>All that is shown of a relation.</summary>
    public RelationModel Read(RelationSides sides, RelationAsk ask) => _models.Get((sides, ask, Today), () => ReadAnew(sides, ask));

    private RelationModel ReadAnew(RelationSides sides, RelationAsk ask)
    {
        CountedPair pair = pairs.Of(sides.Pair);
        ImmutableArray<MeetingLine> meetings = Meetings(sides);
        if (pair.IsEmpty) return Nothing(sides, pair.Undated, meetings);
        (DateOnly? from, DateOnly? to, PeriodKind by) = ask.Fit(pair.First, pair.Last, pair.FirstRead);
        RelationReport report = pair.Report(new RelationQuestion(sides.Pair, by, from, to, Today));
        HappeningLines lines = new(archive, report);
        IReadOnlyList<KeptEvent> lately = [.. archive.Events.Read(new EventQuery
        {
            Relation = (sides.Pair.First, sides.Pair.Second), From = from, To = to, Order = EventOrder.NewestFirst, Limit = MostLately,
        })];
        (ImmutableArray<ContactLine> tellings, ImmutableArray<BothAccounts> accounts) = new ContactAccountsReader(archive, publishers, sides).Read(lately, ask.Contact);
        return new RelationModel
        {
            First = sides.First,
            Second = sides.Second,
            By = RelationRange.Name(by)!,
            Range = new RelationRange { From = from ?? pair.First, To = to ?? pair.Last, First = pair.First, Last = pair.Last, By = RelationRange.Name(ask.By), Page = sides.Address, HasAllRows = ask.AllRows },
            AsOf = Today,
            Happenings = report.Series.Events.Length,
            Undated = pair.Undated,
            Index = RelationIndexModel.Of(report, lines),
            Points = [.. report.Series.Points.Select((point, i) => RelationPoints.Of(point, report.Index.Points.IsEmpty ? null : report.Index.Points[i], by, sides.AreTurned))],
            Notable = lines.Notable(),
            Contacts = lines.Contacts(),
            Tellings = tellings,
            Accounts = accounts,
            Matters = RelationMattersReader.Of(lately, sides.Pair),
            Meetings = meetings,
        };
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private RelationModel Nothing(RelationSides sides, int undated, ImmutableArray<MeetingLine> meetings) => new()
    {
        First = sides.First,
        Second = sides.Second,
        By = "week",
        AsOf = Today,
        Happenings = 0,
        Undated = undated,
        Index = new RelationIndex { Unresolved = "nothing is known of the two" },
        Points = [],
        Notable = [],
        Contacts = [],
        Tellings = [],
        Accounts = [],
        Matters = new RelationMatters([], [], [], [], []),
        Meetings = meetings,
    };

    private ImmutableArray<MeetingLine> Meetings(RelationSides sides) =>
    [
        .. archive.Meetings.Read(new MeetingQuery
        {
            From = Today,
            Parties = [sides.First.Code, sides.Second.Code],
            States = MeetingQuery.Ahead,
            Limit = MostMeetings,
        }).Select(meeting => MeetingLine.Of(meeting, knowledge)),
    ];
}
