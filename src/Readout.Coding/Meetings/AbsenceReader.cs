using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Quotes;
using Readout.Text;

namespace Readout.Coding.Meetings;

/// <summary>Finds those who are said to stay away: <c>will not attend</c>, <c>was not on the list</c>, <c>boycotted the talks</c>.</summary>
internal sealed class AbsenceReader(SyntaxIndex tree, MeetingWords words, ActorLayer actors)
{
    /// <summary>The mentions that a predicate says to stay away; mostly none.</summary>
    public ImmutableArray<int> Read(int predicate)
    {
        string lemma = tree.Lemma(predicate);
        bool absent = words.Is(MeetingClass.Absent, lemma);
        if (!absent && !IsNegated(predicate)) return [];
        bool roster = words.Is(MeetingClass.Rosters, lemma) || HasRoster(predicate);
        if (!absent && !roster && !words.Is(MeetingClass.Present, lemma)) return [];
        int person = Person(predicate, absent);
        return person < 0 ? [] : [.. actors.ActorsOf(tree.Token(person)).Where(mention => actors.Actor(mention).Kind is "person" or "agent" or "state" or "government" or "body" or "group")];
    }

    /// <summary>Who is away: the one left out where somebody leaves him out, else the subject.</summary>
    private int Person(int predicate, bool absent)
    {
        Arguments arguments = Arguments.Read(tree, predicate);
        if (arguments.PassiveSubject >= 0) return arguments.PassiveSubject;
        if (tree.Lemma(predicate) is "invite" or "include" or "list" or "name" or "exclude" or "omit" or "sideline" or "uninvite" or "mention" or "involve" && arguments.Object >= 0) return arguments.Object;
        if (arguments.IsPassive && !absent) return -1;
        return arguments.Subject >= 0 ? arguments.Subject : new SourceReader(tree).Find(predicate, arguments);
    }

    private bool HasRoster(int predicate)
    {
        for (int c = tree.FirstChild(predicate); c >= 0; c = tree.Next(c))
        {
            if (c > predicate && tree.Relations[c] is Relation.Obj or Relation.Obl && words.Is(MeetingClass.Rosters, tree.Lemma(c))) return true;
        }

        return false;
    }

    private bool IsNegated(int predicate)
    {
        for (int c = tree.FirstChild(predicate); c >= 0 && c < predicate; c = tree.Next(c))
        {
            if (tree.Lemma(c).ToLowerInvariant() is "not" or "n't" or "n’t" or "never" or "nor") return true;
        }

        return false;
    }
}
