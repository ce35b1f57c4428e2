namespace Readout.Coding.Actors;

/// <summary>English plurals of the regular kinds; irregular ones are written out in the data.</summary>
internal static class Plurals
{
    /// <summary>Plural of a common noun or of the last word of a phrase.</summary>
    public static string Of(string noun)
    {
        if (noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal)) return noun[..^1] + "ies";
        if (noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith('z') || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal))
            return noun + "es";
        return noun + "s";
    }

    /// <summary>Plural of a people's noun: <c>Danes</c>, <c>Chinese</c>, <c>Frenchmen</c>, <c>Iraqis</c>.</summary>
    public static string OfPeople(string noun)
    {
        if (noun.EndsWith("woman", StringComparison.Ordinal)) return noun[..^5] + "women";
        bool german = noun is "German" or "Roman" or "Norman" || noun.EndsWith(" German", StringComparison.Ordinal);
        if (noun.EndsWith("man", StringComparison.Ordinal) && !german) return noun[..^3] + "men";
        bool same = noun.EndsWith('s') || noun.EndsWith('z') || noun.EndsWith("ese", StringComparison.Ordinal)
            || noun.EndsWith("ish", StringComparison.Ordinal) || noun.EndsWith("ch", StringComparison.Ordinal);
        return same ? noun : noun + "s";
    }
}
