using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;
using Readout.Text;

namespace Readout.Evaluation.Records;

/// <summary>An article to be read.</summary>
/// <param name="Id">Identifier of the article.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Text">The body.</param>
public sealed record RecordInput(string Id, DateOnly? Published, string? Title, string Text)
{
    /// <summary>The article: title, empty line and body, each kept as it is; empty lines part the paragraphs.</summary>
    public Article ToArticle()
    {
        Article article = Article.FromText(Id, GoldCoding.FullText(Title, Text)) with { Published = Published };
        if (string.IsNullOrWhiteSpace(Title)) return article;
        string title = Title.Trim();
        IEnumerable<ArticleBlock> body = article.Blocks.Where(block => block.Span.Start > title.Length);
        return article with
        {
            Title = title,
            BodyStart = title.Length + 2,
            Blocks = [new ArticleBlock(BlockKind.Heading, new TextSpan(0, title.Length)), .. body],
        };
    }
}

/// <summary>
/// Whole records: JSONL with <c>text</c>, <c>events[]</c> and <c>quotes[]</c>. The matching rule is in
/// <c>docs/scoring.md</c>.
/// </summary>
public sealed class RecordTask : EvaluationTask<RecordInput, CodedText, CodedText>
{
    /// <inheritdoc/>
    public override string Name => "record";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<RecordInput, CodedText>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            RecordInput input = new(id, line.Day("published") ?? line.Day("date"), line.Text("title"), line.RequiredText("text"));
            yield return new GoldItem<RecordInput, CodedText>(id, input, line.Has("events") ? GoldCoding.Read(line) : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<CodedText>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<RecordInput, CodedText>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            CodedText coding = CodingFile.Read(path, line);
            yield return new Predicted<CodedText>(coding.Id, line.Line, coding);
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<RecordInput, CodedText> item, CodedText prediction)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        CodingFile.Write(output, item.Id, prediction.Record);
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<RecordInput, CodedText, CodedText>> answers)
    {
        RecordCounts counts = new();
        foreach (Answered<RecordInput, CodedText, CodedText> answer in answers)
        {
            CodedText gold = answer.Item.Gold!;
            counts.Add(answer.Prediction ?? new CodedText { Id = gold.Id, Text = gold.Text }, gold);
        }

        return counts.Report(Name);
    }
}
