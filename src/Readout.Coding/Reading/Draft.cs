using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Dates;
using Readout.Coding.Places;
using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Reading;

/// <summary>One article on its way through the stages: the layers given so far. Belongs to one thread.</summary>
internal sealed class Draft
{
    private Document? _document;
    private DateLayer? _dates;
    private PlaceLayer? _places;
    private ActorLayer? _actors;
    private QuoteLayer? _quotes;
    private SyntaxIndex? _tree;

    public Draft(Article article, bool explain)
    {
        Article = article;
        Explain = explain;
        Warnings.AddRange(article.Warnings);
    }

    /// <summary>The article being read.</summary>
    public Article Article { get; }

    /// <summary>Whether events are to say why they were coded so.</summary>
    public bool Explain { get; }

    /// <summary>The analysed text.</summary>
    public Document Document
    {
        get => _document ?? throw new InvalidOperationException("No stage has given the document.");
        set => _document = value;
    }

    /// <summary>The document's trees, built when a stage first asks for them; the document must be parsed.</summary>
    public SyntaxIndex Tree => _tree ??= new SyntaxIndex(Document);

    /// <summary>The dates as later stages ask for them.</summary>
    public DateLayer DateLayer
    {
        get => _dates ?? throw new InvalidOperationException("No stage has given the dates.");
        set => _dates = value;
    }

    /// <summary>The places as later stages ask for them.</summary>
    public PlaceLayer PlaceLayer
    {
        get => _places ?? throw new InvalidOperationException("No stage has given the places.");
        set => _places = value;
    }

    /// <summary>The actors as later stages ask for them.</summary>
    public ActorLayer ActorLayer
    {
        get => _actors ?? throw new InvalidOperationException("No stage has given the mentions.");
        set => _actors = value;
    }

    /// <summary>The quotes as later stages ask for them.</summary>
    public QuoteLayer QuoteLayer
    {
        get => _quotes ?? throw new InvalidOperationException("No stage has given the quotes.");
        set => _quotes = value;
    }

    /// <summary>Expressions of time.</summary>
    public ImmutableArray<DateExpression> Dates { get; set; } = [];

    /// <summary>Mentions of actors.</summary>
    public ImmutableArray<Mention> Mentions { get; set; } = [];

    /// <summary>Sources, cues and contents.</summary>
    public ImmutableArray<Quote> Quotes { get; set; } = [];

    /// <summary>Coded happenings.</summary>
    public ImmutableArray<CodedEvent> Events { get; set; } = [];

    /// <summary>Consultations.</summary>
    public ImmutableArray<Meeting> Meetings { get; set; } = [];

    /// <summary>What the reader should know, in the order in which it was found.</summary>
    public List<string> Warnings { get; } = [];
}
