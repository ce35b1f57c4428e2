namespace Readout.Sources.Fetching;

/// <summary>How a problem of fetching is to be taken.</summary>
internal enum FetchFault
{
    /// <summary>Asking again would not help.</summary>
    Lasting,

    /// <summary>It may be over at the next try: a server that does not answer.</summary>
    Passing,

    /// <summary>The address is one that the program must not connect to.</summary>
    Private,
}

/// <summary>Why an address could not be fetched.</summary>
internal sealed class FetchProblem : IOException
{
    /// <summary>A problem.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="advice">What to do about it.</param>
    /// <param name="fault">How it is to be taken.</param>
    public FetchProblem(string what, string advice, FetchFault fault = FetchFault.Lasting)
        : base(what)
    {
        Advice = advice;
        Fault = fault;
    }

    /// <summary>What to do about it.</summary>
    public string Advice { get; }

    /// <summary>How it is to be taken.</summary>
    public FetchFault Fault { get; }
}
