using Readout.Coding.Events;

namespace Readout.Coding.Ranking;

/// <summary>The way in the tree from one marked phrase to the other, by way of the word at which they join.</summary>
internal sealed class PairPath
{
    private const int MostSteps = 4;

    private readonly TreeIndex _tree;
    private readonly int _source, _target;

    /// <summary>Finds the way.</summary>
    /// <param name="tree">The document's trees.</param>
    /// <param name="source">Head of the source; -1 where it is not in the text.</param>
    /// <param name="target">Head of the target.</param>
    public PairPath(TreeIndex tree, int source, int target)
    {
        (_tree, _source, _target) = (tree, source, target);
        Joint = source < 0 || target < 0 ? -1 : source;
        while (Joint >= 0 && !tree.IsWithin(target, Joint)) Joint = tree.Heads[Joint];
    }

    /// <summary>The lowest word above both, or one of them; -1 where there is none.</summary>
    public int Joint { get; }

    /// <summary>Whether both phrases are in the text.</summary>
    public bool IsWhole => _source >= 0 && _target >= 0;

    /// <summary>Where a predicate stands to the two phrases and the way between them.</summary>
    public string Where(int predicate)
    {
        if (_source < 0 && _target < 0) return "alone";
        if (!IsWhole) return Beside(predicate, Math.Max(_source, _target));
        if (Joint < 0) return "apart";
        if (predicate == Joint) return "joint";
        bool overSource = _tree.IsWithin(_source, predicate), overTarget = _tree.IsWithin(_target, predicate);
        if (overSource && overTarget) return "above";
        if (overSource || overTarget) return overSource ? "path source" : "path target";
        if (_tree.IsWithin(predicate, _source) && _source != Joint || _tree.IsWithin(predicate, _target) && _target != Joint) return "inside party";
        return Branch(predicate);
    }

    /// <summary>Whether a token is on the way.</summary>
    public bool Holds(int token) => Joint >= 0 && _tree.IsWithin(token, Joint) && (_tree.IsWithin(_source, token) || _tree.IsWithin(_target, token));

    /// <summary>The relation by which the branch of a phrase hangs on the joint; <c>self</c> where the phrase is the joint.</summary>
    public string Relation(bool ofSource)
    {
        int token = ofSource ? _source : _target;
        if (token == Joint) return "self";
        while (_tree.Heads[token] != Joint) token = _tree.Heads[token];
        return _tree.Relations[token].ToString();
    }

    /// <summary>Steps from a phrase up to the joint, few at most.</summary>
    public int Steps(bool ofSource)
    {
        int steps = 0;
        for (int t = ofSource ? _source : _target; t != Joint && steps < MostSteps; t = _tree.Heads[t]) steps++;
        return steps;
    }

    private string Beside(int predicate, int party) =>
        _tree.IsWithin(party, predicate) ? "one above" : _tree.IsWithin(predicate, party) ? "one below" : "one aside";

    /// <summary>Where the branch of a predicate off the way meets it.</summary>
    private string Branch(int predicate)
    {
        int up = predicate;
        while (up >= 0 && !Holds(up)) up = _tree.Heads[up];
        return up < 0 ? "aside" : up == _source || up == _target ? "inside party" : up == Joint ? "below joint" : "below path";
    }
}
