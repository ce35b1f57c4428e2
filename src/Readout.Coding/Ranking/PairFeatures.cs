using Readout.Coding.Events;
using Readout.Coding.Record;

namespace Readout.Coding.Ranking;

/// <summary>Names the features of an account of a marked pair.</summary>
internal static class PairFeatures
{
    private const string Trust = "trust ", Side = "side ";

    private static readonly string[] Steps = ["0", "1", "2", "3", "4", "5-6", "5-6", "7-9", "7-9", "7-9", "10+", "10+", "10+"];

    /// <summary>The features of one account.</summary>
    /// <param name="match">The match.</param>
    /// <param name="held">Whether the frame holds.</param>
    /// <param name="source">Steps in the tree from the predicate to the source, at most 12; -1 where the source is not in the text.</param>
    /// <param name="target">Steps to the target.</param>
    /// <param name="where">Where the predicate stands to the way between the two.</param>
    /// <param name="tree">The document's trees.</param>
    public static List<string> Of(Match match, bool held, int source, int target, string where, TreeIndex tree)
    {
        string type = match.Type.Spelt(), kind = Kind(match), state = held ? "holds" : "misses";
        string lemma = tree.Document.Token(match.Trigger).Lemma.ToLowerInvariant();
        List<string> features =
        [
            "type " + type, state, $"{state} {kind}", $"{state} parties {Parties(match)}",
            "source " + Near(source), "target " + Near(target), "where " + where, $"{state} where {where}",
            $"{state} fit {Math.Clamp(match.Score / 8, -2, 6)}",
            "status " + match.Status.Status.Spelt(),
            $"word {lemma} {type}",
        ];
        if (match.ConsumedBy is not null) features.Add("part of another");
        if (match.Action is not null || match.ActionType is not null) features.Add("has action");
        if (tree.Relations[match.Predicate] == Text.Relation.Root) features.Add("main clause");
        if (match.Args.Object >= 0) features.Add($"object {tree.Document.Token(match.Args.Object).Lemma.ToLowerInvariant()} {type}");
        foreach ((int word, _) in match.Args.Phrases) features.Add($"phrase {tree.Words[word]} {type}");
        return features;
    }

    /// <summary>
    /// The features of a verb that links the two phrases and has no frame: words, money or goods that pass between them, which is contact as
    /// long as nothing speaks of conflict.
    /// </summary>
    public static List<string> OfBareLink(int source, int target, bool speaks) =>
        ["type CONSULT", speaks ? "bare verb of speech" : "bare verb", "misses", "source " + Near(source), "target " + Near(target)];

    /// <summary>Features that look at the other accounts: how many are of the same type, whether an earlier word has one.</summary>
    public static void Compare(IReadOnlyList<PairAccount> accounts)
    {
        for (int i = 0; i < accounts.Count; i++)
        {
            int same = accounts.Count(other => other.Type == accounts[i].Type) - 1, held = accounts.Count(other => other.Held && other.Type == accounts[i].Type) - (accounts[i].Held ? 1 : 0);
            List<string> features = accounts[i].Features;
            features.Add($"others of its type {Math.Min(same, 2)}");
            if (held > 0) features.Add("another of its type holds");
            if (i == 0) features.Add("first");
        }
    }

    /// <summary>
    /// The features by which the probability of being right is told: those of the account, and whether frames of
    /// its type hold for good, under names of their own.
    /// </summary>
    public static IEnumerable<string> OfTrust(PairAccount account) =>
    [
        $"trust {(account.Held ? "holds" : "misses")} {account.Type.Spelt()}",
        .. account.Features.Select(f => Trust + f),
    ];

    /// <summary>The features by which conflict is told from cooperation, under names of their own.</summary>
    public static IEnumerable<string> OfSide(IEnumerable<string> features) => features.Select(f => Side + f);

    /// <summary>The features of the answer that no account is right: how well the best of them holds and reaches the pair.</summary>
    public static List<string> OfNone(IReadOnlyList<PairAccount> accounts)
    {
        bool holds = accounts.Any(c => c.Held), links = accounts.Any(c => c.Held && c.Links), nearLinks = accounts.Any(c => !c.Held && c.Links);
        int types = accounts.Where(c => c.Held && c.Reaches).Select(c => c.Type).Distinct().Count();
        return
        [
            "trust none", links ? "trust none though one links" : holds ? "trust none though one holds" : nearLinks ? "trust none though one nearly links" : "trust none as none holds",
            $"trust none of types {Math.Min(types, 3)}", $"trust none of accounts {(accounts.Count > 6 ? "7+" : accounts.Count > 3 ? "4-6" : "1-3")}",
        ];
    }

    /// <summary>Whether a feature names a word of the text.</summary>
    public static bool IsLexical(string feature)
    {
        ReadOnlySpan<char> name = feature.StartsWith(Trust, StringComparison.Ordinal) ? feature.AsSpan(Trust.Length)
            : feature.StartsWith(Side, StringComparison.Ordinal) ? feature.AsSpan(Side.Length) : feature;
        return name.StartsWith("word ") || name.StartsWith("object ") || name.StartsWith("phrase ") || name.StartsWith("tie word ");
    }

    /// <summary>Whether the source acts and the target suffers or acts with it.</summary>
    public static bool Links(Match match) => match.Actors.Contains(MarkedParties.Source)
        && (match.Recipients.Contains(MarkedParties.Target) || match.Actors.Contains(MarkedParties.Target));

    /// <summary>Whether one of the two phrases is among the parties.</summary>
    public static bool Reaches(Match match) => match.Actors.Exists(m => m >= MarkedParties.Target) || match.Recipients.Exists(m => m >= MarkedParties.Target);

    private static string Kind(Match match) => match.Args.Kind switch
    {
        Codebooks.PredicateKind.Verb => match.Args.Passive ? "passive verb" : "verb",
        Codebooks.PredicateKind.Noun => match.Args.LightVerb >= 0 ? "carried noun" : "bare noun",
        _ => "adjective",
    };

    private static string Parties(Match match)
    {
        string actor = match.Actors.Contains(MarkedParties.Source) ? match.Actors.Contains(MarkedParties.Target) ? "both act" : "source acts"
            : match.Actors.Contains(MarkedParties.Target) ? "target acts" : match.Actors.Count > 0 ? "another acts" : "nobody acts";
        string recipient = match.Recipients.Contains(MarkedParties.Target) ? "target suffers"
            : match.Recipients.Contains(MarkedParties.Source) ? "source suffers" : match.Recipients.Count > 0 ? "another suffers" : "nobody suffers";
        return $"{actor}, {recipient}";
    }

    private static string Near(int steps) => steps < 0 ? "absent" : Steps[steps];
}
