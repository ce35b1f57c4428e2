using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Readout.Analysis.Phrasing;

namespace Readout.Desk.Relation;

/// <summary>
/// The rows of the table that says the same as the chart. They are written here and not by components, since they are hundreds with a dozen cells each; all that is
/// in them are numbers and words of this program.
/// </summary>
internal static class RelationTable
{
    /// <summary>So many steps are shown at first, the newest; a link leads to all.</summary>
    public const int MostAtFirst = 240;

    /// <summary>How many older steps are left out.</summary>
    public static int LeftOut(RelationModel model) => model.Range!.HasAllRows ? 0 : Math.Max(0, model.Points.Length - MostAtFirst);

    /// <summary>A row for each step, the oldest first.</summary>
    public static MarkupString Rows(RelationModel model)
    {
        StringBuilder rows = new();
        foreach (RelationPoint point in model.Points.Skip(LeftOut(model)))
        {
            rows.Append("<tr><th scope=\"row\">").Append(point.Period).Append("</th>");
            Counts(rows, point);
            if (point.Index is { } index) rows.Append(CultureInfo.InvariantCulture, $"<td>{Wording.Signed(index.Value)}</td><td>{Wording.Signed(index.Low)} to {Wording.Signed(index.High)}</td><td>{index.Temperature}</td></tr>");
            else rows.Append("<td colspan=\"3\">no index</td></tr>");
        }

        return new MarkupString(rows.ToString());
    }

    private static void Counts(StringBuilder rows, RelationPoint point)
    {
        QuadCounts quads = point.Quads;
        string mean = point.Plover.Mean is { } score ? Wording.Signed(score) : "";
        if (point.State != "observed") rows.Append("<td colspan=\"7\">").Append(point.State == "quiet" ? "nothing between them" : "nothing was read").Append("</td>");
        else rows.Append(CultureInfo.InvariantCulture, $"<td>{point.Happenings}</td><td>{quads.VerbalCooperation}</td><td>{quads.MaterialCooperation}</td><td>{quads.VerbalConflict}</td><td>{quads.MaterialConflict}</td><td>{mean}</td><td>{point.Contacts.Count}</td>");
    }
}
