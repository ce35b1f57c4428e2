using System.Globalization;
using Readout.Desk.Hosting;

namespace Readout.Desk.Sources;

/// <summary>Files that a reader sent, in a folder of their own, gone when they are read.</summary>
internal sealed class UploadedFiles
{
    /// <summary>Most bytes of one sending, the form's own included.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>Most files of one sending.</summary>
    public const int MostFiles = 500;

    private const int LongestName = 100;
    private readonly string _folder;

    private UploadedFiles(string folder, IReadOnlyList<string> paths)
    {
        _folder = folder;
        Paths = paths;
    }

    /// <summary>Where they lie.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Keeps what was sent.</summary>
    /// <exception cref="DeskFaultException">There is nothing, or too much.</exception>
    public static async Task<UploadedFiles> KeepAsync(IFormFileCollection files, CancellationToken cancellation)
    {
        IFormFile[] given = [.. files.Where(file => file.Length > 0)];
        if (given.Length == 0) throw DeskFaultException.Bad("No file was sent. Choose one or more and send them again.");
        if (given.Length > MostFiles) throw DeskFaultException.Bad($"No more than {MostFiles} files are taken at once; readout ingest takes any number.");
        string folder = Directory.CreateTempSubdirectory("readout-files-").FullName;
        try
        {
            List<string> paths = [];
            foreach (IFormFile file in given)
            {
                string path = Path.Combine(folder, Name(file.FileName, paths.Count));
                using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write);
                await file.CopyToAsync(stream, cancellation).ConfigureAwait(false);
                paths.Add(path);
            }

            return new UploadedFiles(folder, paths);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Delete()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What stays behind lies in the system's folder for such things.
        }
    }

    /// <summary>The name that a file is kept by: it tells the format and never leads out of the folder.</summary>
    internal static string Name(string given, int number)
    {
        string last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        string safe = string.Concat(last.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_')).Trim('.', ' ');
        if (safe.Length > LongestName) safe = safe[^LongestName..];
        return string.Create(CultureInfo.InvariantCulture, $"{number + 1:000}-{(safe.Length == 0 ? "file" : safe)}");
    }
}
