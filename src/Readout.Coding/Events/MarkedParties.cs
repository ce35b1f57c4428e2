using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>A document's actors and, beside them, two marked phrases that count as parties whatever the directory knows.</summary>
internal sealed class MarkedParties : IPartySource
{
    /// <summary>Mention of the marked source.</summary>
    public const int Source = int.MaxValue;

    /// <summary>Mention of the marked target.</summary>
    public const int Target = int.MaxValue - 1;

    private static readonly ActorReference Marked = new() { Name = "", Kind = "marked" };
    private readonly Document _document;
    private readonly IPartySource _parties;
    private readonly int _sourceHead;
    private readonly int _targetHead;
    private readonly int[] _atSource;
    private readonly int[] _atTarget;

    public MarkedParties(Document document, IPartySource parties, int sourceHead, int targetHead)
    {
        _document = document;
        _parties = parties;
        _sourceHead = sourceHead;
        _targetHead = targetHead;
        _atSource = sourceHead < 0 ? [] : [.. parties.MentionsAt(sourceHead), Source];
        _atTarget = targetHead < 0 ? [] : [.. parties.MentionsAt(targetHead), Target];
    }

    public ReadOnlySpan<int> MentionsAt(int token) =>
        token == _sourceHead || IsSpeakerAgain(token) ? _atSource : token == _targetHead ? _atTarget : _parties.MentionsAt(token);

    /// <summary>A pronoun of the third person inside what the source says stands for the source: <c>X said it would …</c>.</summary>
    private bool IsSpeakerAgain(int index)
    {
        if (_sourceHead < 0 || index < _sourceHead) return false;
        Token token = _document.Token(index);
        if (token.Tag is not (PennTag.PRP or PennTag.PRPS) || !IsThirdPerson(token)) return false;
        for (Token t = token; !t.IsRoot; t = t.Head)
        {
            bool embedded = t.Relation is Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Conj or Relation.Obj;
            if (embedded && IsSubjectOf(t.Head)) return true;
        }

        return false;
    }

    private bool IsSubjectOf(Token verb)
    {
        Token source = _document.Token(_sourceHead);
        return source.Relation is Relation.Nsubj && !source.IsRoot && source.HeadIndex == verb.Index;
    }

    private static bool IsThirdPerson(Token token) => token.Is("it") || token.Is("he") || token.Is("she") || token.Is("they")
        || token.Is("its") || token.Is("his") || token.Is("her") || token.Is("their");

    public ActorReference Actor(int mention) => mention >= Target ? Marked : _parties.Actor(mention);
}
