using Readout.Text;

namespace Readout.Coding.Sizes;

/// <summary>A number in a text with the words after it.</summary>
/// <param name="Min">At least, or null.</param>
/// <param name="Max">At most, or null.</param>
/// <param name="Span">The number's words, modifiers included.</param>
/// <param name="Noun">The words after the number up to the next that is no part of what it counts; may be empty.</param>
/// <param name="Currency">The sign right before the number: <c>$</c>; or null.</param>
public readonly record struct CountedThing(long? Min, long? Max, TextSpan Span, TextSpan Noun, char? Currency);
