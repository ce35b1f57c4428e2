using Readout.Coding.Codebooks;

namespace Readout.Coding.Events;

/// <summary>What stands around one trigger after normalisation; -1 where a place is empty.</summary>
internal sealed class Arguments(int trigger)
{
    private (int Word, int Token)[] _phrases = [];
    private int _phraseCount;

    public int Trigger { get; } = trigger;

    public PredicateKind Kind { get; set; }

    public int Subject { get; set; } = -1;

    public int Object { get; set; } = -1;

    public int IndirectObject { get; set; } = -1;

    public int Infinitive { get; set; } = -1;

    public int That { get; set; } = -1;

    public int Gerund { get; set; } = -1;

    public int Predicate { get; set; } = -1;

    public int Particle { get; set; } = -1;

    /// <summary>The <c>of</c> phrase of a noun: object or, where the frame has none, subject.</summary>
    public int Of { get; set; } = -1;

    /// <summary>The support verb of a noun.</summary>
    public int LightVerb { get; set; } = -1;

    /// <summary>The noun's governor where that is no support verb but says that the deed happens.</summary>
    public int OccurrenceVerb { get; set; } = -1;

    public bool Passive { get; set; }

    /// <summary>Whether the subject was found on another predicate: a control verb's, the first conjunct's.</summary>
    public bool SharedSubject { get; set; }

    /// <summary>The prepositional phrases: the preposition's word and the head of what it brings.</summary>
    public ReadOnlySpan<(int Word, int Token)> Phrases => _phrases.AsSpan(0, _phraseCount);

    public void AddPhrase(int word, int token)
    {
        if (word < 0 || Has(word, token)) return;
        if (_phraseCount == _phrases.Length) Array.Resize(ref _phrases, Math.Max(4, _phraseCount * 2));
        _phrases[_phraseCount++] = (word, token);
    }

    private bool Has(int word, int token)
    {
        foreach ((int knownWord, int knownToken) in Phrases)
        {
            if (knownWord == word && knownToken == token) return true;
        }

        return false;
    }

    /// <summary>The head word in a slot that holds one at most; -1 where it is empty or of another kind.</summary>
    public int At(SlotKind kind) => kind switch
    {
        SlotKind.Subject => Subject,
        SlotKind.Object => Object,
        SlotKind.IndirectObject => IndirectObject,
        SlotKind.Infinitive => Infinitive,
        SlotKind.That => That,
        SlotKind.Gerund => Gerund,
        SlotKind.Predicate => Predicate,
        _ => -1,
    };
}
