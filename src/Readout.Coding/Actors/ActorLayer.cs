using System.Collections.Immutable;
using Readout.Coding.Events;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>The mentions of one document, and which of them a token heads. Immutable.</summary>
public sealed class ActorLayer : IPartySource
{
    private readonly int[] _starts;
    private readonly int[] _at;
    private readonly ImmutableArray<int> _heads;

    internal ActorLayer(ImmutableArray<Mention> mentions, ImmutableArray<int> heads, IReadOnlyList<(int Token, int Mention)> index, int tokens)
    {
        Mentions = mentions;
        _heads = heads;
        _starts = new int[tokens + 1];
        foreach ((int token, _) in index) _starts[token + 1]++;
        for (int i = 0; i < tokens; i++) _starts[i + 1] += _starts[i];
        _at = new int[index.Count];
        int[] next = [.. _starts];
        foreach ((int token, int mention) in index) _at[next[token]++] = mention;
    }

    /// <summary>Mentions in text order; a phrase that stands for several actors is there once for each.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    /// <summary>Index of the token that heads a mention.</summary>
    public int HeadOf(int mention) => _heads[mention];

    /// <inheritdoc/>
    public ReadOnlySpan<int> MentionsAt(int token) => _at.AsSpan(_starts[token], _starts[token + 1] - _starts[token]);

    /// <inheritdoc/>
    public ActorReference Actor(int mention) => Mentions[mention].Actor;

    /// <summary>
    /// The mentions that a token heads and those of the words joined to it by <c>and</c>; where it heads none, those in
    /// apposition to it, or in <c>thousands of soldiers</c> those of what it counts. O(n) in the sentence.
    /// </summary>
    /// <param name="token">The head of a phrase.</param>
    public ImmutableArray<int> ActorsOf(Token token)
    {
        ImmutableArray<int>.Builder found = ImmutableArray.CreateBuilder<int>();
        Collect(token, found, 0);
        return found.ToImmutable();
    }

    private void Collect(Token token, ImmutableArray<int>.Builder found, int depth)
    {
        if (depth > 8) return;
        int before = found.Count;
        foreach (int mention in MentionsAt(token.Index))
        {
            if (!found.Contains(mention)) found.Add(mention);
        }

        foreach (Token child in token.Children())
        {
            bool joins = child.Relation == Relation.Conj;
            bool stands = found.Count == before && child.Relation is Relation.Appos or Relation.Flat;
            bool counted = found.Count == before && child.Relation == Relation.Nmod && token.Upos is Upos.NOUN or Upos.NUM && IsMeasure(token);
            if (joins || stands || counted) Collect(child, found, depth + 1);
        }
    }

    private static bool IsMeasure(Token token) => token.Upos == Upos.NUM || token.Lemma is "thousand" or "hundred" or "dozen" or "group" or "number" or "member" or "score" or "million" or "crowd" or "team" or "pair" or "couple";
}
