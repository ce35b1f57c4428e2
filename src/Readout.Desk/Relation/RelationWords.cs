using System.Globalization;
using Readout.Analysis.Phrasing;

namespace Readout.Desk.Relation;

/// <summary>A relation in words.</summary>
internal static class RelationWords
{
    /// <summary>How it stands at the end of the days shown, in a sentence or two.</summary>
    public static string Now(RelationModel model)
    {
        string count = Wording.Count(model.Happenings, "happening");
        if (model.Index.Unresolved is { } reason) return $"{count}. No index: {reason}.";
        if (model.Points.IsEmpty || model.Points[^1].Index is not { } last) return $"{count}.";
        string stands = last.Temperature switch
        {
            "warmer" => "warmer than usual",
            "colder" => "colder than usual",
            _ => "as usual",
        };
        return $"{count}. At the end {stands}: index {Wording.Signed(last.Value)}, between {Wording.Signed(last.Low)} and {Wording.Signed(last.High)} with 95 % certainty.";
    }

    /// <summary>A turning point in a line.</summary>
    public static string Told(TurningPoint turn) => turn.Kind switch
    {
        "thaw" or "freeze" => $"level {Wording.Signed(turn.Before!.Value)} to {Wording.Signed(turn.After!.Value)}, strength {turn.Strength!.Value.ToString("0.0", CultureInfo.InvariantCulture)}"
            + (turn.Earliest == turn.Latest ? "" : $"; it may have been between {Wording.Day(turn.Earliest!.Value)} and {Wording.Day(turn.Latest!.Value)}"),
        "shock" => $"mean {Wording.Signed(turn.After!.Value)} against the level {Wording.Signed(turn.Before!.Value)}, too short for a break",
        _ => $"{turn.Count!.Value.ToString(CultureInfo.InvariantCulture)} {(turn.Quad switch { "material-conflict" => "deeds of conflict", "conflict" => "acts of conflict in words and deeds", _ => "deeds of cooperation" })} in one step, usually {turn.Usual!.Value.ToString(CultureInfo.InvariantCulture)}",
    };

    /// <summary>Contacts of a level: <c>leaders</c>.</summary>
    public static string Level(string level) => level switch
    {
        "leader" => "leaders",
        "minister" => "ministers",
        "official" => "officials",
        "expert" => "experts",
        _ => "level not told",
    };

    /// <summary>Which of two sides tell of a contact.</summary>
    public static string Tellers(ContactLine line, RelationSides sides) => (line.FirstTells, line.SecondTells) switch
    {
        (true, true) => "both sides tell of it",
        (true, false) => $"only {sides.First.Name} tells of it",
        (false, true) => $"only {sides.Second.Name} tells of it",
        _ => "others tell of it",
    };
}
