using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Finds all attributions of a parsed document, in order of their cues. Belongs to one document.</summary>
internal sealed class AttributionFinder
{
    private readonly SyntaxIndex _tree;
    private readonly VerbCues _verbs;
    private readonly PhraseCues _phrases;

    private AttributionFinder(Document document, QuoteWords words)
    {
        _tree = new SyntaxIndex(document);
        Quoted = QuotationMarks.Find(document.Text);
        Contents = new ContentReader(_tree, Quoted);
        SourceReader sources = new(_tree);
        CueReader cues = new(_tree, words);
        _verbs = new VerbCues(_tree, words, Contents, sources, cues);
        _phrases = new PhraseCues(_tree, words, Contents, sources, cues);
    }

    private ImmutableArray<QuotedRange> Quoted { get; }

    private ContentReader Contents { get; }

    /// <summary>The attributions of a document; none where it is not parsed.</summary>
    public static ImmutableArray<FoundQuote> Find(Document document, QuoteWords words)
    {
        if (!document.IsParsed) return [];
        AttributionFinder finder = new(document, words);
        ImmutableArray<FoundQuote>.Builder found = ImmutableArray.CreateBuilder<FoundQuote>();
        for (int t = 0; t < finder._tree.Count; t++)
        {
            if (finder.Read(t) is { } quote) found.Add(quote);
        }

        return found.ToImmutable();
    }

    private FoundQuote? Read(int token) => _tree.Parts[token] switch
    {
        Upos.VERB => _verbs.Read(token) ?? _phrases.AccordingTo(token),
        Upos.NOUN => _phrases.Noun(token),
        Upos.ADJ => _phrases.Adjective(token),
        Upos.ADP => _phrases.AccordingTo(token) ?? _phrases.Survey(token),
        _ => null,
    };
}
