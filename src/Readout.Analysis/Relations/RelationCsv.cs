using System.Globalization;
using System.Text;
using Readout.Analysis.Relations.ThawFreeze;

namespace Readout.Analysis.Relations;

/// <summary>A relation as CSV (RFC 4180, LF): a row a period; what there is none of is empty.</summary>
public static class RelationCsv
{
    private const string Header =
        "period,from,to,state,happenings,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,first_acts,second_acts,both_act,"
        + "plover_sum,plover_mean,goldstein_count,goldstein_sum,goldstein_mean,contacts,contacts_leader,contacts_minister,contacts_official,contacts_expert,contacts_unknown,"
        + "contacts_per_30_days,index,index_low,index_high,index_level,temperature,break";

    /// <summary>Writes a report; the head alone where it has no period.</summary>
    public static string Write(RelationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder lines = new(Header + "\n");
        for (int i = 0; i < report.Series.Points.Length; i++)
        {
            SeriesPoint point = report.Series.Points[i];
            lines.AppendJoin(',', Fields(report, point).Concat(IndexFields(report, point.From, i))).Append('\n');
        }

        return lines.ToString();
    }

    private static IEnumerable<string> Fields(RelationReport report, SeriesPoint point)
    {
        yield return report.Question.By.Label(point.From);
        yield return Day(point.From);
        yield return Day(point.To);
        yield return point.State.ToString().ToLowerInvariant();
        foreach (int count in point.Quads.Prepend(point.Count).Concat(point.Directions)) yield return count.ToString(CultureInfo.InvariantCulture);
        yield return Number(point.Plover.Sum);
        yield return Number(point.Plover.Mean);
        yield return point.Goldstein.Count.ToString(CultureInfo.InvariantCulture);
        yield return Number(point.Goldstein.Sum);
        yield return Number(point.Goldstein.Mean);
        foreach (int count in point.Contacts.Reverse().Prepend(point.ContactCount)) yield return count.ToString(CultureInfo.InvariantCulture);
        yield return Number(point.ContactRate);
    }

    private static IEnumerable<string> IndexFields(RelationReport report, DateOnly from, int index)
    {
        if (report.Index.Points.IsEmpty) return Enumerable.Repeat("", 6);
        IndexPoint one = report.Index.Points[index];
        ChangePoint? change = report.Index.Breaks.FirstOrDefault(candidate => candidate.From == from);
        return [Number(one.Value), Number(one.Low), Number(one.High), Number(one.Regime), one.Temperature.ToString().ToLowerInvariant(), change is null ? "" : change.IsThaw ? "thaw" : "freeze"];
    }

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
