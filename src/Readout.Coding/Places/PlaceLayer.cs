using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Places;

/// <summary>
/// The places of a document: its dateline, the mentions in it, and where its deeds were done. Immutable; safe to read
/// from every thread. A pure function of the document and the gazetteer.
/// </summary>
public sealed class PlaceLayer
{
    private readonly int[] _mentionAt;
    private readonly EventPlaceFinder _eventPlaces;

    private PlaceLayer(Document document, Gazetteer gazetteer)
    {
        Document = document;
        Gazetteer = gazetteer;
        Dateline = Dateline.Find(document.Article, gazetteer);
        PlaceFinder finder = new(document, gazetteer, Dateline);
        finder.Run();
        Mentions = new PlaceSettler(document, gazetteer.Words, finder.Mentions, finder.Peoples).Run();
        Peoples = [.. finder.Peoples];
        _mentionAt = new int[Mentions.IsEmpty ? 0 : document.TokenCount];
        for (int i = 0; i < Mentions.Length; i++) _mentionAt.AsSpan(Mentions[i].First, Mentions[i].End - Mentions[i].First).Fill(i + 1);
        _eventPlaces = new EventPlaceFinder(this);
    }

    /// <summary>The document that was read.</summary>
    public Document Document { get; }

    /// <summary>The dateline, or null.</summary>
    public Dateline? Dateline { get; }

    /// <summary>The places named, in text order.</summary>
    public ImmutableArray<PlaceMention> Mentions { get; }

    /// <summary>Adjectives and names of peoples, in text order.</summary>
    internal ImmutableArray<PeopleMention> Peoples { get; }

    internal Gazetteer Gazetteer { get; }

    /// <summary>Finds and settles the places of a document. Needs tokens and sentences; tags, trees and names sharpen it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="gazetteer">The places known.</param>
    public static PlaceLayer For(Document document, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(gazetteer);
        return new PlaceLayer(document, gazetteer);
    }

    /// <summary>The mention that covers a token, or null. O(1).</summary>
    /// <param name="token">Index over the document.</param>
    public PlaceMention? MentionAt(int token) =>
        token < _mentionAt.Length && _mentionAt[token] > 0 ? Mentions[_mentionAt[token] - 1] : null;

    /// <summary>
    /// Where the deed that a token names was done: the place under the deed or the verb that carries it, the destination
    /// of a visit, the venue of a meeting, the place hit or seized. Null where neither the words nor the nature of the deed fix
    /// it; never the dateline, nor the place where somebody spoke of the deed. Needs the tree.
    /// </summary>
    /// <param name="trigger">The token that names the deed.</param>
    public EventPlace? PlaceOf(Token trigger) => Document.IsParsed ? _eventPlaces.Find(trigger) : null;
}
