using Readout.Text;

namespace Readout.Training.Corpora;

/// <summary>Reads CoNLL-U and IOB2 files into gold sentences.</summary>
internal static class Treebank
{
    public static List<TreebankSentence> Read(string path, Dictionary<string, sbyte[]>? names = null)
    {
        List<TreebankSentence> sentences = [];
        List<string[]> rows = [];
        string id = "";
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            else if (line.Length == 0)
            {
                if (rows.Count > 0) sentences.Add(Build(id, rows, names));
                rows.Clear();
            }
            else if (line[0] != '#')
            {
                string[] columns = line.Split('\t');
                if (!columns[0].Contains('-', StringComparison.Ordinal) && !columns[0].Contains('.', StringComparison.Ordinal)) rows.Add(columns);
            }
        }

        return sentences;
    }

    public static Dictionary<string, sbyte[]> ReadNames(string path)
    {
        Dictionary<string, sbyte[]> sentences = new(StringComparer.Ordinal);
        List<sbyte> labels = [];
        string id = "";
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            else if (line.Length == 0)
            {
                if (labels.Count > 0) sentences[id] = [.. labels];
                labels.Clear();
            }
            else if (line[0] != '#') labels.Add(NameLabels.Parse(line.Split('\t')[2]));
        }

        return sentences;
    }

    private static TreebankSentence Build(string id, List<string[]> rows, Dictionary<string, sbyte[]>? names)
    {
        int n = rows.Count;
        sbyte[]? labels = null;
        names?.TryGetValue(id, out labels);
        if (labels is null || labels.Length != n)
        {
            labels = new sbyte[n];
            Array.Fill(labels, (sbyte)-1);
        }

        return new TreebankSentence(
            id,
            [.. rows.Select(r => r[1])],
            [.. rows.Select(r => r[2])],
            [.. rows.Select(r => Enum.Parse<Upos>(r[3] == "_" ? "None" : r[3]))],
            [.. rows.Select(r => PennTags.Parse(r[4]))],
            [.. rows.Select(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture))],
            [.. rows.Select(r => Relations.Parse(r[7]))],
            labels);
    }
}
