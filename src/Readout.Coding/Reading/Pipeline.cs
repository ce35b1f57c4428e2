using System.Collections.Immutable;

namespace Readout.Coding.Reading;

/// <summary>One step of reading: what it needs, what it gives, and how.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Needs">Layers that must be there before it runs.</param>
/// <param name="Gives">Layers that it fills.</param>
/// <param name="Run">Fills them.</param>
internal sealed record Stage(string Name, Layer Needs, Layer Gives, Action<Draft> Run);

/// <summary>Stages in an order in which each finds what it needs; that is checked when the pipeline is built.</summary>
internal sealed class Pipeline
{
    private readonly ImmutableArray<Stage> _stages;

    /// <summary>Takes the stages in the order in which they are to run.</summary>
    /// <exception cref="InvalidOperationException">A stage needs what none before it gives, or gives what one before it gave.</exception>
    public Pipeline(params IReadOnlyList<Stage> stages)
    {
        Layer given = Layer.None;
        foreach (Stage stage in stages)
        {
            Layer missing = stage.Needs & ~given;
            if (missing != Layer.None) throw new InvalidOperationException($"The stage '{stage.Name}' needs {missing}, which no stage before it gives.");
            Layer twice = stage.Gives & given;
            if (twice != Layer.None) throw new InvalidOperationException($"The stage '{stage.Name}' gives {twice}, which a stage before it gave.");
            given |= stage.Gives;
        }

        Gives = given;
        _stages = [.. stages];
    }

    /// <summary>The stages in order.</summary>
    public ImmutableArray<Stage> Stages => _stages;

    /// <summary>All layers that the stages give together.</summary>
    public Layer Gives { get; }

    /// <summary>Runs the stages in order.</summary>
    /// <exception cref="ReadingException">A stage failed on this article.</exception>
    public void Run(Draft draft)
    {
        foreach (Stage stage in _stages)
        {
            try
            {
                stage.Run(draft);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new ReadingException(stage.Name, draft.Article.Id, exception);
            }
        }
    }
}
