namespace Readout.Coding.Reading;

/// <summary>A stage failed on an article: an error of the program. The run over other articles can go on.</summary>
public sealed class ReadingException : Exception
{
    /// <summary>Says which stage failed on which article.</summary>
    public ReadingException(string stage, string article, Exception inner)
        : base($"The stage '{stage}' failed on article '{article}': {inner?.GetType().Name}: {inner?.Message}", inner)
    {
        Stage = stage;
        Article = article;
    }

    /// <summary>The stage that failed.</summary>
    public string Stage { get; }

    /// <summary>Identifier of the article.</summary>
    public string Article { get; }
}
