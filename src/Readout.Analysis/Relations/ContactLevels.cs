using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations;

/// <summary>At which level the two sides met or spoke.</summary>
public enum ContactLevel
{
    /// <summary>The text does not say.</summary>
    Unknown,

    /// <summary>Experts.</summary>
    Expert,

    /// <summary>Officials, envoys, ambassadors.</summary>
    Official,

    /// <summary>Ministers.</summary>
    Minister,

    /// <summary>Presidents, prime ministers, monarchs.</summary>
    Leader,
}

/// <summary>The level of a contact, by the meeting's own words and by the offices of those who took part.</summary>
public static class ContactLevels
{
    private static readonly string[] Leaders =
        ["president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "crown prince", "supreme leader", "general secretary", "taoiseach", "pope"];

    private static readonly string[] Ministers = ["minister", "secretary of state", "foreign secretary", "secretary of defense", "defence secretary", "secretary", "chairman of the joint chiefs"];

    private static readonly string[] Officials = ["official", "ambassador", "envoy", "adviser", "advisor", "representative", "deputy", "vice", "undersecretary", "assistant", "director", "negotiator", "commander", "chief"];

    /// <summary>The level of a report of a CONSULT: the meeting's where the text tells it, else the highest of the offices; unknown for other types.</summary>
    public static ContactLevel Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Type != EventType.Consult) return ContactLevel.Unknown;
        ContactLevel told = Of(report.Level);
        if (told != ContactLevel.Unknown) return told;
        ContactLevel highest = ContactLevel.Unknown;
        foreach (Party party in report.Actors.Concat(report.Recipients))
        {
            ContactLevel level = OfOffice(party.Office ?? party.Name);
            if (level > highest) highest = level;
        }

        return highest;
    }

    /// <summary>The level that a record spells; <see cref="ContactLevel.Unknown"/> for none.</summary>
    public static ContactLevel Of(string? spelling) => spelling switch
    {
        "leader" => ContactLevel.Leader,
        "minister" => ContactLevel.Minister,
        "official" => ContactLevel.Official,
        "expert" => ContactLevel.Expert,
        _ => ContactLevel.Unknown,
    };

    /// <summary>How a level is spelt: <c>leader</c>, <c>minister</c>, <c>official</c>, <c>expert</c>, <c>unknown</c>.</summary>
    public static string Spelt(this ContactLevel level) => level switch
    {
        ContactLevel.Leader => "leader",
        ContactLevel.Minister => "minister",
        ContactLevel.Official => "official",
        ContactLevel.Expert => "expert",
        _ => "unknown",
    };

    /// <summary>The level of an office by its words: <c>Secretary of State</c> is a minister's, <c>Vice President</c> an official's.</summary>
    public static ContactLevel OfOffice(string? office)
    {
        if (string.IsNullOrEmpty(office)) return ContactLevel.Unknown;
        bool second = HasWord(office, "deputy") || HasWord(office, "vice") || HasWord(office, "assistant") || HasWord(office, "under");
        if (!second && Any(Leaders, office)) return ContactLevel.Leader;
        if (!second && Any(Ministers, office)) return ContactLevel.Minister;
        return second || Any(Officials, office) ? ContactLevel.Official : ContactLevel.Unknown;
    }

    private static bool Any(string[] words, string office)
    {
        foreach (string word in words)
        {
            if (HasWord(office, word)) return true;
        }

        return false;
    }

    private static bool HasWord(string office, string word)
    {
        for (int at = office.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = office.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            bool begins = at == 0 || !char.IsLetter(office[at - 1]);
            int end = at + word.Length;
            if (end < office.Length && office[end] == 's') end++;
            if (begins && (end == office.Length || !char.IsLetter(office[end]))) return true;
        }

        return false;
    }
}
