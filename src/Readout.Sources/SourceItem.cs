using Readout.Sources.Composition;

namespace Readout.Sources;

/// <summary>
/// One thing that an input holds: a page, a message, a line, an entry of a feed. It is told apart from its neighbours but
/// not read yet, so that many can be read at once, or passed over, at little cost. Immutable.
/// </summary>
public sealed class SourceItem
{
    private readonly Func<SourceResult> _read;

    internal SourceItem(string where, int size, Func<SourceResult> read, SourceLink? link = null)
    {
        Where = where;
        Size = size;
        Link = link;
        _read = read;
    }

    /// <summary>File and line, entry or record, for messages.</summary>
    public string Where { get; }

    /// <summary>Bytes that it holds in memory, about.</summary>
    public int Size { get; }

    /// <summary>What it points to, where a list names the article and does not hold it; else null.</summary>
    public SourceLink? Link { get; }

    /// <summary>
    /// Reads it: an article or a refusal. For a link this is what the list itself says of the article. Pure, safe to
    /// call from every thread.
    /// </summary>
    public SourceResult Read() => _read();

    /// <summary>An item that gives no article, and says why.</summary>
    /// <param name="where">File or address, for messages.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="advice">What to do about it.</param>
    public static SourceItem Refused(string where, string what, string advice) =>
        new(where, 0, () => SourceResult.Of(new Refusal(where, where, what, advice)));

    internal static SourceItem Of(ArticleComposer composer, Draft draft, int size) => new(draft.Where, size, () => composer.Compose(draft));
}

/// <summary>What the address of a list's entry leads to.</summary>
public enum LinkKind
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A sitemap.</summary>
    Sitemap,
}

/// <summary>An address that a feed, a sitemap or a list of feeds gives. Immutable.</summary>
/// <param name="Address">Where it leads; http or https.</param>
/// <param name="Kind">What is there.</param>
public sealed record SourceLink(Uri Address, LinkKind Kind)
{
    /// <summary>The title that the list gives, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The date of publication as the list prints it, or null.</summary>
    public string? Published { get; init; }

    /// <summary>When it was last changed, as the list prints it, or null.</summary>
    public string? Changed { get; init; }

    /// <summary>Whether the list holds some words of the article itself.</summary>
    public bool HasSummary { get; init; }
}
