namespace Readout.Bench;

/// <summary>Where the repository's own files lie.</summary>
internal static class Repository
{
    /// <summary>The full path of a file or folder of the repository above the program.</summary>
    public static string Path(params string[] parts)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Readout.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine([folder?.FullName ?? Environment.CurrentDirectory, .. parts]);
    }
}
