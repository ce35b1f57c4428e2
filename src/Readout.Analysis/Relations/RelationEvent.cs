using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>
/// A happening between the two sides of a relation: the unit that a series counts, once, however many articles report it.
/// Scores are whole tenths, so that sums are exact and in no order.
/// </summary>
/// <param name="Id">The source's number of the happening; two with one number are one.</param>
/// <param name="Day">When it happened.</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Direction">Who acts.</param>
/// <param name="PloverTenths">PLOVER's conflict-cooperation score of type and mode, in tenths: -100 to 100.</param>
/// <param name="GoldsteinTenths">Goldstein score in tenths, or null where the CAMEO code has none.</param>
/// <param name="Level">For a CONSULT, at which level.</param>
public readonly record struct RelationEvent(
    long Id, DateOnly Day, EventType Type, Direction Direction, int PloverTenths, int? GoldsteinTenths, ContactLevel Level)
{
    /// <summary>A score of the record in tenths; every PLOVER and Goldstein score has one decimal at most.</summary>
    public static int Tenths(double score) => (int)Math.Round(score * 10, MidpointRounding.AwayFromZero);
}
