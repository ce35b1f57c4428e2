using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>
/// Subjects that stand for the parties of the deed before them and that no coreference has resolved: <c>the two</c>,
/// <c>both sides</c>. They take the parties of the nearest deed before them that has two.
/// </summary>
internal sealed class GroupAnaphors(Codebook codebook, TreeIndex tree, IPartySource parties)
{
    /// <summary>Sentences back that are looked at.</summary>
    private const int Reach = 2;

    private readonly int _group = codebook.ClassNamed("two-sides");

    /// <summary>Fills the actors of matches, which are in text order.</summary>
    public void Resolve(List<Match> matches)
    {
        for (int i = 1; i < matches.Count; i++)
        {
            Match match = matches[i];
            if (!IsOpen(match) || !IsGroup(match.Args.Subject)) continue;
            for (int j = i - 1; j >= 0; j--)
            {
                Match before = matches[j];
                if (tree.SentenceOf[match.Trigger] - tree.SentenceOf[before.Trigger] > Reach) break;
                if (!HasTwo(before) || before.Trigger > match.Args.Subject) continue;
                Take(match, before);
                break;
            }
        }
    }

    /// <summary>
    /// A conflict that only a noun names, without its parties (<c>after rounds of expulsions</c>), is between the parties of its
    /// sentence where these are two (coding conventions, "Parties").
    /// </summary>
    public void Borrow(Match match, FrameMatcher matcher)
    {
        bool bare = match.IsNominal && match.Actors.Count + match.Recipients.Count == 0 && match.Frame.Type.Quad() == QuadClass.MaterialConflict;
        if (!bare) return;
        List<int> found = [];
        for (int t = tree.Heads[match.Trigger]; t >= 0; t = tree.Heads[t])
        {
            if (!tree.IsVerb(t)) continue;
            matcher.Parties.Collect([new Slot(SlotKind.Subject)], matcher.Reader.Verb(t), match.Frame, found);
            if (AreTwo(found)) break;
            found.Clear();
        }

        match.Actors.AddRange(found);
    }

    private static void Take(Match match, Match before)
    {
        match.Actors.Clear();
        foreach (int mention in before.Actors.Concat(before.Recipients))
        {
            if (!match.Actors.Contains(mention) && !match.Recipients.Contains(mention)) match.Actors.Add(mention);
        }
    }

    /// <summary>Whether none of the actors is known.</summary>
    private bool IsOpen(Match match)
    {
        foreach (int mention in match.Actors)
        {
            if (mention >= MarkedParties.Target || parties.Actor(mention).Code is not null) return false;
        }

        return match.Args.Subject >= 0;
    }

    private bool IsGroup(int subject)
    {
        if (tree.Parts[subject] == Upos.NUM) return tree.IsForm(subject, "two") || tree.IsForm(subject, "three");
        if (!codebook.InClass(tree.Lemmas[subject], _group) && !codebook.InClass(tree.Forms[subject], _group)) return false;
        if (tree.Parts[subject] is not Upos.NOUN) return true;
        for (int c = tree.FirstChild(subject); c >= 0; c = tree.Next(c))
        {
            if (tree.IsForm(c, "two") || tree.IsForm(c, "both") || tree.IsForm(c, "the")) return true;
        }

        return false;
    }

    private bool HasTwo(Match match) => AreTwo(match.Actors.Concat(match.Recipients));

    /// <summary>Whether the mentions stand for two actors with different codes.</summary>
    public bool AreTwo(IEnumerable<int> mentions)
    {
        string? first = null;
        foreach (int mention in mentions)
        {
            if (mention >= MarkedParties.Target || parties.Actor(mention).Code is not { } code) continue;
            first ??= code;
            if (code != first) return true;
        }

        return false;
    }
}
