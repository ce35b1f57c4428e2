using Readout.Analysis.Reports;

namespace Readout.Analysis.Happenings;

/// <summary>A report as its happening keeps it. Immutable.</summary>
/// <param name="Event">Number of the event, in the order of arrival.</param>
/// <param name="Article">Number of the article.</param>
/// <param name="Voice">Number of the first article of its group of copies: copies are one voice.</param>
/// <param name="Report">What it says.</param>
public sealed record Account(long Event, long Article, long Voice, Report Report);
