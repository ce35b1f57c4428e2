using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Readout.Desk.Layout;

/// <summary>The desk's own styles and scripts. Immutable, thread-safe.</summary>
public sealed class DeskAssets
{
    private readonly FrozenDictionary<string, Asset> _assets;

    private DeskAssets(FrozenDictionary<string, Asset> assets) => _assets = assets;

    /// <summary>Those that are built into the desk: the files of its folder <c>Assets</c>.</summary>
    public static DeskAssets Embedded { get; } = Read(typeof(DeskAssets).Assembly);

    /// <summary>The address of an asset with its hash, so that browsers may keep it for good.</summary>
    /// <param name="name">Name of its file: <c>desk.css</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string Url(string name) => $"/assets/{name}?v={_assets[name].Hash}";

    internal Asset? Find(string name) => _assets.GetValueOrDefault(name);

    private static DeskAssets Read(Assembly assembly)
    {
        const string prefix = "assets/";
        return new DeskAssets(assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => Asset.Read(assembly, name, name[prefix.Length..])).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal));
    }

    /// <summary>A file.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Its media type.</param>
    /// <param name="Hash">The first digits of its SHA-256.</param>
    /// <param name="Bytes">What is in it; not to be changed.</param>
    internal sealed record Asset(string Name, string Type, string Hash, byte[] Bytes)
    {
        public static Asset Read(Assembly assembly, string resource, string name)
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new Asset(name, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], bytes);
        }

        private static string TypeOf(string name) => System.IO.Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => "application/octet-stream",
        };
    }
}
