namespace Readout.Analysis.Stories;

/// <summary>A term and how much it says.</summary>
/// <param name="Term">The term's hash.</param>
/// <param name="Weight">Its weight; the weights of an article have length <see cref="ArticleVector.Unit"/>.</param>
/// <param name="IsName">Whether it stands for a name.</param>
public readonly record struct TermWeight(long Term, int Weight, bool IsName);
