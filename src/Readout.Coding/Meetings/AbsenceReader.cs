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
        if (Without(predicate) is { Length: > 0 } lacking) return lacking;
        string lemma = tree.Lemma(predicate);
        if (Stays(predicate) is { Length: > 0 } staying) return staying;
        if (words.Is(MeetingClass.Refused, lemma) && Attendance(predicate) && Person(predicate, absent: true) is >= 0 and int refuser) return Sides(refuser);
        bool absent = words.Is(MeetingClass.Absent, lemma);
        if (!absent && !IsNegated(predicate)) return [];
        bool roster = words.Is(MeetingClass.Rosters, lemma) || HasRoster(predicate);
        if (!absent && !roster && !words.Is(MeetingClass.Present, lemma) && !IsAt(predicate)) return [];
        int person = Person(predicate, absent);
        return person < 0 ? [] : Sides(person);
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

    /// <summary><c>refused to attend</c>.</summary>
    private bool Attendance(int predicate) => Arguments.Read(tree, predicate).Infinitive is >= 0 and int deed && tree.Lemma(deed) is "attend" or "join" or "participate" or "come" or "appear";

    /// <summary><c>will meet without the Danes</c>.</summary>
    private ImmutableArray<int> Without(int predicate)
    {
        if (!words.Is(MeetingClass.Verbs, tree.Lemma(predicate)) && !words.Is(MeetingClass.Nouns, tree.Lemma(predicate)) && tree.Lemma(predicate) is not ("hold" or "begin" or "open" or "start" or "go" or "resume")) return [];
        for (int c = tree.FirstChild(predicate); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Obl or Relation.Nmod && Arguments.Preposition(tree, c) is >= 0 and int preposition && tree.Is(preposition, "without")) return Sides(c);
        }

        return [];
    }

    /// <summary><c>stayed away</c>, <c>is staying at home</c>, <c>is sending nobody</c>.</summary>
    private ImmutableArray<int> Stays(int predicate)
    {
        string lemma = tree.Lemma(predicate);
        bool stays = (lemma is "stay" or "keep" or "remain" && Has(predicate, "away", "home", "out")) || (lemma is "send" && Has(predicate, "nobody", "none", "one") && HasNone(predicate));
        if (!stays) return [];
        int subject = new SourceReader(tree).Find(predicate, Arguments.Read(tree, predicate));
        return subject < 0 ? [] : Sides(subject);
    }

    private bool HasNone(int predicate) => Arguments.Read(tree, predicate).Object is >= 0 and int sent
        && (tree.Is(sent, "nobody") || tree.Is(sent, "none") || (tree.Child(sent, Relation.Det) is >= 0 and int determiner && tree.Is(determiner, "no")));

    private bool Has(int predicate, params ReadOnlySpan<string> forms)
    {
        for (int c = tree.FirstChild(predicate); c >= 0; c = tree.Next(c))
        {
            if (c <= predicate) continue;
            foreach (string form in forms)
            {
                if (tree.Is(c, form)) return true;
            }
        }

        return false;
    }

    /// <summary><c>will not be at the talks</c>: a meeting with <c>at</c> or <c>in</c> as the predicate.</summary>
    private bool IsAt(int predicate) => tree.Child(predicate, Relation.Cop) >= 0 && Arguments.Preposition(tree, predicate) is >= 0 and int preposition
        && (tree.Is(preposition, "at") || tree.Is(preposition, "in") || tree.Is(preposition, "among"))
        && (words.Is(MeetingClass.Nouns, tree.Lemma(predicate)) || words.Is(MeetingClass.WeakNouns, tree.Lemma(predicate)));

    private ImmutableArray<int> Sides(int token) =>
        [.. actors.ActorsOf(tree.Token(token)).Where(mention => actors.Actor(mention).Kind is "person" or "agent" or "state" or "government" or "body" or "group")];

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
