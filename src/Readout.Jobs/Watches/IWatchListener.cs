using Readout.Analysis.Watches;
using Readout.Archive.Watches;

namespace Readout.Jobs.Watches;

/// <summary>Hears what the running of watches does, from one thread at a time.</summary>
public interface IWatchListener
{
    /// <summary>A brief was made and kept.</summary>
    void Made(Watch watch, KeptBrief kept, Brief brief);

    /// <summary>A server took a mail.</summary>
    void Sent(WatchMail mail);

    /// <summary>A mail was not taken.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="problem">What was wrong.</param>
    /// <param name="again">When it is tried again; null where it is given up.</param>
    void NotSent(WatchMail mail, string problem, DateTimeOffset? again);

    /// <summary>The mail that asks a reader to confirm was not taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problem">What was wrong.</param>
    /// <param name="again">When it is tried again; null where it is given up.</param>
    void RequestNotSent(WatchRequest request, string problem, DateTimeOffset? again)
    {
    }

    /// <summary>A watch could not be run; the others are.</summary>
    void Failed(Watch watch, string problem);
}
