using Readout.Sources.Furniture;

namespace Readout.Sources.Pages;

/// <summary>What the class and id of an element say about its content.</summary>
[Flags]
internal enum ClassSignal
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Beside the article.</summary>
    Drop = 1,

    /// <summary>Beside the article even where most words of the page stand in it.</summary>
    Strong = 2,

    /// <summary>The element that holds the article's paragraphs.</summary>
    Body = 4,

    /// <summary>Part of the article even where the element around it is named otherwise.</summary>
    Keep = 8,
}

/// <summary>Looks up the words of class names and ids in the lists of the furniture file. Immutable, thread-safe.</summary>
internal sealed class ClassSignals
{
    private const int LongestPhrase = 4;
    private readonly Dictionary<string, ClassSignal> _phrases = new(StringComparer.Ordinal);

    private ClassSignals(Dictionary<string, List<string>> lists)
    {
        Add(lists, "class drop", ClassSignal.Drop);
        Add(lists, "class strong", ClassSignal.Drop | ClassSignal.Strong);
        Add(lists, "class body", ClassSignal.Body);
        Add(lists, "class keep", ClassSignal.Keep);
    }

    /// <summary>The lists that ship with the program.</summary>
    public static ClassSignals Default { get; } = new(FurnitureLists.Sections);

    /// <summary>The signals of an element's class names and id. O(length).</summary>
    public ClassSignal Of(string? names, string? id)
    {
        ClassSignal found = ClassSignal.None;
        if (!string.IsNullOrEmpty(names))
        {
            foreach (Range range in names.AsSpan().SplitAny(' ', '\t', '\n')) found |= OfName(names.AsSpan()[range]);
        }

        if (!string.IsNullOrEmpty(id)) found |= OfName(id);
        return found;
    }

    private ClassSignal OfName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > 120) return ClassSignal.None;
        Span<char> folded = stackalloc char[2 * name.Length];
        Span<int> starts = stackalloc int[2 * name.Length + 1];
        int words = Split(name, folded, starts);
        ClassSignal found = ClassSignal.None;
        if (words > 0 && SaysWhatElse(folded[..(starts[1] - 1)])) return found;
        Dictionary<string, ClassSignal>.AlternateLookup<ReadOnlySpan<char>> lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int first = 0; first < words; first++)
        {
            for (int count = 1; count <= LongestPhrase && first + count <= words; count++)
            {
                ReadOnlySpan<char> phrase = folded[starts[first]..(starts[first + count] - 1)];
                if (lookup.TryGetValue(phrase, out ClassSignal signal)) found |= signal;
            }
        }

        return found;
    }

    /// <summary>Names such as <c>has-sidebar</c> tell what stands near the element, not what it is.</summary>
    private static bool SaysWhatElse(ReadOnlySpan<char> word) => word is "has" or "no" or "with" or "without";

    /// <summary>Writes the lower-cased words with a space after each; <paramref name="starts"/> gets each word's offset.</summary>
    private static int Split(ReadOnlySpan<char> name, Span<char> folded, Span<int> starts)
    {
        int length = 0;
        int words = 0;
        bool open = false;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool letter = char.IsAsciiLetterOrDigit(c);
            bool hump = letter && open && char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if (open && (!letter || hump)) open = Close(folded, ref length);
            if (!letter) continue;
            if (!open) starts[words++] = length;
            open = true;
            folded[length++] = char.ToLowerInvariant(c);
        }

        if (open) Close(folded, ref length);
        starts[words] = length;
        return words;
    }

    private static bool Close(Span<char> folded, ref int length)
    {
        folded[length++] = ' ';
        return false;
    }

    private void Add(Dictionary<string, List<string>> lists, string section, ClassSignal signal)
    {
        foreach (string phrase in lists[section]) _phrases[phrase] = _phrases.GetValueOrDefault(phrase) | signal;
    }
}
