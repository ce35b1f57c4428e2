using System.Text;
using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Text;

namespace Readout.Cli.Inputs;

/// <summary>Finds the pack and the models beside the program and loads the reader, with a user's overlay where given.</summary>
internal static class ReaderFiles
{
    /// <summary>Folder of the pack and the models; the program's own unless tests set another.</summary>
    public static string Folder { get; set; } = AppContext.BaseDirectory;

    public static string Pack => Path.Combine(Folder, "readout.pack");

    public static string Models => Path.Combine(Folder, "models");

    /// <summary>Loads the reader.</summary>
    /// <param name="overlay">Folder laid over the program's own knowledge, or null.</param>
    /// <exception cref="UsageException">A file is missing or damaged, or the overlay has errors: each is named.</exception>
    public static Reader Load(string? overlay) => OrUsage(() => Reader.Load(PackBytes(overlay), Models));

    /// <summary>Loads the knowledge without the models.</summary>
    /// <param name="overlay">Folder laid over the program's own knowledge, or null.</param>
    /// <exception cref="UsageException">A file is missing or damaged, or the overlay has errors: each is named.</exception>
    public static Knowledge LoadKnowledge(string? overlay) => OrUsage(() => Knowledge.Load(PackBytes(overlay)));

    /// <summary>Loads the language layer alone.</summary>
    /// <exception cref="UsageException">A model is missing or damaged.</exception>
    public static TextAnalyzer LoadAnalyzer() => OrUsage(() => TextAnalyzer.Load(Models));

    private static T OrUsage<T>(Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static byte[] PackBytes(string? overlay)
    {
        byte[] pack = File.ReadAllBytes(Pack);
        if (string.IsNullOrEmpty(overlay)) overlay = Environment.GetEnvironmentVariable("READOUT_DATA") is { Length: > 0 } folder ? folder : null;
        return overlay is null ? pack : Overlaid(pack, overlay);
    }

    private static byte[] Overlaid(byte[] pack, string overlay)
    {
        PackCompilation compiled = OverlayCache.Load(pack, overlay, CacheFolder(), ProgramVersion.Number);
        if (compiled.Bytes is { } bytes) return bytes;
        StringBuilder message = new();
        message.Append("the folder ").Append(overlay).Append(" has errors; nothing of it was loaded");
        foreach (DataProblem problem in compiled.Problems) message.Append('\n').Append(problem);
        throw new UsageException(message.ToString());
    }

    // The XDG Base Directory Specification.
    private static string CacheFolder()
    {
        string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache)) cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "readout", "packs");
    }
}
