using System.Collections.Immutable;

namespace Readout.Evaluation.Scoring;

/// <summary>A number that stands behind a score.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Value">How many.</param>
public readonly record struct Count(string Name, long Value);

/// <summary>One score with the counts behind it.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">The score, mostly 0 to 1; null where there was nothing to measure.</param>
/// <param name="Counts">The counts that it is made of.</param>
public sealed record Score(string Name, double? Value, ImmutableArray<Count> Counts);

/// <summary>A table that goes with the scores: a confusion matrix, figures by class.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">Rows as long as <paramref name="Columns"/>.</param>
public sealed record ScoreTable(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>What an evaluation found. Immutable.</summary>
public sealed record ScoreReport
{
    /// <summary>The task, as the command line names it.</summary>
    public required string Task { get; init; }

    /// <summary>How many items were read.</summary>
    public int Items { get; init; }

    /// <summary>How many of them have gold fields and were scored.</summary>
    public int Scored { get; init; }

    /// <summary>The scores; empty where nothing could be scored.</summary>
    public ImmutableArray<Score> Scores { get; init; } = [];

    /// <summary>Tables that go with the scores.</summary>
    public ImmutableArray<ScoreTable> Tables { get; init; } = [];

    /// <summary>What the reader should know: items without an answer, answers to no item.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The value of the score of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public double? this[string name] => Find(name).Value;

    /// <summary>The score of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Score Find(string name) =>
        Scores.FirstOrDefault(score => score.Name == name) ?? throw new KeyNotFoundException($"no score '{name}'");
}
