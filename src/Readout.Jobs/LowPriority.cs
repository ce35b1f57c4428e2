using System.Runtime.InteropServices;

namespace Readout.Jobs;

/// <summary>Threads that get a processor when nobody else wants it, so that work in the background does not make people wait.</summary>
internal static class LowPriority
{
    // Of 19 steps behind the usual: each is about a tenth of a processor's share (sched(7)), ten leave a tenth where others want all.
    private const int Steps = 10;

    /// <summary>Does some work on a thread of its own. Where the system lets no thread be put behind others the work is done all the same.</summary>
    public static Task Run(Action work)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = new(() =>
        {
            try
            {
                Lower();
                work();
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        })
        {
            IsBackground = true,
            Name = "Readout in the background",
        };
        thread.Start();
        return done.Task;
    }

    private static void Lower()
    {
        // .NET sets no priority on Linux, where setpriority(2) with 0 means the calling thread.
        if (OperatingSystem.IsLinux()) _ = SetPriority(which: 0, who: 0, Steps);
        else Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
