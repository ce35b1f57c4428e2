using System.Collections.Immutable;
using System.Globalization;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Names;

/// <summary>A sentence with its tokens given, whose names are asked for.</summary>
/// <param name="Id">Identifier of the sentence.</param>
/// <param name="Text">Its text, or null.</param>
/// <param name="Forms">Its tokens.</param>
public sealed record NamedSentence(string Id, string? Text, ImmutableArray<string> Forms);

/// <summary>A name: a range of tokens and a type.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Type">PER, ORG or LOC.</param>
public readonly record struct TokenEntity(int First, int End, string Type);

/// <summary>The names of a sentence, disjoint.</summary>
/// <param name="Items">The names.</param>
public sealed record EntityList(ImmutableArray<TokenEntity> Items);

/// <summary>
/// Names in IOB2, on given tokens. An entity is right where first token, last token and type are. Scores sum over all
/// entities.
/// </summary>
public sealed class NamesTask : EvaluationTask<NamedSentence, EntityList, EntityList>
{
    /// <inheritdoc/>
    public override string Name => "names";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<NamedSentence, EntityList>> ReadGold(string path)
    {
        foreach (IobSentence sentence in Iob2.Read(path))
        {
            EntityList? gold = sentence.Tags.IsEmpty ? null : new EntityList([.. Iob2.Entities(sentence.Tags)]);
            yield return new GoldItem<NamedSentence, EntityList>(sentence.Id, new NamedSentence(sentence.Id, sentence.Text, sentence.Forms), gold);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<EntityList>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<NamedSentence, EntityList>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (IobSentence sentence in Iob2.Read(path))
        {
            if (items.TryGetValue(sentence.Id, out GoldItem<NamedSentence, EntityList>? item) && !item.Input.Forms.SequenceEqual(sentence.Forms))
            {
                throw new GoldFormatException(path, sentence.Line, $"the tokens of '{sentence.Id}' are not those of the gold");
            }

            yield return new Predicted<EntityList>(sentence.Id, sentence.Line, new EntityList([.. Iob2.Entities(sentence.Tags)]));
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<NamedSentence, EntityList> item, EntityList prediction)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        output.Write($"# sent_id = {item.Id}\n");
        if (item.Input.Text is not null) output.Write($"# text = {item.Input.Text}\n");
        string[] tags = Iob2.Tags(item.Input.Forms.Length, prediction.Items);
        for (int i = 0; i < tags.Length; i++) output.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{item.Input.Forms[i]}\t{tags[i]}\n"));
        output.Write('\n');
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<NamedSentence, EntityList, EntityList>> answers)
    {
        MatchCounts all = default;
        SortedDictionary<string, MatchCounts> byType = new(StringComparer.Ordinal);
        foreach (Answered<NamedSentence, EntityList, EntityList> answer in answers)
        {
            ImmutableArray<TokenEntity> gold = answer.Item.Gold!.Items;
            ImmutableArray<TokenEntity> found = answer.Prediction?.Items ?? [];
            all += MatchCounts.OfBags(found, gold);
            foreach (string type in gold.Concat(found).Select(entity => entity.Type).Distinct())
            {
                byType[type] = byType.GetValueOrDefault(type) + MatchCounts.OfBags([.. found.Where(one => one.Type == type)], [.. gold.Where(one => one.Type == type)]);
            }
        }

        ScoreList scores = new();
        scores.AddF1("entity", all);
        foreach ((string type, MatchCounts counts) in byType) scores.AddF1(type, counts);
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }
}
