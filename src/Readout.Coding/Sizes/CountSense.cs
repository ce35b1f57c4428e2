using Readout.Coding.Dates;

namespace Readout.Coding.Sizes;

/// <summary>
/// Decides what a quantity counts: by the noun after it, the verb that it is the object of, the verb that it is the subject
/// of, in that order.
/// </summary>
internal sealed class CountSense(string text, List<TimeUnit> units, SizeWords words)
{
    private const int Before = 7;
    private const int After = 12;

    private readonly Vocabulary _vocabulary = words.Vocabulary;

    /// <summary>Whether the quantity is a part of another: <c>12 people, including 3 children</c>.</summary>
    public bool IsPart(Quantity quantity)
    {
        for (int i = quantity.From - 1; i >= 0 && i >= quantity.From - 4; i--)
        {
            if (In("part", i)) return true;
            if (Ends(i)) return false;
        }

        return false;
    }

    /// <summary>Whether the quantity goes on from one before it: <c>killed 12 soldiers and 3 civilians</c>.</summary>
    public bool Continues(int lastEnd, Quantity quantity) =>
        lastEnd > 0 && quantity.From - lastEnd <= 4 && quantity.From > lastEnd && !Enumerable.Range(lastEnd, quantity.From - lastEnd).Any(Ends);

    /// <summary>What the quantity counts, or null where it counts no people; <paramref name="inherited"/> where nothing else says.</summary>
    public Counted? Of(Quantity quantity, Counted? inherited)
    {
        int noun = Noun(quantity.To, out bool people, out bool taking);
        if (noun < 0) return null;
        if (Casualty(noun) is Counted named && !people) return named;
        if (people && In("captive", noun + 1)) return Counted.Detained;
        if (Left(quantity.From) is Counted object_) return people || IsBare(noun) ? object_ : null;
        if (Right(noun) is Counted subject) return people || IsBare(noun) ? subject : null;
        if (people && In("captive", noun)) return Counted.Detained;
        if (taking) return Counted.Participants;
        return people && inherited is Counted same && same != Counted.Participants ? same : null;
    }

    // The unit at which the counted noun stands; -1 where the quantity counts things.
    private int Noun(int at, out bool people, out bool taking)
    {
        people = false;
        taking = false;
        if (In("month", at)) return -1;
        int i = at < units.Count && Is(at, "of") ? at + 1 : at;
        for (int left = 5; left > 0 && i < units.Count; left--, i++)
        {
            if (In("thing", i)) return -1;
            if (In("person", i))
            {
                people = true;
                taking = IsTakingPart(i);
                return i;
            }

            if (Casualty(i) is not null || In("taking-part", i) || units[i].Kind != UnitKind.Word || IsFunction(i)) return i;
            if (IsPlural(i) && !In("person", i + 1))
            {
                people = IsAgent(i);
                taking = people && IsTakingPart(i);
                return people || Casualty(i + 1) is not null ? i : -1;
            }
        }

        return Math.Min(i, units.Count - 1);
    }

    private bool IsTakingPart(int noun)
    {
        ReadOnlySpan<char> form = Form(noun);
        if (form.StartsWith("protest", StringComparison.OrdinalIgnoreCase) || form.StartsWith("demonstrat", StringComparison.OrdinalIgnoreCase)
            || form.StartsWith("march", StringComparison.OrdinalIgnoreCase) || form.StartsWith("strik", StringComparison.OrdinalIgnoreCase)) return true;
        return Near("taking-part", noun + 1, 9, 1) || Near("taking-part", noun - 2, Before, -1);
    }

    // Subject of a bare quantity: hundreds marched; 300 attended.
    private bool IsBare(int noun) => units[noun].Kind != UnitKind.Word || IsFunction(noun) || Casualty(noun) is not null || In("taking-part", noun);

    private Counted? Casualty(int at)
    {
        if (at < 0 || at >= units.Count) return null;
        if (In("dead", at)) return Counted.Dead;
        if (In("injured", at)) return Counted.Injured;
        return In("detained", at) ? Counted.Detained : null;
    }

    private Counted? Left(int from)
    {
        for (int i = from - 1; i >= 0 && i >= from - Before; i--)
        {
            if (Is(i, "and") && (Is(i - 1, "himself") || Is(i - 1, "herself") || Is(i - 1, "themselves"))) continue;
            if (Ends(i) || Is(i, "and") || Is(i, ",") || Is(i, "while") || Is(i, "but")) return null;
            if (Casualty(i) is Counted counted) return IsPassive(i) ? null : counted;
            if (In("taking-part", i)) return Counted.Participants;
        }

        return null;
    }

    // Were killed by 12 gunmen: the number is not of the killed.
    private bool IsPassive(int at) => at + 1 < units.Count && Is(at + 1, "by");

    private Counted? Right(int noun)
    {
        for (int i = noun, left = After; i < units.Count && left > 0; i++, left--)
        {
            if (Ends(i) || Is(i, "after") || Is(i, "when") || Is(i, "while") || Is(i, "but")) return null;
            if (In("part", i)) i = Parenthesis(i);
            if (i > noun && i < units.Count && units[i].Kind == UnitKind.Number && left < After - 1) return null;
            if (Casualty(i) is Counted counted) return IsActive(i) ? null : counted;
            if (In("taking-part", i)) return Counted.Participants;
        }

        return null;
    }

    // The comma that closes `including three children`.
    private int Parenthesis(int at)
    {
        int i = at;
        while (i + 1 < units.Count && i < at + 8 && !Is(i, ",") && !Ends(i + 1)) i++;
        return i;
    }

    // Gunmen killed three: a past form right before a number has its own object.
    private bool IsActive(int at) => at + 1 < units.Count && !In("dead", at + 1) && units[at + 1].Kind == UnitKind.Number && !IsAuxiliary(at - 1);

    private bool IsAuxiliary(int at) => Is(at, "were") || Is(at, "was") || Is(at, "been") || Is(at, "are") || Is(at, "be") || Is(at, "had") || Is(at, "have");

    private bool Near(string wordClass, int from, int count, int step)
    {
        for (int i = from; i >= 0 && i < units.Count && count > 0; i += step, count--)
        {
            if (Ends(i)) return false;
            if (In(wordClass, i)) return true;
        }

        return false;
    }

    private bool IsAgent(int at)
    {
        ReadOnlySpan<char> form = Form(at);
        return form.EndsWith("ers", StringComparison.Ordinal) || form.EndsWith("ors", StringComparison.Ordinal) || form.EndsWith("ists", StringComparison.Ordinal)
            || form.EndsWith("ians", StringComparison.Ordinal) || form.EndsWith("ees", StringComparison.Ordinal) || form.EndsWith("ants", StringComparison.Ordinal) || form.EndsWith("men", StringComparison.Ordinal)
            || char.IsUpper(form[0]) && form.EndsWith("s", StringComparison.Ordinal);
    }

    private bool IsPlural(int at) => Form(at) is { Length: > 3 } form && form[^1] == 's' && form[^2] is not ('s' or 'u');

    private bool IsFunction(int at) => Form(at) is "were" or "was" or "have" or "had" or "has" or "are" or "is" or "in" or "at" or "on" or "by" or "and" or "or"
        or "to" or "from" or "after" or "when" or "who" or "with" or "as" or "but" or "while" or "during" or "near" or "for" or "since" or "the" or "a" or "their" or "his";

    private bool Ends(int at)
    {
        if (at >= units.Count || units[at].Kind == UnitKind.Break) return true;
        return units[at].Kind == UnitKind.Mark && text[units[at].Start] is '.' or ';' or '?' or '!';
    }

    private bool In(string wordClass, int at)
    {
        if (at < 0 || at >= units.Count || units[at].Lexeme == 0) return false;
        return _vocabulary.Value(_vocabulary.ClassOf(wordClass), units[at].Lexeme) != Vocabulary.Absent;
    }

    private ReadOnlySpan<char> Form(int at) => text.AsSpan(units[at].Start, units[at].End - units[at].Start);

    private bool Is(int at, string word) => at >= 0 && at < units.Count && Form(at).Equals(word, StringComparison.OrdinalIgnoreCase);
}
