using Readout.Text;

namespace Readout.Coding.Quotes;

/// <summary>The dependents of a verb that may be content, subject or particle; -1 where there is none.</summary>
internal readonly struct Arguments
{
    private Arguments(SyntaxIndex tree, int verb)
    {
        Clause = Fronted = Bare = Infinitive = Gerund = Object = Addressee = Subject = PassiveSubject = Agent = Particle = As = Of = -1;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            switch (tree.Relations[c])
            {
                case Relation.Ccomp:
                    if (c < verb) Fronted = c;
                    else if (Clause < 0) Clause = c;
                    break;
                case Relation.Xcomp:
                    if (Marked(tree, c)) Infinitive = c;
                    else if (tree.Tags[c] == PennTag.VBG) Gerund = c;
                    else Bare = c;
                    break;
                case Relation.Obj:
                    if (Object < 0) Object = c;
                    break;
                case Relation.Iobj:
                    Addressee = c;
                    break;
                case Relation.Nsubj or Relation.NsubjOuter:
                    Subject = c;
                    break;
                case Relation.NsubjPass:
                    PassiveSubject = c;
                    break;
                case Relation.OblAgent:
                    Agent = c;
                    break;
                case Relation.CompoundPrt:
                    Particle = c;
                    break;
                case Relation.Obl or Relation.Advcl:
                    int mark = Preposition(tree, c);
                    if (mark >= 0 && c > verb && tree.Is(mark, "as")) As = c;
                    if (mark >= 0 && c > verb && tree.Is(mark, "of")) Of = c;
                    break;
            }
        }

        if (Clause >= 0 && tree.Child(Clause, Relation.Nsubj) < 0 && tree.Child(Clause, Relation.NsubjPass) < 0)
        {
            if (Marked(tree, Clause) && Infinitive < 0) (Infinitive, Clause) = (Clause, -1);
            else if (tree.Tags[Clause] == PennTag.VBG && tree.Child(Clause, Relation.Aux) < 0 && Gerund < 0) (Gerund, Clause) = (Clause, -1);
        }

        IsPassive = PassiveSubject >= 0 || tree.Child(verb, Relation.AuxPass) >= 0
            || (tree.Tags[verb] == PennTag.VBN && tree.Relations[verb] is Relation.Acl or Relation.Amod or Relation.Advcl && Subject < 0 && tree.Child(verb, Relation.Aux) < 0);
    }

    /// <summary>A clause after the verb.</summary>
    public int Clause { get; }

    /// <summary>A clause before the verb: <c>they left, he said</c>.</summary>
    public int Fronted { get; }

    /// <summary>A predicate without <c>to</c>: <c>called it absurd</c>.</summary>
    public int Bare { get; }

    public int Infinitive { get; }

    public int Gerund { get; }

    public int Object { get; }

    public int Addressee { get; }

    public int Subject { get; }

    public int PassiveSubject { get; }

    public int Agent { get; }

    public int Particle { get; }

    /// <summary>What <c>as</c> joins.</summary>
    public int As { get; }

    /// <summary>What <c>of</c> joins.</summary>
    public int Of { get; }

    public bool IsPassive { get; }

    public static Arguments Read(SyntaxIndex tree, int verb) => new(tree, verb);

    /// <summary>The preposition of a phrase or a gerund: <c>of spying</c>; -1 where there is none.</summary>
    public static int Preposition(SyntaxIndex tree, int token)
    {
        for (int c = tree.FirstChild(token); c >= 0 && c < token; c = tree.Next(c))
        {
            if (tree.Relations[c] is Relation.Case or Relation.Mark) return c;
        }

        return -1;
    }

    private static bool Marked(SyntaxIndex tree, int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.Next(c))
        {
            if (tree.Tags[c] == PennTag.TO || (tree.Relations[c] == Relation.Mark && tree.Is(c, "to"))) return true;
        }

        return false;
    }
}
