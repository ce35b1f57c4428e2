using System.Collections.Frozen;

namespace Readout.Analysis.Stories;

/// <summary>Words that belong to grammar alone and to no story.</summary>
internal static class ClosedWords
{
    private const string List =
        "the a an of to in and for on at by with from as is are was were be been being it its he his she her they their them him we our you your "
        + "i my me this that these those which who whom whose what when where why how not no nor but or if than then so do does did have has had will "
        + "would can could may might shall should must about after before during over under into out up down off again more most some any all each "
        + "other such only own same too very just also there here";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        List.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word in lower case is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
