using Readout.Text;
using Readout.Text.Models;
using Readout.Training.Corpora;

namespace Readout.Training.Network;

/// <summary>The normalised forms that have an embedding of their own; 0 stands for all others.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public Vocabulary(IEnumerable<TreebankSentence> sentences, int atLeast)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string form in sentences.SelectMany(s => s.Forms)) counts[Normal(form)] = counts.GetValueOrDefault(Normal(form)) + 1;
        Words.Add("");
        Counts.Add(0);
        foreach ((string word, int count) in counts.Where(p => p.Value >= atLeast).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            _index[word] = Words.Count;
            Words.Add(word);
            Counts.Add(count);
        }
    }

    public List<string> Words { get; } = [];

    public List<int> Counts { get; } = [];

    public int Index(string form) => _index.GetValueOrDefault(Normal(form));

    private static string Normal(string form)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        return new string(buffer[..WordFeatures.Normalize(form, buffer)]);
    }
}

/// <summary>A gold sentence with the rows of its words looked up.</summary>
internal sealed class Example
{
    public Example(TreebankSentence gold, Vocabulary vocabulary, NameLists lists, PhraseLists phrases, int affixRows)
    {
        Gold = gold;
        Words = [.. gold.Forms.Select(vocabulary.Index)];
        DropRates = [.. Words.Select((w, i) => w == 0 ? 1f : DropRate(vocabulary.Counts[w], gold.Tags[i] is PennTag.NNP or PennTag.NNPS || gold.Names[i] > 0))];
        Affixes = new int[gold.Length * Stride];
        Array.Fill(Affixes, -1);
        Phrases = Mark(gold.Forms, phrases);
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        for (int i = 0; i < gold.Length; i++)
        {
            int length = WordFeatures.Normalize(gold.Forms[i], buffer);
            Span<int> rows = Affixes.AsSpan(i * Stride, Stride);
            WordFeatures.Rows(gold.Forms[i], buffer[..length], (uint)affixRows - 1, rows);
            lists.Rows(gold.Forms[i], buffer[..length], (uint)affixRows - 1, rows[WordFeatures.RowCount..]);
        }
    }

    /// <summary>Room for the hashed rows of one word; -1 where unused.</summary>
    public const int Stride = WordFeatures.RowCount + NameLists.Count;

    public TreebankSentence Gold { get; }

    public int[] Words { get; }

    public float[] DropRates { get; }

    public int[] Affixes { get; }

    /// <summary>Marks of phrases, one a token.</summary>
    public byte[] Phrases { get; }

    public int Length => Words.Length;

    private static byte[] Mark(string[] forms, PhraseLists phrases)
    {
        int[] starts = new int[forms.Length], ends = new int[forms.Length];
        int at = 0;
        for (int i = 0; i < forms.Length; i++)
        {
            starts[i] = at;
            ends[i] = at + forms[i].Length;
            at = ends[i] + 1;
        }

        byte[] marks = new byte[forms.Length];
        phrases.Mark(string.Join(' ', forms), starts, ends, marks);
        return marks;
    }

    /// <summary>Rare words are hidden often, and names more often: an unseen text brings names that no treebank holds.</summary>
    private static float DropRate(int count, bool isName)
    {
        float rarity = isName ? 3f : 0.5f;
        return rarity / (rarity + count) + 0.05f;
    }
}
