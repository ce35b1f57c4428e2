using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Store;

/// <summary>
/// Who writes: one at a time, and one who is next. Whoever has much to write looks between two commits whether somebody is next and lets go. Both
/// holds are the process's and end with it, however it ends. Safe to call from every thread.
/// </summary>
internal static class WritingTurn
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the turn, and gives it back when what it gives is disposed of.</summary>
    /// <param name="dialect">The engine.</param>
    /// <param name="location">The archive.</param>
    /// <param name="patience">How long to wait for it.</param>
    /// <exception cref="ArchiveException">Another is writing, and did not let go.</exception>
    public static IDisposable Take(Dialect dialect, ArchiveLocation location, TimeSpan patience)
    {
        long until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        using IDisposable next = Hold(dialect, location, WriterHold.Next, until);
        return Hold(dialect, location, WriterHold.Writing, until);
    }

    /// <summary>Whether somebody waits for the turn.</summary>
    public static bool IsAwaited(Dialect dialect, ArchiveLocation location)
    {
        using IDisposable? next = dialect.TryHold(location, WriterHold.Next);
        return next is null;
    }

    private static IDisposable Hold(Dialect dialect, ArchiveLocation location, WriterHold what, long until)
    {
        while (true)
        {
            if (dialect.TryHold(location, what) is { } held) return held;
            if (Environment.TickCount64 >= until) throw new ArchiveException($"another process is writing to {location}", "wait for it, or stop it");
            Thread.Sleep(s_pause);
        }
    }
}

/// <summary>What a writer holds.</summary>
internal enum WriterHold
{
    /// <summary>The turn to write.</summary>
    Writing,

    /// <summary>The place of the one who writes next.</summary>
    Next,
}
