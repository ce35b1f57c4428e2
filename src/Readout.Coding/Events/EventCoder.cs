using System.Collections.Immutable;
using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Codes the events of parsed documents by the frames of a codebook. Immutable; one instance may serve many threads.
/// </summary>
public sealed class EventCoder
{
    private readonly Codebook _codebook;
    private readonly Happenings _happenings;

    /// <summary>Makes a coder.</summary>
    /// <param name="codebook">The frames.</param>
    /// <param name="happenings">What news refers to as background; null for none.</param>
    public EventCoder(Codebook codebook, Happenings? happenings = null)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        _codebook = codebook;
        _happenings = happenings ?? Happenings.None;
    }

    /// <summary>
    /// The events of a document in text order of their triggers. The document must be parsed; an unparsed one has none.
    /// </summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="parties">Its actors.</param>
    /// <param name="dates">Its resolved dates; null for none.</param>
    public ImmutableArray<EventCoding> Code(Document document, IPartySource parties, IEventDates? dates = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parties);
        if (!document.IsParsed) return [];
        DocumentCoder coder = new(_codebook, document, parties, dates ?? NoEventDates.Instance, _happenings);
        return coder.Code();
    }
}
