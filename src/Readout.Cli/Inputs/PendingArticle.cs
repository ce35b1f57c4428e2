using Readout.Text;

namespace Readout.Cli.Inputs;

/// <summary>An article that is still to be opened, so that many can be opened at once.</summary>
/// <param name="Name">What to call it in messages: the path, the address, the line of a file.</param>
/// <param name="Open">Opens it; <see cref="InputException"/> where it is refused.</param>
internal sealed record PendingArticle(string Name, Func<Article> Open);

/// <summary>An input that is refused, and why, in one line.</summary>
internal sealed class InputException(string reason) : Exception(reason);
