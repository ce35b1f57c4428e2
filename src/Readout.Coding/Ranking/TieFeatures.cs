using Readout.Coding.Codebooks;
using Readout.Coding.Events;
using Readout.Coding.Record;

namespace Readout.Coding.Ranking;

/// <summary>Names the features of the bare tie between two marked phrases, and of who the two are.</summary>
/// <param name="codebook">Whose classes of words tell who somebody is.</param>
internal sealed class TieFeatures(Codebook codebook)
{
    /// <summary>The word at which the two join, how they hang on it, and what the accounts say of it and around it.</summary>
    /// <param name="path">The way between the two.</param>
    /// <param name="tree">The document's trees.</param>
    /// <param name="accounts">All accounts of the pair.</param>
    public static List<string> Of(PairPath path, TreeIndex tree, IReadOnlyList<PairAccount> accounts)
    {
        List<string> features = ["tie", "tie beside " + Beside(accounts)];
        if (Sides(accounts.Where(a => a is { Held: true, Links: true })) is { Length: > 0 } linked) features.Add("tie beside links " + linked);
        if (path.Joint < 0) return [.. features, path.IsWhole ? "tie apart" : "tie of one"];
        PairAccount? told = accounts.FirstOrDefault(a => a.Predicate == path.Joint);
        string state = told is null ? "bare" : told.Held ? "held" : "near";
        string between = Sides(accounts.Where(a => a.Held && a.Predicate != path.Joint && path.Holds(a.Predicate)));
        features.AddRange([
            "tie " + state, $"tie {state} {tree.Parts[path.Joint]}", $"tie {state} path {(between.Length == 0 ? "none" : between)}",
            $"tie path {path.Relation(true)} {path.Relation(false)}", $"tie steps {path.Steps(true)} {path.Steps(false)}",
            "tie word " + tree.Document.Token(path.Joint).Lemma.ToLowerInvariant(),
        ]);
        if (told is not null) features.Add($"tie {state} {Side(told)}");
        return features;
    }

    /// <summary>Who the two are: the codebook's classes of their words, the sectors and kinds of the actors known there.</summary>
    /// <param name="tree">The document's trees.</param>
    /// <param name="parties">The document's actors.</param>
    /// <param name="source">Head of the source; -1 where it is not in the text.</param>
    /// <param name="target">Head of the target.</param>
    public List<string> Parties(TreeIndex tree, IPartySource parties, int source, int target) =>
        [.. Party(tree, parties, source).Select(f => "source " + f), .. Party(tree, parties, target).Select(f => "target " + f)];

    private SortedSet<string> Party(TreeIndex tree, IPartySource parties, int head)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        if (head < 0) return ["missing"];
        foreach (string name in codebook.ClassesOf(tree.Lemmas[head])) names.Add("@" + name);
        foreach (int mention in parties.MentionsAt(head))
        {
            ActorReference actor = parties.Actor(mention);
            names.Add("kind " + actor.Kind);
            if (actor.Sector is { Length: > 0 } sector) names.Add("sector " + sector);
        }

        if (names.Count == 0) names.Add("other " + tree.Parts[head]);
        return names;
    }

    private static string Beside(IReadOnlyList<PairAccount> accounts) =>
        accounts.Any(a => a is { Held: true, Links: true }) ? "held links"
        : accounts.Any(a => a is { Held: true, Reaches: true }) ? "held reaches"
        : accounts.Any(a => a is { Held: false, Links: true, Trigger: not null }) ? "near links"
        : accounts.Any(a => a.Held) ? "held" : "nothing";

    private static string Sides(IEnumerable<PairAccount> accounts) => string.Join(',', accounts.Select(Side).Distinct().Order(StringComparer.Ordinal));

    private static string Side(PairAccount account) => PairReading.IsConflict(account.Type) ? "conflict" : "cooperation";
}
