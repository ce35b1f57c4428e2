namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Cases of the specification that are left out of the score, each with the reason.</summary>
public static class SpecExclusions
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal);

    /// <summary>Why a case is left out; null where it counts.</summary>
    /// <param name="id">Identifier of the case: file and ordinal.</param>
    public static string? Reason(string id) => Reasons.GetValueOrDefault(id);
}
