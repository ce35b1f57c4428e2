using Readout.Coding.Codebooks;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Completes a verb's arguments where the parser repeatedly errs: a particle taken for a preposition (<c>called off the
/// strike</c>), an object without its relation, an infinitive taken for an attribute, a clause before the verb of saying.
/// </summary>
internal sealed class ParticleRepair(TreeIndex tree, Codebook codebook, SubjectFinder subjects, Func<int, bool> isTime, IPartySource parties)
{
    private const int InfinitiveReach = 6;
    private readonly int _role = codebook.ClassNamed("role");

    private static bool IsDirection(string word) => word is "out" or "away" or "off" or "back" or "up" or "down" or "in";

    /// <summary>Fills what is empty.</summary>
    public void Complete(Arguments args, int verb)
    {
        if (tree.Lemmas[verb] is var lemma && (lemma < 0 || !tree.Words.IsPredicate(lemma))) return;
        if (!args.Passive && args.Object < 0)
        {
            Particle(args, verb, lemma);
            if (args.Object < 0 && args.Infinitive < 0 && args.That < 0 && args.Gerund < 0 && args.Predicate < 0) Bare(args, verb);
        }

        if (args.Infinitive < 0 && args.Object > verb && subjects.TakesInfinitive(verb)) Infinitive(args);
        if (args.That < 0 && args.Object > verb) Content(args);
        if (args.That < 0 && args.Object < 0 && tree.Relations[verb] == Relation.Parataxis && tree.Heads[verb] < verb && IsKnown(subjects.Own(verb))
            && tree.IsVerb(tree.Heads[verb])) args.That = tree.Heads[verb];
    }

    private bool IsKnown(int subject)
    {
        if (subject < 0) return false;
        foreach (int mention in parties.MentionsAt(subject))
        {
            if (mention >= MarkedParties.Target || parties.Actor(mention).Code is not null) return true;
        }

        return false;
    }

    private void Particle(Arguments args, int verb, int lemma)
    {
        foreach ((int word, int phrase) in args.Phrases)
        {
            if (tree.Marker(phrase) != verb + 1 || !IsDirection(tree.Words[word]) || !HasParticle(lemma, word)) continue;
            args.Particle = word;
            args.Object = phrase;
            return;
        }
    }

    private bool HasParticle(int lemma, int particle)
    {
        foreach (FrameReference candidate in codebook.FramesAt(lemma))
        {
            if (candidate.Predicate.Kind == PredicateKind.Verb && candidate.Predicate.Particle == particle) return true;
        }

        return false;
    }

    /// <summary>A noun behind the verb without a preposition that the parser gave another relation.</summary>
    private void Bare(Arguments args, int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c < verb || tree.Relations[c] is not (Relation.OblUnmarked or Relation.NmodUnmarked or Relation.Dep or Relation.Advmod)) continue;
            bool noun = tree.IsNoun(c) || codebook.InClass(tree.Lemmas[c], _role);
            if (!noun || tree.Marker(c) >= 0 || isTime(c)) continue;
            args.Object = c;
            return;
        }
    }

    /// <summary>A clause with <c>that</c> which the parser hung on the object: <c>assured the envoy that …</c>.</summary>
    private void Content(Arguments args)
    {
        for (int c = tree.FirstChild(args.Object); c >= 0; c = tree.Next(c))
        {
            if (tree.Relations[c] != Relation.AclRelcl || subjects.Own(c) is not (>= 0 and var own) || subjects.IsRelative(own)) continue;
            int marker = tree.Child(c, Relation.Mark);
            if (marker >= 0 && tree.IsForm(marker, "that")) args.That = c;
        }
    }

    private void Infinitive(Arguments args)
    {
        int end = Math.Min(tree.Count, args.Object + InfinitiveReach);
        for (int t = args.Object + 1; t < end && tree.SentenceOf[t] == tree.SentenceOf[args.Object]; t++)
        {
            if (tree.Tags[t] != PennTag.TO || tree.Heads[t] is not (>= 0 and var verb) || tree.Tags[verb] != PennTag.VB) continue;
            if (tree.Relations[verb] is Relation.Amod or Relation.Compound or Relation.Obl or Relation.Nmod or Relation.Dep) args.Infinitive = verb;
            return;
        }
    }
}
