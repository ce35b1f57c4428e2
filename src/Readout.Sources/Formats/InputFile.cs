namespace Readout.Sources.Formats;

/// <summary>Opens files to read.</summary>
internal static class InputFile
{
    /// <summary>The file, or an item that says why it cannot be opened.</summary>
    public static (FileStream? Stream, SourceItem? Refused) Open(string path)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan), null);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, SourceItem.Refused(path, "there is no such file", "check the path"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, SourceItem.Refused(path, $"the file cannot be opened: {problem.Message}", "check the path and its permissions"));
        }
    }
}
