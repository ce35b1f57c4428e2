using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Dates;
using Readout.Coding.Places;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>What the stages before give on meetings.</summary>
/// <param name="Document">The parsed document.</param>
/// <param name="Actors">Its actors.</param>
/// <param name="Dates">Its dates.</param>
/// <param name="Places">Its places.</param>
/// <param name="Quotes">Its quotes.</param>
/// <param name="Events">Its events.</param>
public sealed record MeetingSources(Document Document, ActorLayer Actors, DateLayer Dates, PlaceLayer Places, QuoteLayer Quotes, ImmutableArray<CodedEvent> Events)
{
    /// <summary>The document's trees where a stage before has built them, or null.</summary>
    internal SyntaxIndex? Tree { get; init; }
}

/// <summary>
/// Reads the consultations of an article that are planned, proposed, refused, postponed, cancelled or held. Immutable; safe to
/// use from every thread.
/// </summary>
/// <param name="words">The words of meetings.</param>
public sealed class MeetingReader(MeetingWords words)
{
    /// <summary>The meetings in text order of their first telling. Empty where the document is not parsed.</summary>
    /// <param name="sources">What the stages before gave.</param>
    public ImmutableArray<Meeting> Read(MeetingSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (!sources.Document.IsParsed) return [];
        SyntaxIndex tree = sources.Tree ?? new SyntaxIndex(sources.Document);
        TellingReader tellings = new(tree, words, sources);
        MeetingMerger merger = new(words, sources);
        AbsenceReader absences = new(tree, words, sources.Actors);
        for (int t = 0; t < tree.Count; t++)
        {
            if (tree.Parts[t] is not (Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.PROPN)) continue;
            if (tellings.Read(t) is { } telling) merger.Add(telling);
            foreach (int refusing in tellings.Refusing(t)) merger.Refuse(refusing);
            foreach (int absent in absences.Read(t)) merger.AddAbsent(absent);
        }

        return merger.Meetings();
    }
}
