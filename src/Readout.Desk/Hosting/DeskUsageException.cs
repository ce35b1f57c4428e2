namespace Readout.Desk.Hosting;

/// <summary>The desk cannot be started as it was asked to; nothing was started.</summary>
/// <param name="message">What is wrong and what to do, in one line.</param>
/// <param name="cause">The error underneath, or null.</param>
public sealed class DeskUsageException(string message, Exception? cause = null) : Exception(message, cause);
