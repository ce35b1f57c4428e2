using System.Collections.Immutable;
using Readout.Archive.Exports.Codes;
using Readout.Coding.Record;

namespace Readout.Archive.Exports.Dyads;

/// <summary>
/// Opens an event's lists of parties into rows of source and target, as the dyadic coders before PLOVER do (PLOVER 2021,
/// "Compound and Reciprocal Actors"). The rules are in <c>docs/exports.md</c>.
/// </summary>
internal static class DyadRows
{
    private const string MakeVisit = "042";
    private const string HostVisit = "043";

    /// <summary>The rows of an event: at least one, also where no party is known.</summary>
    public static IEnumerable<DyadRow> Of(ExportEvent happened)
    {
        ImmutableArray<ExportParty> actors = Distinct(happened.Actors);
        ImmutableArray<ExportParty> recipients = Distinct(happened.Recipients);
        List<DyadRow> rows = IsVisit(happened)
            ? Visit(happened, actors, recipients)
            : recipients.IsEmpty && actors.Length > 1 && IsMutual(happened.Cameo)
                ? Mutual(happened, actors)
                : Directed(happened, actors, recipients, bothWays: CameoTable.Root(happened.Cameo) is "04" or "06");
        return rows;
    }

    private static bool IsVisit(ExportEvent happened) =>
        happened.Type == EventType.Consult && (happened.Mode == "visit" || happened.Cameo is MakeVisit or HostVisit);

    // Codes of what is done together where all parties act: agreeing (03), consulting (04), signing (057), cooperating (06),
    // ceasing fire (087), and fighting one another (190 and 193; bombs and shells are thrown by one side at another).
    private static bool IsMutual(string? code) =>
        CameoTable.Root(code) is "03" or "04" or "06" || CameoTable.Base(code) is "057" or "087" or "190" or "193";

    private static List<DyadRow> Visit(ExportEvent happened, ImmutableArray<ExportParty> visitors, ImmutableArray<ExportParty> hosts)
    {
        List<DyadRow> rows = [];
        foreach ((ExportParty? visitor, ExportParty? host) in Pairs(visitors, hosts))
        {
            if (visitor is not null || host is null) rows.Add(new DyadRow(happened, visitor, host, MakeVisit));
            if (host is not null) rows.Add(new DyadRow(happened, host, visitor, HostVisit));
        }

        return rows;
    }

    // Two parties of one country meet in one event as members of a delegation; they make a pair only where there is no other country.
    private static List<DyadRow> Mutual(ExportEvent happened, ImmutableArray<ExportParty> parties)
    {
        bool several = parties.Select(Side).Distinct(StringComparer.Ordinal).Count() > 1;
        List<DyadRow> rows = [];
        for (int i = 0; i < parties.Length; i++)
        {
            for (int j = i + 1; j < parties.Length; j++)
            {
                if (several && Side(parties[i]) == Side(parties[j])) continue;
                rows.Add(new DyadRow(happened, parties[i], parties[j], happened.Cameo));
                rows.Add(new DyadRow(happened, parties[j], parties[i], happened.Cameo));
            }
        }

        return rows;
    }

    private static List<DyadRow> Directed(
        ExportEvent happened, ImmutableArray<ExportParty> actors, ImmutableArray<ExportParty> recipients, bool bothWays)
    {
        List<DyadRow> rows = [];
        foreach ((ExportParty? actor, ExportParty? recipient) in Pairs(actors, recipients))
        {
            rows.Add(new DyadRow(happened, actor, recipient, happened.Cameo));
            if (bothWays && actor is not null && recipient is not null) rows.Add(new DyadRow(happened, recipient, actor, happened.Cameo));
        }

        return rows;
    }

    // Every one of the first with every one of the second; an empty side stands once, as null. Nobody is paired with himself.
    private static List<(ExportParty? First, ExportParty? Second)> Pairs(ImmutableArray<ExportParty> first, ImmutableArray<ExportParty> second)
    {
        List<(ExportParty? First, ExportParty? Second)> pairs = [];
        foreach (ExportParty? one in first.IsEmpty ? [null] : first.Cast<ExportParty?>())
        {
            foreach (ExportParty? other in second.IsEmpty ? [null] : second.Cast<ExportParty?>())
            {
                if (one is null || other is null || one.Identity != other.Identity) pairs.Add((one, other));
            }
        }

        if (pairs.Count == 0) pairs.Add((first[0], null));
        return pairs;
    }

    private static string Side(ExportParty party) => party.Code ?? party.Country ?? party.Identity;

    private static ImmutableArray<ExportParty> Distinct(ImmutableArray<ExportParty> parties) =>
        [.. parties.DistinctBy(party => party.Identity, StringComparer.Ordinal)];
}
