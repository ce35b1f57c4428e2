using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>Whether a mention counts as one or many.</summary>
internal enum GrammaticalNumber : byte
{
    Singular,
    Plural,

    /// <summary>One that may be called <c>it</c> or <c>they</c>.</summary>
    Collective,
}

/// <summary>A mention as later words may point back to it.</summary>
internal sealed record Trace
{
    public Trace(int mention, string key, ActorReference actor, DocumentPerson? person, GrammaticalNumber number, int token, Document document)
    {
        Mention = mention;
        Key = key;
        Actor = actor;
        Person = person;
        Number = number;
        Token = token;
        Sentence = document.SentenceOf(token);
        IsSubject = Subject(document.Token(token));
    }

    public int Mention { get; init; }

    public string Key { get; init; }

    public ActorReference Actor { get; init; }

    public DocumentPerson? Person { get; init; }

    /// <summary>The generic agent that the words are; empty where they are none.</summary>
    public string Agent { get; init; } = "";

    public GrammaticalNumber Number { get; init; }

    public int Token { get; init; }

    public int Sentence { get; init; }

    public bool IsSubject { get; init; }

    public bool IsPerson => Actor.Kind == "person";

    public static bool Subject(Token token)
    {
        if (token.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter) return true;
        return token.Relation is Relation.Conj or Relation.Flat or Relation.Appos && token.Head.Relation is Relation.Nsubj or Relation.NsubjPass;
    }
}

/// <summary>What a document has spoken of so far.</summary>
internal sealed class Discourse(Document document)
{
    private readonly List<Trace> _traces = [];
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _ahead = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _byMention = [];
    private readonly List<int>?[] _bySentence = new List<int>?[document.SentenceCount];
    private bool _manyScenes;
    private string? _scene;

    public IReadOnlyList<Trace> Traces => _traces;

    public void Add(Trace trace)
    {
        _byMention[trace.Mention] = _traces.Count;
        (_bySentence[trace.Sentence] ??= []).Add(_traces.Count);
        _traces.Add(trace);
        _first.TryAdd(trace.Key, trace.Mention);
        if (trace.Actor is not { Kind: "place", Code: { } code }) return;
        _manyScenes |= _scene is not null && _scene != code;
        _scene = code;
    }

    /// <summary>What a sentence has named, in the order in which it was found.</summary>
    public IEnumerable<Trace> In(int sentence)
    {
        if (sentence < 0 || sentence >= _bySentence.Length || _bySentence[sentence] is not { } list) yield break;
        foreach (int at in list) yield return _traces[at];
    }

    /// <summary>Says who a mention was, once a later name tells.</summary>
    public void Rename(int mention, DocumentPerson person)
    {
        if (_byMention.TryGetValue(mention, out int at)) _traces[at] = _traces[at] with { Key = person.Key, Actor = person.Actor, Person = person };
    }

    public int? FirstOf(string key) => _first.TryGetValue(key, out int mention) ? mention : null;

    /// <summary>Counts the states that the whole document names.</summary>
    public void Expect(IEnumerable<string> codes)
    {
        foreach (string code in codes) _ahead[code] = _ahead.GetValueOrDefault(code) + 1;
    }

    /// <summary>The one state that the document names; null where it names none or several.</summary>
    public string? OnlyState => _ahead.Count == 1 ? _ahead.Keys.First() : null;

    public bool Knows(string code) => _ahead.ContainsKey(code);

    /// <summary>
    /// The state that the article is about: the only one it names, one named at least three times as often as the next
    /// (counting near mentions twice), else none with the reason.
    /// </summary>
    public string? Focus(int token, out string? reason)
    {
        reason = null;
        if (_ahead.Count == 0)
        {
            reason = "whose is not said";
            return null;
        }

        int sentence = document.SentenceOf(token);
        SortedDictionary<string, int> weight = new(_ahead, StringComparer.Ordinal);
        foreach (Trace trace in In(sentence - 1).Concat(In(sentence)))
        {
            if (trace.Actor.Kind != "place" && trace.Actor.Code is { Length: 3 } code && weight.TryGetValue(code, out int count)) weight[code] = count + 1;
        }

        (string Code, int Weight)[] ranked = [.. weight.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value)];
        if (ranked.Length == 1 || ranked[0].Weight >= 3 * ranked[1].Weight) return ranked[0].Code;
        reason = $"whose is not said: {ranked[0].Code} or {ranked[1].Code}";
        return null;
    }

    /// <summary>The state of all places named so far; null where there is none or several states.</summary>
    public string? Scene => _manyScenes ? null : _scene;

    /// <summary>The state of the only place named in a sentence so far; null where there is none or several states.</summary>
    public string? PlaceIn(int sentence)
    {
        string? found = null;
        foreach (Trace trace in In(sentence))
        {
            if (trace.Actor is not { Kind: "place", Code: { } code }) continue;
            if (found is not null && found != code) return null;
            found = code;
        }

        return found;
    }
}
