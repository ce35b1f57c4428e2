using Readout.Text;

namespace Readout.Sources;

/// <summary>A piece of an article's body before it is composed into an <see cref="Article"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, white space folded; a line break inside a block is one line feed.</param>
public readonly record struct TextBlock(BlockKind Kind, string Text);
