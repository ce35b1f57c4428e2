using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>A coded event with what later stages ask: the tokens it stands on, and why it was coded so.</summary>
/// <param name="Event">The event, without date, place and attribution (except a denial's).</param>
/// <param name="Trigger">Token of the trigger.</param>
/// <param name="Predicate">Token of the verb that carries tense: the support verb of a noun, else the trigger.</param>
/// <param name="Again">Tokens of other accounts of the same deed that were not coded apart, and may say when it was.</param>
/// <param name="Others">Tokens of nouns of its sentence that name other deeds with parties of their own: a date below one is that one's.</param>
/// <param name="Explanation">Frame, path and alternatives.</param>
public sealed record EventCoding(CodedEvent Event, int Trigger, int Predicate, ImmutableArray<int> Again, ImmutableArray<int> Others, EventExplanation Explanation);

/// <summary>Why an event was coded so.</summary>
/// <param name="Frame">The frame that fired, with its file and line.</param>
/// <param name="Score">Its specificity.</param>
/// <param name="Path">The slots and the words found in them: <c>subj=Norway with=Chile</c>.</param>
/// <param name="Beaten">The frames that held too, with their scores, best first.</param>
public sealed record EventExplanation(string Frame, int Score, string Path, ImmutableArray<string> Beaten)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Beaten.IsEmpty ? $"{Frame} ({Score}): {Path}" : $"{Frame} ({Score}): {Path}; before {string.Join(", ", Beaten)}";
}
