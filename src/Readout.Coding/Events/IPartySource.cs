using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>The actors of one document, asked for by the token that heads their mention.</summary>
public interface IPartySource
{
    /// <summary>The mentions whose head is this token: one, several for a phrase that stands for several, or none.</summary>
    ReadOnlySpan<int> MentionsAt(int token);

    /// <summary>Who a mention stands for.</summary>
    ActorReference Actor(int mention);
}
