using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Finds, for a token, the most specific frame that holds on it. Results are kept: each token is looked at once.</summary>
internal sealed class FrameMatcher
{
    /// <summary>What a failed condition costs a frame that need not hold.</summary>
    private const int FailedCondition = 12;

    /// <summary>What each frame of a type on the same word adds where none holds.</summary>
    private const int LeaningStep = 7;

    private readonly Codebook _codebook;
    private readonly TreeIndex _tree;
    private readonly ArgumentReader _reader;
    private readonly ConditionTester _conditions;
    private readonly Match?[] _matches;
    private readonly byte[] _states;
    private readonly bool _leans;

    public FrameMatcher(Codebook codebook, TreeIndex tree, IPartySource parties, bool leans = false)
    {
        _leans = leans;
        _codebook = codebook;
        _tree = tree;
        _reader = new ArgumentReader(tree, codebook, parties);
        Slots = new SlotReader(tree, _reader);
        Parties = new PartyReader(codebook, tree, parties, Slots, _reader, this);
        _conditions = new ConditionTester(codebook, tree, Slots, Parties, this);
        _matches = new Match?[tree.Count];
        _states = new byte[tree.Count];
    }

    public SlotReader Slots { get; }

    public PartyReader Parties { get; }

    public ArgumentReader Reader => _reader;

    public ConditionTester Conditions => _conditions;

    /// <summary>The best match on a token; null where no frame holds, or while it is being looked at.</summary>
    public Match? At(int token)
    {
        if (token < 0 || _states[token] == 1) return null;
        if (_states[token] == 2) return _matches[token];
        _states[token] = 1;
        Match? match = Find(token) ?? (_leans ? Leaning(token) : null);
        _matches[token] = match;
        _states[token] = 2;
        return match;
    }

    /// <summary>
    /// The frame that comes nearest to holding on a token: conditions that fail cost instead of excluding. For those who
    /// must answer.
    /// </summary>
    public Match? Nearest(int token) => At(token) ?? (IsGeneric(token) ? null : Find(token, true));

    /// <summary>Whether the word alone says too little: support verbs, verbs of saying, verbs that pass on.</summary>
    private bool IsGeneric(int token)
    {
        int word = _tree.Lemmas[token];
        return _tree.IsVerb(token) && (_codebook.InClass(word, _codebook.ClassNamed("light")) || _codebook.InClass(word, _codebook.ClassNamed("inverse-light"))
            || _codebook.InClass(word, _codebook.ClassNamed("generic"))
            || _codebook.IsCue(word, CueClass.Verb, CueKind.Speech) || _codebook.IsCue(word, CueClass.Verb, CueKind.Transparent));
    }

    /// <summary>The nearest frame of a word of meeting, help or cooperation that has frames of that type only, whatever its parties.</summary>
    public Match? Unambiguous(int token)
    {
        if (At(token) is { } held) return held;
        if (KindOf(token) is not { } kind || _tree.Lemmas[token] < 0) return null;
        FrameReference[] frames = _codebook.FramesAt(_tree.Lemmas[token]);
        EventType? only = null;
        foreach (FrameReference frame in frames)
        {
            if (frame.Predicate.Kind != kind) continue;
            if (only is { } known && known != frame.Frame.Type) return null;
            only = frame.Frame.Type;
        }

        return only is not (EventType.Consult or EventType.Aid or EventType.Cooperate) ? null : Find(token, true);
    }

    /// <summary>
    /// Where no frame holds on a verb nearly all of whose frames are of one type, the nearest of these, if those who do it and
    /// suffer it are political actors: <c>rioted</c>, <c>pooled</c>, <c>confiscated</c>.
    /// </summary>
    private Match? Leaning(int token)
    {
        int lemma = _tree.Lemmas[token];
        if (lemma < 0 || KindOf(token) != PredicateKind.Verb || IsGeneric(token)) return null;
        if (_tree.Relations[token] is Relation.Amod or Relation.Aux or Relation.AuxPass or Relation.Cop) return null;
        if (LeanOf(lemma) is not { } type) return null;
        Arguments args = _reader.Verb(token);
        if (!Parties.IsEngaged(args)) return null;
        Contest contest = new(args);
        foreach (FrameReference candidate in _codebook.FramesAt(lemma))
        {
            if (candidate.Frame.Type != type || candidate.Predicate.Kind != PredicateKind.Verb) continue;
            if (IsExcluded(candidate.Frame, args)) return null;
            Try(candidate, args, 0, true, ref contest);
        }

        return contest.Winner;
    }

    private bool IsExcluded(Frame frame, Arguments args)
    {
        foreach (Condition condition in frame.Unless)
        {
            if (_conditions.Weigh(condition, args, frame) >= 0) return true;
        }

        return false;
    }

    /// <summary>The type of at least this share of a verb's frames, in percent; null where there is none such.</summary>
    private EventType? LeanOf(int lemma)
    {
        const int Share = 67, Fewest = 2;
        Span<int> counts = stackalloc int[EventTypes.Count];
        int all = 0, best = 0;
        foreach (FrameReference candidate in _codebook.FramesAt(lemma))
        {
            if (candidate.Predicate.Kind != PredicateKind.Verb || candidate.Predicate.Particle >= 0) continue;
            all++;
            int type = (int)candidate.Frame.Type;
            counts[type]++;
            if (counts[type] > counts[best]) best = type;
        }

        return counts[best] >= Fewest && counts[best] * 100 >= all * Share ? (EventType)best : null;
    }

    private Match? Find(int token, bool relaxed = false)
    {
        FrameReference[] phrase = _tree.Phrases[token] >= 0 ? _codebook.FramesAt(_tree.Phrases[token]) : [];
        FrameReference[] single = _tree.Lemmas[token] >= 0 ? _codebook.FramesAt(_tree.Lemmas[token]) : [];
        if (single.Length == 0 && _tree.Forms[token] >= 0) single = _codebook.FramesAt(_tree.Forms[token]);
        if (phrase.Length + single.Length == 0) return null;
        PredicateKind? kind = KindOf(token);
        if (kind is null) return null;
        if (!AnyOf(phrase, kind.Value) && !AnyOf(single, kind.Value)) return null;
        Arguments args = Read(token, kind.Value, phrase.Length > 0 ? phrase : single);
        Contest contest = new(args);
        foreach (FrameReference candidate in phrase) Try(candidate, args, relaxed ? 12 + Leaning(candidate, phrase) : 12, relaxed, ref contest);
        foreach (FrameReference candidate in single) Try(candidate, args, relaxed ? Leaning(candidate, single) : 0, relaxed, ref contest);
        return contest.Winner;
    }

    /// <summary>Where no frame holds, a word leans to the type for which most of its frames stand; a frame's own weight then counts little.</summary>
    private static int Leaning(FrameReference candidate, FrameReference[] all)
    {
        int same = 0;
        foreach (FrameReference other in all)
        {
            if (other.Predicate.Kind == candidate.Predicate.Kind && other.Frame.Type == candidate.Frame.Type) same++;
        }

        return LeaningStep * same - Math.Max(candidate.Frame.Weight, 0);
    }

    private PredicateKind? KindOf(int token)
    {
        if (_tree.Parts[token] is Upos.NOUN or Upos.PROPN) return PredicateKind.Noun;
        if (_tree.Parts[token] == Upos.VERB || _tree.IsVerb(token)) return PredicateKind.Verb;
        return _tree.Parts[token] is Upos.ADJ or Upos.ADV ? PredicateKind.Adjective : null;
    }

    private static bool AnyOf(FrameReference[] candidates, PredicateKind kind)
    {
        foreach (FrameReference candidate in candidates)
        {
            if (candidate.Predicate.Kind == kind) return true;
        }

        return false;
    }

    private Arguments Read(int token, PredicateKind kind, FrameReference[] candidates) => kind switch
    {
        PredicateKind.Verb => _reader.Verb(token),
        PredicateKind.Noun => _reader.Noun(token, candidates),
        _ => _reader.Adjective(token),
    };

    private void Try(FrameReference candidate, Arguments args, int bonus, bool relaxed, ref Contest contest)
    {
        Frame frame = candidate.Frame;
        if (candidate.Predicate.Kind != args.Kind) return;
        int score = frame.Weight + bonus;
        if (candidate.Predicate.Particle >= 0)
        {
            if (!HasParticle(args, candidate.Predicate.Particle)) return;
            score += 12;
        }
        else if (args.Particle >= 0)
        {
            score -= 6;
        }

        foreach (Condition condition in frame.Needs)
        {
            int met = _conditions.Weigh(condition, args, frame);
            if (met < 0 && !relaxed) return;
            score += met < 0 ? -FailedCondition : met;
        }

        foreach (Condition condition in frame.Unless)
        {
            if (_conditions.Weigh(condition, args, frame) >= 0) return;
        }

        score += 2 * (Filled(frame.Actors, args, frame) + Filled(frame.Recipients, args, frame));
        contest.Enter(frame, score);
    }

    private int Filled(Slot[] slots, Arguments args, Frame frame)
    {
        Span<int> tokens = stackalloc int[SlotReader.Capacity];
        int filled = 0;
        foreach (Slot slot in slots)
        {
            if (Slots.Read(slot, args, frame, tokens) > 0) filled++;
        }

        return filled;
    }

    private bool HasParticle(Arguments args, int particle)
    {
        if (args.Particle == particle) return true;
        for (int c = _tree.FirstChild(args.Trigger); c >= 0; c = _tree.Next(c))
        {
            if (_tree.Relations[c] is Relation.Advmod or Relation.CompoundPrt or Relation.Case && _tree.Is(c, particle)) return true;
        }

        return args.Trigger + 1 < _tree.Count && _tree.Is(args.Trigger + 1, particle) && _tree.Relations[args.Trigger + 1] != Relation.Mark;
    }

    /// <summary>Keeps the best frame and those that it beat; at a tie the earlier frame of the codebook wins.</summary>
    private struct Contest(Arguments args)
    {
        public Match? Winner { get; private set; }

        public void Enter(Frame frame, int score)
        {
            if (Winner is null)
            {
                Winner = new Match(frame, args, score);
                return;
            }

            if (Winner.Frame == frame && Winner.Score >= score) return;
            bool wins = score > Winner.Score || (score == Winner.Score && frame.Index < Winner.Frame.Index);
            if (!wins)
            {
                Winner.Beaten.Add((frame, score));
                return;
            }

            Match next = new(frame, args, score);
            next.Beaten.Add((Winner.Frame, Winner.Score));
            next.Beaten.AddRange(Winner.Beaten);
            Winner = next;
        }
    }
}
