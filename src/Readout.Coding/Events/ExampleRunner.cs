using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Codebooks;
using Readout.Coding.Dates;
using Readout.Coding.Packs;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>What became of one worked example.</summary>
/// <param name="Example">The example.</param>
/// <param name="Difference">What its coding differs in, in one line; null where it is as it must be.</param>
/// <param name="Codings">What it was coded as, one line an event.</param>
public sealed record ExampleResult(WorkedExample Example, string? Difference, ImmutableArray<string> Codings)
{
    /// <summary>The frame and the lemma of the trigger of each event that was coded.</summary>
    internal ImmutableArray<(string Frame, string Lemma)> Fired { get; init; } = [];

    /// <summary>Whether it is as the file says: right, or wrong where the file says that it fails.</summary>
    public bool IsAsStated => Difference is null == Example.Fails is null;
}

/// <summary>Codes worked examples with the stages of the program. Immutable; one instance may serve many threads.</summary>
public sealed class ExampleRunner
{
    private readonly TextAnalyzer _analyzer;
    private readonly EventCoder _coder;
    private readonly MentionFinder _mentions;
    private readonly DateReader _dates;

    /// <summary>Makes a runner over knowledge and models; the analyzer stays the caller's.</summary>
    public ExampleRunner(Knowledge knowledge, TextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(analyzer);
        _analyzer = analyzer;
        _coder = new EventCoder(knowledge.Codebook, knowledge.Happenings);
        _mentions = new MentionFinder(knowledge.Actors, knowledge.Quotes);
        _dates = new DateReader(knowledge.Calendar);
    }

    /// <summary>Codes one example and compares it with what it must get.</summary>
    public ExampleResult Run(WorkedExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        Document document = _analyzer.Analyze(Article.FromText($"{example.Path}:{example.Line}", example.Text) with { Published = example.Published });
        ActorLayer mentions = _mentions.Find(document);
        ImmutableArray<EventCoding> codings = _coder.Code(document, mentions, _dates.Read(document));
        string? difference = ExampleChecker.Compare(example, document, codings, mentions);
        return new ExampleResult(example, difference, [.. codings.Select(coding => ExampleChecker.Print(coding, document, mentions))])
        {
            Fired = [.. codings.Select(coding => (coding.Event.Frame, document.Token(coding.Trigger).Lemma.ToLowerInvariant()))],
        };
    }
}
