using System.Collections.Immutable;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Stories;

/// <summary>An article to be put into a story.</summary>
/// <param name="Id">Identifier of the article.</param>
/// <param name="Sentences">Its sentences, tokens parted by spaces.</param>
public sealed record StoryArticle(string Id, ImmutableArray<string> Sentences);

/// <summary>Where the gold puts an article.</summary>
/// <param name="Topic">The matter.</param>
/// <param name="Subtopic">The happening within it, the topic included: <c>12:a</c>.</param>
public sealed record StoryGold(string Topic, string Subtopic);

/// <summary>The story that an article was put into.</summary>
/// <param name="Name">Any name: only who shares it counts.</param>
public sealed record StoryAnswer(string Name);

/// <summary>
/// Articles by story: JSONL with <c>id</c>, <c>topic</c>, <c>subtopic</c>, <c>sentences</c>. Scored by B³ (Bagga and
/// Baldwin 1998), by subtopic and by topic. An article without an answer is a story of its own.
/// </summary>
public sealed class StoriesTask : EvaluationTask<StoryArticle, StoryGold, StoryAnswer>
{
    /// <inheritdoc/>
    public override string Name => "stories";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<StoryArticle, StoryGold>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            string? topic = line.Label("topic");
            StoryGold? gold = topic is null ? null : new StoryGold(topic, $"{topic}:{line.Label("subtopic")}");
            yield return new GoldItem<StoryArticle, StoryGold>(id, new StoryArticle(id, Sentences(line)), gold);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<StoryAnswer>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<StoryArticle, StoryGold>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            yield return new Predicted<StoryAnswer>(line.RequiredId(), line.Line, new StoryAnswer(line.Label("story") ?? throw line.Wrong("'story' is missing")));
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<StoryArticle, StoryGold> item, StoryAnswer prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        PredictionLine.Write(output, item.Id, json => json.WriteString("story", prediction.Name));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<StoryArticle, StoryGold, StoryAnswer>> answers)
    {
        List<string> found = [.. answers.Select((answer, i) => answer.Prediction is null ? $"alone {i}" : $"story {answer.Prediction.Name}")];
        ScoreList scores = new();
        AddBCubed(scores, "subtopic", found, [.. answers.Select(answer => answer.Item.Gold!.Subtopic)]);
        AddBCubed(scores, "topic", found, [.. answers.Select(answer => answer.Item.Gold!.Topic)]);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }

    /// <summary>B³: for each article the share of its story that is in its gold group, and of its gold group that is in its story.</summary>
    private static void AddBCubed(ScoreList scores, string name, List<string> found, List<string> gold)
    {
        Dictionary<string, int> foundSizes = found.CountBy(key => key).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, int> goldSizes = gold.CountBy(key => key).ToDictionary(StringComparer.Ordinal);
        Dictionary<(string, string), int> both = found.Zip(gold).CountBy(pair => pair).ToDictionary();
        double precision = 0;
        double recall = 0;
        foreach ((string story, string group) in found.Zip(gold))
        {
            precision += (double)both[(story, group)] / foundSizes[story];
            recall += (double)both[(story, group)] / goldSizes[group];
        }

        precision /= found.Count;
        recall /= found.Count;
        Count articles = new("articles", found.Count);
        scores.Add($"{name} B³ precision", precision, articles, new Count("stories", foundSizes.Count));
        scores.Add($"{name} B³ recall", recall, articles, new Count("gold groups", goldSizes.Count));
        scores.Add($"{name} B³ F1", 2 * precision * recall / (precision + recall), articles);
    }

    private static ImmutableArray<string> Sentences(GoldFields line) =>
        [.. line.Objects("sentences").Select(sentence => string.Join(' ', sentence.Texts("tokens")))];
}
