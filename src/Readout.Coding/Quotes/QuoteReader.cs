using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>
/// Reads who said what: sources, cues and contents of a parsed document, with their speakers. Immutable; safe to use from every
/// thread.
/// </summary>
/// <param name="words">The words that attribute.</param>
public sealed class QuoteReader(QuoteWords words)
{
    /// <summary>The quotes of a document. Empty where it is not parsed.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="actors">Its actors.</param>
    /// <param name="dateline">Its dateline, or null.</param>
    public QuoteLayer Read(Document document, ActorLayer actors, TextSpan? dateline = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(actors);
        return document.IsParsed ? Read(new SyntaxIndex(document), actors, dateline) : QuoteLayer.Empty;
    }

    /// <summary>The quotes of a parsed document whose trees are at hand.</summary>
    internal QuoteLayer Read(SyntaxIndex tree, ActorLayer actors, TextSpan? dateline)
    {
        Document document = tree.Document;
        AttributionFinder finder = new(tree, words, dateline);
        ImmutableArray<FoundQuote> found = finder.Find();
        ImmutableArray<FoundQuote> spoken = [.. found.Where(quote => IsSpoken(document, finder, quote) && ((quote.Level != CueLevel.Report && !document.Token(quote.CueHead).Is("according")) || Reports(document, actors, quote.SourceHead)))];
        return new RecordQuotes(finder, words, actors).Write(spoken);
    }

    /// <summary>Whether what shows or finds something is a paper, a poll, a person or a body, and not a fact.</summary>
    private bool Reports(Document document, ActorLayer actors, int source)
    {
        if (source < 0) return false;
        string lemma = document.Token(source).Lemma;
        if (document.Token(source).Upos == Upos.PROPN) return true;
        if (words.IsVehicle(lemma) || words.IsSurvey(lemma)) return true;
        ReadOnlySpan<int> mentions = actors.MentionsAt(source);
        return mentions.Length > 0 && actors.Mentions[mentions[0]].Form is not (MentionForm.Pronoun or MentionForm.Possessive);
    }

    /// <summary>
    /// Whether an attribution is a quote of the record: a clause or quotation after a verb of saying or thinking. What <c>I</c> and
    /// <c>you</c> say and think in quotation marks is part of the quotation.
    /// </summary>
    private static bool IsSpoken(Document document, AttributionFinder finder, FoundQuote quote)
    {
        if (quote.Level > CueLevel.Thought || quote.Complement is not (Complements.Clause or Complements.Quote)) return false;
        if (quote.SourceHead < 0) return quote.Complement == Complements.Quote || quote.Level == CueLevel.Speech;
        if (finder.Contents.RangeAt(quote.CueHead) < 0) return true;
        Token source = document.Token(quote.SourceHead);
        return !(source.Is("I") || source.Is("we") || source.Is("you"));
    }
}
