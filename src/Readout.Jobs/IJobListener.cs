using Readout.Sources;

namespace Readout.Jobs;

/// <summary>Hears what a job does, in the order of its inputs and from one thread at a time.</summary>
public interface IJobListener
{
    /// <summary>An input gave no article; the job goes on.</summary>
    void Refused(Refusal refusal);

    /// <summary>Something that a person may want to know and that is no failure.</summary>
    void Noted(string what);

    /// <summary>The job came further; called after each article.</summary>
    void Advanced(JobProgress progress);
}
