namespace Readout.Archive.Verify;

/// <summary>Something in an archive that is not as it should be. Immutable.</summary>
/// <param name="Where">Which row or table: <c>events 17</c>.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record ArchiveFinding(string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}";
}
