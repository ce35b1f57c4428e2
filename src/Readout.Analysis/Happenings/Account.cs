using Readout.Analysis.Reports;

namespace Readout.Analysis.Happenings;

/// <summary>A report as its happening keeps it. Immutable.</summary>
/// <param name="Event">Number of the event, in the order of arrival.</param>
/// <param name="Article">Number of the article.</param>
/// <param name="Voice">Number of the first article of its group of copies: copies are one voice.</param>
/// <param name="Report">What it says.</param>
public sealed record Account(long Event, long Article, long Voice, Report Report)
{
    /// <summary>
    /// Whether the two are accounts of different sources: other voices, of other publishers. A paper that raises its own count next day
    /// contradicts nobody.
    /// </summary>
    public bool IsApartFrom(Account other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Voice != other.Voice && (Report.Source is null || !string.Equals(Report.Source, other.Report.Source, StringComparison.OrdinalIgnoreCase));
    }
}
