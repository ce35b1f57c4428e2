namespace Readout.Archive;

/// <summary>What stops the archive from working, in one line with what to do: locked, full, of a newer program, damaged.</summary>
/// <param name="message">What is wrong, and where.</param>
/// <param name="advice">What to do about it.</param>
/// <param name="cause">The error underneath, or null.</param>
public sealed class ArchiveException(string message, string advice, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What to do about it.</summary>
    public string Advice { get; } = advice;
}
