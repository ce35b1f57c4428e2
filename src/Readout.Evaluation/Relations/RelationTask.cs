using System.Text.Json;
using Readout.Coding.Record;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Relations;

/// <summary>One of the two marked parties.</summary>
/// <param name="Text">Its words as the gold gives them; a placeholder such as <c>a recipient</c> where it is implicit.</param>
/// <param name="Span">Its range in UTF-16 code units; null where it does not stand in the text.</param>
public sealed record MarkedParty(string Text, TextSpan? Span);

/// <summary>A sentence with a marked pair, whose event type is asked for.</summary>
/// <param name="Id">Identifier of the item.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Source">Who acts.</param>
/// <param name="Target">Who is acted upon.</param>
public sealed record MarkedPair(string Id, string Text, MarkedParty Source, MarkedParty Target);

/// <summary>What lies between the two; each null where the gold does not say.</summary>
/// <param name="Root">One of the fifteen roots.</param>
/// <param name="Penta">Class, 1 to 4.</param>
/// <param name="IsConflict">Conflict, or cooperation.</param>
public sealed record RelationGold(string? Root, int? Penta, bool? IsConflict);

/// <summary>The answer for a pair.</summary>
/// <param name="Root">One of the fifteen roots.</param>
/// <param name="Penta">Class, 1 to 4; of YIELD always 2.</param>
/// <param name="Frame">What decided.</param>
/// <param name="Confidence">Probability that the root is right, 0 to 1.</param>
public sealed record RelationAnswer(string Root, int Penta, string Frame, double Confidence)
{
    /// <summary>The answer for a coded type.</summary>
    public static RelationAnswer Of(EventType type, string frame, double confidence)
    {
        string root = PloverRoot.Of(type);
        return new RelationAnswer(root, PloverRoot.Penta(root)!.Value, frame, confidence);
    }
}

/// <summary>
/// The event type between a marked pair: JSONL with <c>text</c> and the pair; scored against <c>goldRoot</c>,
/// <c>goldPenta</c> and <c>goldBinary</c>, as far as the file has them.
/// </summary>
public sealed class RelationTask : EvaluationTask<MarkedPair, RelationGold, RelationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "relation";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<MarkedPair, RelationGold>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            string text = line.RequiredText("text");
            CodePoints offsets = new(text);
            MarkedPair pair = new(id, text, Party(line, "source", offsets), Party(line, "target", offsets));
            yield return new GoldItem<MarkedPair, RelationGold>(id, pair, Gold(line));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<RelationAnswer>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<MarkedPair, RelationGold>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string root = PloverRoot.Normalise(line.RequiredText("root"));
            int derived = PloverRoot.Penta(root) ?? throw line.Wrong($"'{root}' is none of the fifteen types");
            int penta = root == "YIELD" ? derived : line.Integer("penta") ?? derived;
            RelationAnswer answer = new(root, penta, line.Text("frame") ?? "", line.Number("confidence") ?? 0);
            yield return new Predicted<RelationAnswer>(line.RequiredId(), line.Line, answer);
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<MarkedPair, RelationGold> item, RelationAnswer prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        PredictionLine.Write(output, item.Id, json => WriteFields(json, prediction));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<MarkedPair, RelationGold, RelationAnswer>> answers)
    {
        RelationCounts counts = new();
        foreach (Answered<MarkedPair, RelationGold, RelationAnswer> answer in answers) counts.Add(answer.Item.Gold!, answer.Prediction);
        return counts.Report(Name);
    }

    private static MarkedParty Party(GoldFields line, string name, CodePoints offsets)
    {
        string words = line.RequiredText(name);
        int? start = line.Integer(name + "Start");
        int? end = line.Integer(name + "End");
        bool isMarked = start is not null && end is not null && !line.Flag(name + "Implicit");
        return new MarkedParty(words, isMarked ? offsets.ToUtf16(line, start!.Value, end!.Value) : null);
    }

    private static RelationGold? Gold(GoldFields line)
    {
        string? root = line.Text("goldRoot");
        if (root is not null && !PloverRoot.IsKnown(root)) throw line.Wrong($"goldRoot '{root}' is none of the fifteen types");
        int? penta = line.Integer("goldPenta");
        bool? conflict = line.Label("goldBinary") switch
        {
            "1" or "conflict" => true,
            "0" or "cooperation" => false,
            null => null,
            string other => throw line.Wrong($"goldBinary '{other}' is neither 1 (conflict) nor 0 (cooperation)"),
        };
        return root is null && penta is null && conflict is null
            ? null
            : new RelationGold(root is null ? null : PloverRoot.Normalise(root), penta, conflict);
    }

    private static void WriteFields(Utf8JsonWriter json, RelationAnswer answer)
    {
        json.WriteString("root", answer.Root);
        json.WriteNumber("penta", answer.Penta);
        json.WriteString("frame", answer.Frame);
        json.WriteNumber("confidence", Math.Round(answer.Confidence, 4));
    }
}
