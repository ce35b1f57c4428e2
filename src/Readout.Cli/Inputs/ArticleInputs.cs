using Readout.Sources;
using Readout.Text;

namespace Readout.Cli.Inputs;

/// <summary>The articles that the arguments of a command name.</summary>
internal sealed class ArticleInputs(Terminal terminal, SourceOptions options, string? id) : IDisposable
{
    private readonly SourceReader _sources = new(options);

    /// <summary>Opens the arguments one after another: paths, addresses, <c>-</c> for standard input.</summary>
    public IEnumerable<SourceResult> Open(IReadOnlyList<string> arguments) => arguments.SelectMany(Open).Select(Named);

    /// <summary>Opens one argument whose content is at hand already.</summary>
    public IEnumerable<SourceResult> Open(string argument, Stream? content) =>
        content is null ? Open(argument) : _sources.ReadAsync(content, argument == "-" ? "standard input" : argument).ToBlockingEnumerable();

    public void Dispose() => _sources.Dispose();

    private IEnumerable<SourceResult> Open(string argument) =>
        (argument == "-" ? _sources.ReadAsync(terminal.Input, "standard input") : _sources.ReadAsync(argument)).ToBlockingEnumerable();

    private SourceResult Named(SourceResult result) =>
        id is not null && result.Article is Article article ? SourceResult.Of(article with { Id = id }) : result;
}
