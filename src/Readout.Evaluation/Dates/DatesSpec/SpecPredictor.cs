using Readout.Coding.Dates;
using Readout.Text;

namespace Readout.Evaluation.Dates.DatesSpec;

/// <summary>Answers the specification's cases with the date stage. Immutable; safe for several threads.</summary>
/// <param name="calendar">What is known of the words of time.</param>
/// <param name="analyse">Cuts a sentence into tokens.</param>
public sealed class SpecPredictor(Calendar calendar, Func<Article, Document> analyse)
{
    private readonly DateReader _reader = new(calendar);

    /// <summary>Answers cases in order.</summary>
    /// <param name="inputs">The cases.</param>
    public IEnumerable<SpecResults> Predict(IEnumerable<SpecInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (SpecInput input in inputs)
        {
            Document document = analyse(Article.FromText("case", input.Text) with { Published = input.Reference });
            yield return new SpecResults(SpecAdapter.Convert(_reader.Read(document), calendar, input.Model, input.Valued));
        }
    }
}
