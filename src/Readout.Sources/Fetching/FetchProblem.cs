namespace Readout.Sources.Fetching;

/// <summary>Why an address could not be fetched.</summary>
internal sealed class FetchProblem : IOException
{
    /// <summary>A problem.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="advice">What to do about it.</param>
    public FetchProblem(string what, string advice)
        : base(what) => Advice = advice;

    /// <summary>What to do about it.</summary>
    public string Advice { get; }
}
