using Readout.Coding.Codebooks;
using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>What was found on the way up from a deed: the first word of each kind, and how they bear on each other.</summary>
internal sealed class StatusEvidence
{
    private readonly int[] _tokens = [-1, -1, -1, -1, -1];

    /// <summary>Whether the deed hangs on a condition.</summary>
    public bool Conditional { get; set; }

    /// <summary>Whether the modal only weighs what may be (<c>could</c>, <c>may</c>), so that a condition makes no threat.</summary>
    public bool Speculated { get; set; }

    /// <summary>Whether a word of readiness or promise governs the deed, which is then offered now.</summary>
    public bool Offered { get; set; }

    public int Denier { get; set; } = -1;

    public int Modal { get; set; } = -1;

    public bool Habitual { get; set; }

    /// <summary>Whether negations further up do not reach the deed: behind <c>but</c>, for a participle beside its main verb.</summary>
    public bool BeyondNegation { get; set; }

    public bool IsEmpty => Array.TrueForAll(_tokens, token => token < 0);

    public bool Note(CueKind kind, int token)
    {
        if (kind == CueKind.Negated && BeyondNegation) return false;
        if (_tokens[(int)kind] < 0) _tokens[(int)kind] = token;
        return true;
    }

    public StatusReading Decide()
    {
        int future = _tokens[(int)CueKind.Future];
        int hypothetical = _tokens[(int)CueKind.Hypothetical];
        int negated = _tokens[(int)CueKind.Negated];
        int historical = _tokens[(int)CueKind.Historical];
        bool refused = negated >= 0 && Modal >= 0 && future >= 0;
        if (negated >= 0) return new StatusReading(EventStatus.Negated, negated, refused ? Modal : -1, refused, Conditional, Denier, Habitual);
        if (hypothetical >= 0) return new StatusReading(EventStatus.Hypothetical, hypothetical, -1, false, Conditional, Speculated: Speculated);
        if (future >= 0) return new StatusReading(EventStatus.Future, future, -1, false, Conditional, Speculated: Speculated, Offered: Offered && Modal < 0);
        return historical >= 0 ? new StatusReading(EventStatus.Historical, historical) : StatusReading.Actual;
    }
}
