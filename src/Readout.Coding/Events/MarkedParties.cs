using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>A document's actors and, beside them, two marked phrases that count as parties whatever the directory knows.</summary>
internal sealed class MarkedParties : IPartySource
{
    /// <summary>Mention of the marked source.</summary>
    public const int Source = int.MaxValue;

    /// <summary>Mention of the marked target.</summary>
    public const int Target = int.MaxValue - 1;

    private static readonly ActorReference Marked = new() { Name = "", Kind = "marked" };
    private readonly IPartySource _parties;
    private readonly int _sourceHead;
    private readonly int _targetHead;
    private readonly int[] _atSource;
    private readonly int[] _atTarget;

    public MarkedParties(IPartySource parties, int sourceHead, int targetHead)
    {
        _parties = parties;
        _sourceHead = sourceHead;
        _targetHead = targetHead;
        _atSource = sourceHead < 0 ? [] : [.. parties.MentionsAt(sourceHead), Source];
        _atTarget = targetHead < 0 ? [] : [.. parties.MentionsAt(targetHead), Target];
    }

    public ReadOnlySpan<int> MentionsAt(int token) =>
        token == _sourceHead ? _atSource : token == _targetHead ? _atTarget : _parties.MentionsAt(token);

    public ActorReference Actor(int mention) => mention >= Target ? Marked : _parties.Actor(mention);
}
