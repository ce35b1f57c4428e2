using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>Finds all attributions of a parsed document, in order of their cues. Belongs to one document.</summary>
internal sealed class AttributionFinder
{
    private readonly VerbCues _verbs;
    private readonly PhraseCues _phrases;
    private readonly BareCues _bare;
    private readonly AsideCues _asides;
    private readonly int _ranges;

    /// <summary>Prepares a parsed document.</summary>
    /// <param name="tree">Its trees.</param>
    /// <param name="words">The words that attribute.</param>
    /// <param name="dateline">Its dateline, or null.</param>
    public AttributionFinder(SyntaxIndex tree, QuoteWords words, TextSpan? dateline = null)
    {
        Tree = tree;
        ImmutableArray<QuotedRange> quoted = QuotationMarks.Find(tree.Document.Text);
        Contents = new ContentReader(Tree, words, quoted, dateline);
        _ranges = quoted.Length;
        Unpaired = QuotationMarks.Unpaired(tree.Document.Text, quoted);
        SourceReader sources = new(Tree);
        CueReader cues = new(Tree, words);
        _verbs = new VerbCues(Tree, words, Contents, sources, cues);
        _phrases = new PhraseCues(Tree, words, Contents, sources, cues);
        _bare = new BareCues(Tree, words, Contents);
        _asides = new AsideCues(Tree, words, Contents);
    }

    /// <summary>The document's trees.</summary>
    public SyntaxIndex Tree { get; }

    /// <summary>What stands in quotation marks.</summary>
    public ContentReader Contents { get; }

    /// <summary>Offsets of quotation marks without their pair.</summary>
    public ImmutableArray<int> Unpaired { get; }

    /// <summary>The attributions of a document; none where it is not parsed.</summary>
    public static ImmutableArray<FoundQuote> Find(Document document, QuoteWords words) =>
        document.IsParsed ? new AttributionFinder(new SyntaxIndex(document), words).Find() : [];

    /// <summary>The attributions in order of their cues.</summary>
    public ImmutableArray<FoundQuote> Find()
    {
        ImmutableArray<FoundQuote>.Builder found = ImmutableArray.CreateBuilder<FoundQuote>();
        for (int t = 0; t < Tree.Count; t++)
        {
            if (Read(t) is { } quote && !IsSame(found, quote)) found.Add(quote);
            if (_bare.Labelled(t) is { } labelled) found.Add(labelled);
        }

        AddVerbless(found);
        if (_ranges > 0)
        {
            Continuations paragraphs = new(Tree, Contents);
            paragraphs.Extend(found);
            paragraphs.Reach(found);
        }

        return found.ToImmutable();
    }

    /// <summary>Adds what a name alone attributes, where nothing else attributes the quotation.</summary>
    private void AddVerbless(ImmutableArray<FoundQuote>.Builder found)
    {
        int before = found.Count;
        for (int range = 0; range < _ranges; range++)
        {
            if (_bare.Verbless(range) is not { } quote) continue;
            bool taken = false;
            for (int i = 0; i < before && !taken; i++) taken = IsSaid(found[i]) && found[i].Content.Any(span => span.Overlaps(quote.Content[0]));
            if (!taken) found.Add(quote);
        }

        if (found.Count > before) found.Sort((one, other) => one.CueHead.CompareTo(other.CueHead));
    }

    /// <summary>Whether the cue before ends with the same words: two verbs that were read as one.</summary>
    private static bool IsSame(ImmutableArray<FoundQuote>.Builder found, FoundQuote quote) =>
        found.Count > 0 && !quote.Cue.IsEmpty && !found[^1].Cue.IsEmpty && found[^1].Cue[0].End == quote.Cue[0].End;

    private static bool IsSaid(FoundQuote quote) => quote.Complement is Complements.Clause or Complements.Quote;

    private FoundQuote? Read(int token) => Tree.Parts[token] switch
    {
        Upos.VERB => _asides.Read(token) ?? _verbs.Read(token) ?? _phrases.AccordingTo(token),
        Upos.NOUN => _phrases.Noun(token),
        Upos.ADJ => _phrases.Adjective(token),
        Upos.ADP => _phrases.AccordingTo(token),
        _ => null,
    };
}
