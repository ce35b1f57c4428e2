using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Archive.Store;

/// <summary>One step from an archive of before to one of after: a file of SQL, embedded. Immutable.</summary>
/// <param name="Number">The number that its file begins with; the steps are taken in this order.</param>
/// <param name="Name">The file's name without its ending: <c>0001-record</c>.</param>
/// <param name="Sql">Its statements.</param>
/// <param name="Hash">SHA-256 of the statements, with line breaks as LF.</param>
internal sealed record Migration(int Number, string Name, string Sql, string Hash)
{
    /// <summary>All steps of an engine, in order.</summary>
    /// <param name="engine"><c>sqlite</c> or <c>postgres</c>.</param>
    public static ImmutableArray<Migration> Of(string engine)
    {
        string prefix = $"migrations/{engine}/";
        Assembly assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => Read(assembly, name, name[prefix.Length..])).OrderBy(migration => migration.Number),
        ];
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        string sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql, hash);
    }
}
