namespace Readout.Evaluation.Records;

/// <summary>Words of strings that two codings are compared by.</summary>
internal static class Words
{
    /// <summary>Runs of letters and digits in lower case; an apostrophe parts words.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(text[start..i].ToLowerInvariant());
            start = -1;
        }

        return words;
    }
}
