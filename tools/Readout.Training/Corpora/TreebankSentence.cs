using Readout.Text;

namespace Readout.Training.Corpora;

/// <summary>A gold sentence as arrays: heads count from 1, 0 is the root; name labels are -1 where no gold exists.</summary>
internal sealed record TreebankSentence(
    string Id, string[] Forms, string[] Lemmas, Upos[] Upos, PennTag[] Tags, int[] Heads, Relation[] Relations, sbyte[] Names)
{
    public int Length => Forms.Length;
}

/// <summary>Name labels of a token: 0 outside, else 1 + 2·kind for the first token and 2 + 2·kind for a later one.</summary>
internal static class NameLabels
{
    public const int Count = 7;

    public static sbyte Parse(string iob) => iob switch
    {
        "B-PER" => 1,
        "I-PER" => 2,
        "B-ORG" => 3,
        "I-ORG" => 4,
        "B-LOC" => 5,
        "I-LOC" => 6,
        _ => 0,
    };

    public static List<(int Start, int End, int Kind)> Spans(ReadOnlySpan<sbyte> labels)
    {
        List<(int, int, int)> spans = [];
        int start = -1, kind = -1;
        for (int i = 0; i <= labels.Length; i++)
        {
            int label = i < labels.Length ? labels[i] : 0;
            bool continues = start >= 0 && label > 0 && (label & 1) == 0 && (label - 1) / 2 == kind;
            if (continues) continue;
            if (start >= 0) spans.Add((start, i, kind));
            start = label > 0 ? i : -1;
            kind = (label - 1) / 2;
        }

        return spans;
    }
}
