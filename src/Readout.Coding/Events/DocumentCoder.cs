using System.Collections.Immutable;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Codes one document: matches, actions, status, precedence, parties, collapse, record.</summary>
internal sealed class DocumentCoder
{
    private readonly Codebook _codebook;
    private readonly int _exercise;
    private readonly TreeIndex _tree;
    private readonly FrameMatcher _matcher;
    private readonly ActionLinker _actions;
    private readonly StatusReader _status;
    private readonly Precedence _precedence;
    private readonly Deduplicator _deduplicator;
    private readonly HappeningMatcher _background;
    private readonly EventWriter _writer;
    private readonly IPartySource _parties;
    private readonly GroupAnaphors _anaphors;
    private readonly ClauseParties _clauses;
    private readonly ContextParties _context;

    public DocumentCoder(Codebook codebook, Document document, IPartySource parties, IEventDates dates, Happenings happenings, bool leans = true)
    {
        _codebook = codebook;
        _exercise = codebook.ClassNamed("military-exercise");
        _parties = parties;
        _tree = new TreeIndex(document, codebook.Words);
        _matcher = new FrameMatcher(codebook, _tree, parties, leans);
        _actions = new ActionLinker(codebook, _tree, _matcher, dates);
        _status = new StatusReader(codebook, _tree, _matcher.Reader.Subjects, new PastReader(codebook, _tree, _matcher, dates));
        _precedence = new Precedence(codebook, _matcher);
        _clauses = new ClauseParties(_tree, _matcher);
        _context = new ContextParties(_tree, _matcher, parties);
        _anaphors = new GroupAnaphors(codebook, _tree, parties);
        _deduplicator = new Deduplicator(_tree, parties);
        _background = new HappeningMatcher(happenings, document, parties);
        _writer = new EventWriter(codebook, _tree, parties);
    }

    public FrameMatcher Matcher => _matcher;

    public TreeIndex Tree => _tree;

    /// <summary>All matches of the document in text order, settled; consumed and dropped ones included.</summary>
    public List<Match> Matches()
    {
        List<Match> matches = [];
        for (int t = 0; t < _tree.Count; t++)
        {
            if (_matcher.At(t) is { } match) matches.Add(match);
        }

        LightVerbs(matches);
        Undone(matches);
        foreach (Match match in matches)
        {
            if (match.Frame.Actions.Length > 0) _actions.Link(match);
        }

        foreach (Match match in matches) match.Status = _status.Read(match);
        foreach (Match match in matches) _precedence.Settle(match);
        foreach (Match match in matches) Fill(match);
        _anaphors.Resolve(matches);
        foreach (Match match in matches) _anaphors.Borrow(match, _matcher);
        foreach (Match match in matches) Complete(match);
        foreach (Match match in matches) Join(match);
        return matches;
    }

    /// <summary>For words on which no frame holds, the frame that comes nearest; settled like matches.</summary>
    public List<Match> NearMatches()
    {
        List<Match> near = [];
        for (int t = 0; t < _tree.Count; t++)
        {
            if (_matcher.At(t) is null && !IsPromised(t) && _matcher.Nearest(t) is { } match) near.Add(match);
        }

        foreach (Match match in near)
        {
            if (match.Frame.Actions.Length > 0) _actions.Link(match);
            match.Status = _status.Read(match);
            _precedence.Settle(match);
            Fill(match);
            Join(match);
        }

        return near;
    }

    /// <summary>Whether the word is the infinitive or clause of a match that has an action.</summary>
    private bool IsPromised(int token) =>
        _tree.Relations[token] is Relation.Xcomp or Relation.Ccomp && _matcher.At(_tree.Heads[token]) is { Frame.Actions.Length: > 0 };

    /// <summary>A noun and its support verb tell one deed: the more specific of the two matches stays.</summary>
    private void LightVerbs(List<Match> matches)
    {
        for (int i = matches.Count - 1; i >= 0; i--)
        {
            Match noun = matches[i];
            Match? verb = noun.Args.LightVerb < 0 ? null : _matcher.At(noun.Args.LightVerb);
            if (verb is null) continue;
            Match lost = verb.Score > noun.Score ? noun : verb;
            lost.Dropped = true;
        }

        matches.RemoveAll(match => match.Dropped);
    }

    /// <summary>
    /// A deed that the object of another names is part of that one (<c>lifted its blockade</c>, <c>ended the war</c>), except
    /// where it is judged (<c>condemned the raid</c>).
    /// </summary>
    private void Undone(List<Match> matches)
    {
        foreach (Match match in matches)
        {
            bool judges = match.Frame.Type is EventType.Accuse or EventType.Support or EventType.Consult || match.IsNominal;
            Match? named = judges || match.Args.Object < 0 ? null : _matcher.At(match.Args.Object);
            if (named is { IsNominal: true, ConsumedBy: null } && named.Args.LightVerb != match.Trigger) named.ConsumedBy = match;
            if (match.Frame.Type == EventType.Protest) Topic(match, matches);
            if (match.IsNominal || match.Frame.Type is not (EventType.Sanction or EventType.Reject or EventType.Retreat)) continue;
            if (match.Args.Subject >= 0 && _matcher.At(match.Args.Subject) is { IsNominal: true, ConsumedBy: null } subject) subject.ConsumedBy = match;
        }

        foreach (Match match in matches)
        {
            if (match is not { Frame.Collapses: true, IsNominal: false, Args.Object: >= 0 }) continue;
            foreach (Match topic in matches)
            {
                if (topic.ConsumedBy is null && topic != match && _tree.IsWithin(topic.Trigger, match.Args.Object)) topic.ConsumedBy = match;
            }
        }
    }

    /// <summary>What a protest asks for is its topic and no event of its own (coding conventions): <c>blocked the road, demanding</c>.</summary>
    private void Topic(Match protest, List<Match> matches)
    {
        foreach (Match match in matches)
        {
            if (match is not { ConsumedBy: null, IsNominal: false, Frame.Type: EventType.Request }) continue;
            bool below = _tree.Relations[match.Trigger] is Relation.Advcl or Relation.Acl or Relation.Xcomp;
            if (below && (_tree.Heads[match.Trigger] == protest.Trigger || _tree.Heads[match.Trigger] == protest.Predicate)) match.ConsumedBy = protest;
        }
    }

    public ImmutableArray<EventCoding> Code()
    {
        List<Match> kept = [];
        List<Match> matches = Matches();
        foreach (Match match in matches)
        {
            bool apart = match.ConsumedBy is null;
            if (apart && IsWorthCoding(match)) kept.Add(match);
            else if (IsLoneReciprocal(match) || !apart && match.IsNominal) _deduplicator.Elaborate(match, kept);
        }

        _background.Mark(kept);
        _deduplicator.Collapse(kept);
        _context.Complete(kept);
        kept.RemoveAll(match => match is { Actors.Count: 0, Type: EventType.Assault, IsNominal: false } && match.Status.Status != EventStatus.Negated);
        Dictionary<int, int> told = kept.Where(match => !match.Dropped).CountBy(match => _tree.SentenceOf[match.Trigger]).ToDictionary();
        ImmutableArray<EventCoding>.Builder codings = ImmutableArray.CreateBuilder<EventCoding>();
        foreach (Match match in kept)
        {
            if (match.Dropped) continue;
            codings.Add(_writer.Write(match, codings.Count, told[_tree.SentenceOf[match.Trigger]] - 1, Nouns(matches, match)));
        }

        return codings.ToImmutable();
    }

    /// <summary>Tokens of nouns of a match's sentence that name another deed, and who did it.</summary>
    private ImmutableArray<int> Nouns(List<Match> matches, Match match)
    {
        int sentence = _tree.SentenceOf[match.Trigger];
        return [.. matches.Where(other => other != match && other is { IsNominal: true, Args.LightVerb: < 0, Actors.Count: > 0 } && _tree.SentenceOf[other.Trigger] == sentence)
            .Select(other => other.Trigger)];
    }

    private void Fill(Match match)
    {
        _matcher.Parties.Collect(match.Frame.Actors, match.Args, match.Frame, match.Actors);
        _matcher.Parties.Collect(match.Frame.Recipients, match.Args, match.Frame, match.Recipients);
        RemoveActors(match);
        if (match.Recipients.Count == 0 && match.Args.Object >= 0 && !match.IsNominal && _matcher.At(match.Args.Object) is { IsNominal: true } undone
            && Array.IndexOf(match.Frame.Recipients, new Slot(SlotKind.Object)) >= 0)
        {
            _matcher.Parties.Collect(undone.Frame.Recipients, undone.Args, undone.Frame, match.Recipients);
            RemoveActors(match);
        }

        Known(match.Actors);
        Known(match.Recipients);
    }

    /// <summary>Nobody is on both sides by the same mention or as the same actor: <c>Ghana lifted its ban</c>.</summary>
    private void RemoveActors(Match match)
    {
        for (int i = match.Recipients.Count - 1; i >= 0; i--)
        {
            if (match.Actors.Contains(match.Recipients[i]) || IsSame(match, match.Recipients[i])) match.Recipients.RemoveAt(i);
        }

        if (match.Recipients.Exists(mention => IsOtherSide(match, mention))) match.Recipients.RemoveAll(mention => IsOwnSide(match, mention));
    }

    private bool IsOtherSide(Match match, int mention) => mention >= MarkedParties.Target || _parties.Actor(mention).Code is not null && !IsOwnSide(match, mention);

    /// <summary>Whether a recipient has the code of an actor, as beside a recipient of another code only the actor's own people have.</summary>
    private bool IsOwnSide(Match match, int mention) => mention < MarkedParties.Target && _parties.Actor(mention).Code is { } code
        && match.Actors.Exists(actor => actor < MarkedParties.Target && _parties.Actor(actor).Code == code);

    /// <summary>Whether a mention of the recipient is one of the actors again: <c>Ghana lifted its ban</c>.</summary>
    private bool IsSame(Match match, int mention)
    {
        ActorReference other = _parties.Actor(mention);
        if (mention >= MarkedParties.Target) return false;
        foreach (int actor in match.Actors)
        {
            ActorReference one = _parties.Actor(actor);
            if (other.Id is { } id ? one.Id == id : one.Id is null && one.Name == other.Name && one.Code == other.Code) return true;
        }

        return false;
    }

    /// <summary>A phrase whose actor is unknown says nothing beside one that is known, but for a name that is near known ones.</summary>
    private void Known(List<int> mentions)
    {
        if (mentions.Exists(mention => mention < MarkedParties.Target && _parties.Actor(mention).Code is not null))
        {
            mentions.RemoveAll(mention => mention < MarkedParties.Target && _parties.Actor(mention) is { Code: null, Id: null, Candidates.IsEmpty: true });
        }
    }

    /// <summary>Where a verbal event names no recipient, the other parties of its action are; else those that its clause names.</summary>
    private void Complete(Match match)
    {
        if (match.Recipients.Count == 0 && match.Type == EventType.Protest)
        {
            List<int> against = [];
            _clauses.Purpose(match, against);
            Take(match, against);
        }

        if (match.Recipients.Count > 0 || !match.Type.IsVerbal() || match.Frame.Actions.Length == 0 || _anaphors.AreTwo(match.Actors)) return;
        if (match.Action is { } deed)
        {
            Take(match, deed.Recipients);
            Take(match, deed.Actors);
        }

        if (match.Recipients.Count > 0) return;
        List<int> found = [];
        _clauses.Collect(match, found);
        Take(match, found);
        Known(match.Recipients);
    }

    /// <summary>Exercises that several states hold together are cooperation (coding conventions, "Types").</summary>
    private void Join(Match match)
    {
        bool exercise = match.Type == EventType.Mobilize && (IsExercise(match.Trigger) || IsExercise(match.Args.Object));
        if (!exercise || !(_anaphors.AreTwo(match.Actors) || match.Actors.Contains(MarkedParties.Source) && match.Actors.Contains(MarkedParties.Target))) return;
        (match.Type, match.Mode) = (EventType.Cooperate, null);
    }

    private bool IsExercise(int token) => token >= 0 && (_codebook.InClass(_tree.Lemmas[token], _exercise) || _codebook.InClass(_tree.Phrases[token], _exercise));

    private void Take(Match match, List<int> mentions)
    {
        foreach (int mention in mentions)
        {
            if (!match.Actors.Contains(mention) && !match.Recipients.Contains(mention) && !IsSame(match, mention)) match.Recipients.Add(mention);
        }
    }

    /// <summary>A deed without parties is coded only where it is denied to have happened at all (coding conventions).</summary>
    private bool IsWorthCoding(Match match)
    {
        if (match.Actors.Count == 0 && !match.IsNominal && _tree.Relations[match.Trigger] == Relation.Amod) return false;
        if (match.Actors.Count + match.Recipients.Count > 0) return !IsPurpose(match) && !IsLoneReciprocal(match);
        return match.Status.Status == EventStatus.Negated && !match.IsNominal && match.Args.Passive;
    }

    /// <summary>A noun that names one party of a deed that takes two, outside any construction, is no account of it.</summary>
    private static bool IsLoneReciprocal(Match match) =>
        match.Frame.Collapses && match.Frame.Type == EventType.Consult && match.Actors.Count < 2 && match.Frame.Recipients.Length == 0
        || match.IsNominal && match.Args.LightVerb < 0 && match.Args.OccurrenceVerb < 0
        && match.Frame.Recipients.Length == 0 && match.Frame.Type == EventType.Consult && match.Actors.Count < 2;

    /// <summary>A deed that is only the purpose of another is not told to have happened.</summary>
    private bool IsPurpose(Match match)
    {
        int node = match.Predicate;
        if (match.IsNominal && match.Args.LightVerb < 0 || !_matcher.Reader.Subjects.HasTo(node)) return false;
        if (_tree.Relations[node] == Relation.Acl) return match.Actors.Count == 0 || match.Status.Status == EventStatus.Actual;
        return _tree.Relations[node] == Relation.Advcl && match.Status.Status is EventStatus.Actual or EventStatus.Hypothetical && match.Type != EventType.Consult;
    }
}
