namespace Readout.Archive.Exports;

/// <summary>Writes a file wholly or not at all.</summary>
internal static class WholeFile
{
    /// <summary>
    /// Lets <paramref name="write"/> fill a file beside the one that is meant, which takes its place only when it is done.
    /// What stood there before stays where writing fails.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        string part = path + ".part";
        try
        {
            using (FileStream stream = new(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024))
            {
                write(stream);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
