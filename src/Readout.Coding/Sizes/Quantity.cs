using Readout.Text;

namespace Readout.Coding.Sizes;

/// <summary>A number of something as the text puts it.</summary>
/// <param name="From">First unit, modifiers included.</param>
/// <param name="To">Unit after the last.</param>
/// <param name="Min">At least, or null.</param>
/// <param name="Max">At most, or null.</param>
/// <param name="Span">Its words.</param>
internal readonly record struct Quantity(int From, int To, int? Min, int? Max, TextSpan Span);
