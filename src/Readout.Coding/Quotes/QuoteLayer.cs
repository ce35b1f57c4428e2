using System.Collections.Immutable;
using Readout.Coding.Record;

namespace Readout.Coding.Quotes;

/// <summary>The quotes of one document, and whose account each of its words is. Immutable; safe to read from every thread.</summary>
public sealed class QuoteLayer
{
    private readonly int[] _innermost;
    private readonly ImmutableArray<int> _parents;

    internal QuoteLayer(ImmutableArray<Quote> quotes, ImmutableArray<int> parents, int[] innermost)
    {
        Quotes = quotes;
        _parents = parents;
        _innermost = innermost;
    }

    /// <summary>No quotes.</summary>
    public static QuoteLayer Empty { get; } = new([], [], []);

    /// <summary>The quotes in text order of their contents, <c>q1</c>, <c>q2</c> …</summary>
    public ImmutableArray<Quote> Quotes { get; }

    /// <summary>What the reader should know: quotation marks that lack their pair.</summary>
    public ImmutableArray<string> Warnings { get; internal init; } = [];

    /// <summary>Whose account a token's words are, innermost speaker first; empty for the author's own. O(depth).</summary>
    /// <param name="token">Index over the document.</param>
    public ImmutableArray<Attribution> AccountOf(int token)
    {
        int quote = token < _innermost.Length ? _innermost[token] : -1;
        if (quote < 0) return [];
        ImmutableArray<Attribution>.Builder accounts = ImmutableArray.CreateBuilder<Attribution>();
        for (; quote >= 0 && accounts.Count < Quotes.Length; quote = _parents[quote]) accounts.Add(Entry(Quotes[quote]));
        return accounts.ToImmutable();
    }

    /// <summary>
    /// The attribution of an event: that of its words, with a denial put first that the event itself carries. The quote in
    /// which it is denied is named, and not repeated as an account.
    /// </summary>
    /// <param name="trigger">Token of the event's trigger.</param>
    /// <param name="denial">What the event says of its denial; empty where it is not denied.</param>
    public ImmutableArray<Attribution> AttributionOf(int trigger, ImmutableArray<Attribution> denial)
    {
        ImmutableArray<Attribution> accounts = AccountOf(trigger);
        if (denial.IsEmpty) return accounts;
        Attribution first = denial[0];
        int match = -1;
        for (int i = 0; i < accounts.Length && match < 0; i++)
        {
            if (accounts[i].Cue is { } cue && first.Cue is { } own && cue.Overlaps(own)) match = i;
        }

        if (match < 0) return [first, .. accounts];
        return [first with { For = accounts[match].For, Quote = accounts[match].Quote }, .. accounts.RemoveAt(match)];
    }

    private static Attribution Entry(Quote quote) =>
        new(quote.Speaker, quote.For, quote.Id, quote.Cue.IsEmpty ? null : quote.Cue[0], quote.Stance);
}
