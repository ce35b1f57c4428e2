using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Coding.Packs;

/// <summary>
/// Keeps the packs compiled from a user's overlay, one file per hash of the base pack and the overlay's files, so that
/// the second call finds it ready. A pack that is damaged or of another format is compiled again; one is moved into
/// place only when whole.
/// </summary>
public static class OverlayCache
{
    /// <summary>The pack of a base with an overlay laid over it.</summary>
    /// <param name="basePack">Bytes of the program's own pack.</param>
    /// <param name="overlay">Folder of the overlay.</param>
    /// <param name="cache">Folder to keep compiled packs in; made where absent.</param>
    /// <param name="version">Version of the program.</param>
    /// <returns>The pack, or what is wrong with the overlay: a broken one is never loaded in part.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no folder <paramref name="overlay"/>.</exception>
    public static PackCompilation Load(byte[] basePack, string overlay, string cache, string version)
    {
        List<DataProblem> problems = [];
        ImmutableArray<DataFile> over = DataFolder.Read(overlay, problems);
        if (problems.Count > 0) return new PackCompilation(null, [.. problems]);
        Pack under = Pack.Read(basePack);
        string path = Path.Combine(cache, Key(under, over) + ".pack");
        if (Kept(path) is byte[] kept) return new PackCompilation(kept, []);
        PackCompilation compiled = PackCompiler.Compile(DataFolder.Overlay(PackSource.Read(under), over), version);
        if (compiled.Bytes is not null) Keep(path, compiled.Bytes);
        return compiled;
    }

    private static string Key(Pack under, ImmutableArray<DataFile> over)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(under.Hash);
        foreach (DataFile file in over)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(file.Path)));
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[]? Kept(string path)
    {
        if (!File.Exists(path)) return null;
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return Pack.Read(bytes).IsIntact() ? bytes : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // A cache that cannot be written costs time, not the run.
    private static void Keep(string path, byte[] bytes)
    {
        string part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(part, bytes);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }
}
