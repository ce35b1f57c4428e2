using System.Collections.Immutable;
using System.Text;

namespace Readout.Coding.Packs;

/// <summary>Reads the text files of <c>data/</c> or of a user's overlay. Models are not text and are left out.</summary>
public static class DataFolder
{
    /// <summary>Above this size a file is refused, in bytes.</summary>
    public const int SizeLimit = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All text files below a folder, in ordinal order of their paths.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problems">Gets a line for each file that is no UTF-8 or too large.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ImmutableArray<DataFile> Read(string folder, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}.");
        List<DataFile> files = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (IsKnowledge(name) && ReadFile(path, name, problems) is DataFile file) files.Add(file);
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Lays an overlay over a base: a file of the same path takes the place of the base's, others are added.</summary>
    public static ImmutableArray<DataFile> Overlay(IEnumerable<DataFile> under, IEnumerable<DataFile> over)
    {
        SortedDictionary<string, DataFile> files = new(StringComparer.Ordinal);
        foreach (DataFile file in under.Concat(over)) files[file.Path] = file;
        return [.. files.Values];
    }

    private static bool IsKnowledge(string name) =>
        !name.StartsWith("models/", StringComparison.Ordinal)
        && !name.Split('/').Any(part => part.StartsWith('.'))
        && Path.GetExtension(name) is ".txt" or ".tsv" or ".csv" or ".json" or ".jsonl" or ".conllu";

    private static DataFile? ReadFile(string path, string name, ICollection<DataProblem> problems)
    {
        if (new FileInfo(path).Length > SizeLimit)
        {
            problems.Add(new DataProblem(name, 0, "The file is larger than 32 MiB.", "Part it into several files."));
            return null;
        }

        try
        {
            string text = Strict.GetString(File.ReadAllBytes(path));
            return new DataFile(name, text.StartsWith('\uFEFF') ? text[1..] : text);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new DataProblem(name, 0, "The file is no UTF-8.", "Save it as UTF-8."));
            return null;
        }
    }
}
