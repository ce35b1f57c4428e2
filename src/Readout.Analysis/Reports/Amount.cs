namespace Readout.Analysis.Reports;

/// <summary>How many of something a report tells of, beside the numbers of people that the record has. Immutable.</summary>
/// <param name="Of">What is counted, by <c>data/words/amounts.txt</c>: <c>ships</c>, <c>dollars</c>.</param>
/// <param name="Min">At least, or null.</param>
/// <param name="Max">At most, or null.</param>
public sealed record Amount(string Of, long? Min, long? Max);
