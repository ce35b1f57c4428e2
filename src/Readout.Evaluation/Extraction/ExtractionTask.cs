using System.IO.Compression;
using System.Text.Json;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Extraction;

/// <summary>A page whose main text is asked for.</summary>
/// <param name="Id">Identifier of the page.</param>
/// <param name="Url">Address that it was fetched from, or null.</param>
/// <param name="Path">The file, <c>.html.gz</c> or <c>.html</c>.</param>
public sealed record PageInput(string Id, string? Url, string Path)
{
    /// <summary>The page's bytes, unpacked.</summary>
    /// <exception cref="GoldFormatException">The file is not there or is damaged.</exception>
    public byte[] ReadBytes()
    {
        try
        {
            using FileStream file = File.OpenRead(Path);
            if (!Path.EndsWith(".gz", StringComparison.Ordinal)) return ReadAll(file);
            using GZipStream unpacked = new(file, CompressionMode.Decompress);
            return ReadAll(unpacked);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new GoldFormatException(Path, 0, error.Message);
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>An article's body: the gold one or the extracted one.</summary>
/// <param name="Text">The body.</param>
public sealed record ArticleBody(string Text);

/// <summary>
/// Main text of pages: a folder with <c>html/ID.html.gz</c> and <c>ground-truth.json</c>. Scored by shingles of four
/// words as in article-extraction-benchmark (https://github.com/scrapinghub/article-extraction-benchmark, evaluate.py).
/// </summary>
public sealed class ExtractionTask : EvaluationTask<PageInput, ArticleBody, ArticleBody>
{
    /// <inheritdoc/>
    public override string Name => "extraction";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<PageInput, ArticleBody>> ReadGold(string path)
    {
        string truth = Path.Combine(path, "ground-truth.json");
        SortedDictionary<string, GoldFields> pages = new(ReadTruth(truth), StringComparer.Ordinal);
        foreach ((string id, GoldFields fields) in pages)
        {
            string page = Path.Combine(path, "html", id + ".html.gz");
            if (!File.Exists(page)) page = Path.Combine(path, "html", id + ".html");
            if (!File.Exists(page)) throw new GoldFormatException(truth, 0, $"there is no page html/{id}.html.gz");
            yield return new GoldItem<PageInput, ArticleBody>(
                id, new PageInput(id, fields.Text("url"), page), fields.Has("articleBody") ? new ArticleBody(fields.Text("articleBody") ?? "") : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<ArticleBody>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<PageInput, ArticleBody>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            yield return new Predicted<ArticleBody>(line.RequiredId(), line.Line, new ArticleBody(line.Text("articleBody") ?? ""));
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<PageInput, ArticleBody> item, ArticleBody prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        PredictionLine.Write(output, item.Id, json => json.WriteString("articleBody", prediction.Text));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<PageInput, ArticleBody, ArticleBody>> answers)
    {
        double precision = 0;
        double recall = 0;
        long exact = 0;
        MatchCounts shingles = default;
        foreach (Answered<PageInput, ArticleBody, ArticleBody> answer in answers)
        {
            IReadOnlyList<string> gold = Shingles.Words(answer.Item.Gold!.Text);
            IReadOnlyList<string> found = Shingles.Words(answer.Prediction?.Text ?? "");
            MatchCounts page = MatchCounts.OfBags(Shingles.Of(found), Shingles.Of(gold));
            shingles += page;
            precision += Shingles.Precision(page);
            recall += Shingles.Recall(page);
            if (gold.SequenceEqual(found, StringComparer.Ordinal)) exact++;
        }

        precision /= answers.Count;
        recall /= answers.Count;
        ScoreList scores = new();
        Count correct = new("shingles correct", shingles.Correct);
        scores.Add("precision", precision, correct, new Count("predicted", shingles.Predicted), new Count("pages", answers.Count));
        scores.Add("recall", recall, correct, new Count("gold", shingles.Gold), new Count("pages", answers.Count));
        scores.Add("F1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), new Count("pages", answers.Count));
        scores.AddAccuracy("exact accuracy", exact, answers.Count);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }

    private static Dictionary<string, GoldFields> ReadTruth(string path)
    {
        using StreamReader reader = GoldFile.Open(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(reader.ReadToEnd());
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new GoldFormatException(path, 0, "one JSON object is due, from id to page");
            Dictionary<string, GoldFields> pages = new(StringComparer.Ordinal);
            foreach (JsonProperty page in document.RootElement.EnumerateObject())
            {
                if (!pages.TryAdd(page.Name, new GoldFields(path, 0, page.Value.Clone()))) throw new GoldFormatException(path, 0, $"two items have the id '{page.Name}'");
            }

            return pages;
        }
        catch (JsonException error)
        {
            throw new GoldFormatException(path, (int)(error.LineNumber ?? -1) + 1, "no JSON");
        }
    }
}
