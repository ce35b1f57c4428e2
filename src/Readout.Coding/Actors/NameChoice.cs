using System.Collections.Immutable;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>Settles names that stand for several things by the other words of the article.</summary>
internal sealed class NameChoice(ActorDirectory directory, Document document)
{
    private HashSet<string>? _words;
    private readonly Dictionary<string, (int Target, ImmutableArray<string> Others, bool Place)> _settled = new(StringComparer.Ordinal);

    /// <summary>The entry that a name means in this article.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="words">Its words.</param>
    /// <param name="others">The other readings where nothing decided.</param>
    /// <param name="place">Whether a place of the state is meant, and not the state.</param>
    public int Target(Phrase phrase, string words, out ImmutableArray<string> others, out bool place)
    {
        others = [];
        place = false;
        AmbiguousName? name = directory.Parts.Ambiguous.FirstOrDefault(candidate => candidate.Name == words);
        if (name is null) return phrase.Target;
        (int target, others, place) = Settle(name);
        return target >= 0 ? target : phrase.Target;
    }

    /// <summary>The same for an owner given by its adjective: <c>Congolese</c>.</summary>
    public int OwnerTarget(int entry, string words)
    {
        AmbiguousName? name = words.Length == 0 ? null : directory.Parts.Ambiguous.FirstOrDefault(candidate => candidate.Name == words);
        return name is not null && Settle(name).Target is var target and >= 0 ? target : entry;
    }

    /// <summary>Whether a surname is an ordinary word here: not tagged as a name, or part of a longer capitalised name.</summary>
    public bool IsNoPerson(Phrase phrase, WordRuns runs)
    {
        Token token = document.Token(runs.TokenOf(phrase.HeadFirst));
        if (token.Upos is not (Upos.PROPN or Upos.None)) return true;
        if (phrase.Titles.Count > 0) return false;
        bool named = false;
        bool any = document.NameCount > 0;
        for (int i = 0; i < document.NameCount && !named; i++)
        {
            Name name = document.Name(i);
            if (name.First <= token.Index && token.Index < name.End)
            {
                if (name.Kind != NameKind.Person && name.End - name.First > 1) return true;
                named = true;
            }
        }

        return any && !named && token.Relation is Relation.Compound;
    }

    private (int Target, ImmutableArray<string> Others, bool Place) Settle(AmbiguousName name)
    {
        if (_settled.TryGetValue(name.Name, out (int Target, ImmutableArray<string> Others, bool Place) known)) return known;
        _words ??= [.. document.Tokens.Select(token => token.Text)];
        (AmbiguousReading Reading, int Score)[] scored = [.. name.Readings.Select(reading => (reading, reading.Words.Count(_words.Contains))).OrderByDescending(pair => pair.Item2)];
        bool decided = scored[0].Score > 0 && scored[0].Score > scored[1].Score;
        AmbiguousReading best = decided ? scored[0].Reading : name.Readings[0];
        bool place = best.Target.StartsWith("place/", StringComparison.Ordinal);
        int target = directory.IndexOf(place ? "state/" + best.Target["place/".Length..] : best.Target);
        ImmutableArray<string> others = decided ? [] : [.. name.Readings.Where(reading => reading != best).Select(reading => reading.Target)];
        return _settled[name.Name] = (target, others, place);
    }
}
