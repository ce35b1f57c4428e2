using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Coding.Record;
using Readout.Sources;

namespace Readout.Jobs.Ingest;

/// <summary>What an input named on the command line consists of. Immutable.</summary>
internal sealed record InputPlan
{
    /// <summary>The input as it was given.</summary>
    public required string Given { get; init; }

    /// <summary>Its name in the archive: the full path, or the address.</summary>
    public required string Name { get; init; }

    /// <summary>Its address; null for what lies on disk or comes in by a pipe.</summary>
    public Uri? Address { get; init; }

    /// <summary>Its files; empty for what is not on disk.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; init; }

    /// <summary>Bytes of its files.</summary>
    public long Bytes { get; init; }

    /// <summary>Tells whether it is the same input, to be read in the same way, as before.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Looks at an input.</summary>
    /// <param name="given">A path, an address, or <c>-</c>.</param>
    /// <param name="options">What else decides on what is read.</param>
    /// <param name="pack">The pack that it is read with.</param>
    public static InputPlan Of(string given, SourceOptions options, PackIdentity pack)
    {
        if (given == "-") return new InputPlan { Given = given, Name = given };
        if (SourceReader.IsAddress(given)) return new InputPlan { Given = given, Name = given, Address = Uri.TryCreate(given, UriKind.Absolute, out Uri? address) ? address : null };
        string path = Path.GetFullPath(given);
        bool isFolder = Directory.Exists(path);
        IReadOnlyList<string> files = isFolder ? SourceReader.Files(given) : [given];
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{pack.Hash}\n{options.Published:yyyy-MM-dd}\n{options.EnglishOnly}\n")));
        long bytes = 0;
        foreach (string file in files)
        {
            FileInfo info = new(file);
            long length = info.Exists ? info.Length : 0;
            bytes += length;
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file}\n{length}\n{(info.Exists ? info.LastWriteTimeUtc.Ticks : 0)}\n")));
        }

        string fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
        return new InputPlan { Given = given, Name = path, Files = files, IsFolder = isFolder, Bytes = bytes, Fingerprint = fingerprint };
    }
}
