using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace Readout.Archive;

/// <summary>Where an archive is: a file of SQLite, or a database of PostgreSQL. Immutable.</summary>
public sealed record ArchiveLocation
{
    private static readonly ImmutableArray<string> Schemes = ["postgres://", "postgresql://"];

    private ArchiveLocation(string? path, string? connectionString, string display)
    {
        Path = path;
        ConnectionString = connectionString;
        Display = display;
    }

    /// <summary>Full path of the file; null for PostgreSQL.</summary>
    public string? Path { get; }

    /// <summary>Npgsql's connection string; null for a file.</summary>
    public string? ConnectionString { get; }

    /// <summary>The location as messages show it, without a password.</summary>
    public string Display { get; }

    /// <summary>How long to wait for a lock that another program holds.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Folder for what a desk over this archive keeps to itself, such as the keys of its forms: <c>archive.db-desk</c> beside the file, or
    /// <c>$XDG_DATA_HOME/readout/desk</c> for a database of PostgreSQL. It need not be there.
    /// </summary>
    public string DeskFolder => IsPostgres ? System.IO.Path.Combine(DataFolder(), "readout", "desk") : Path + "-desk";

    /// <summary>Whether it is a database of PostgreSQL.</summary>
    [MemberNotNullWhen(true, nameof(ConnectionString))]
    [MemberNotNullWhen(false, nameof(Path))]
    public bool IsPostgres => ConnectionString is not null;

    /// <summary>
    /// The archive that is meant: the one given, else the environment's <c>READOUT_ARCHIVE</c>, else
    /// <c>$XDG_DATA_HOME/readout/archive.db</c> (<c>~/.local/share/readout/archive.db</c>).
    /// </summary>
    /// <param name="given">A path or an address, or null.</param>
    /// <exception cref="ArchiveException">The address cannot be understood.</exception>
    public static ArchiveLocation Find(string? given)
    {
        string? named = string.IsNullOrEmpty(given) ? Environment.GetEnvironmentVariable("READOUT_ARCHIVE") : given;
        return string.IsNullOrEmpty(named) ? Parse(System.IO.Path.Combine(DataFolder(), "readout", "archive.db")) : Parse(named);
    }

    /// <summary>Understands a path, or <c>postgres://[user[:password]@]host[:port]/database[?key=value…]</c>.</summary>
    /// <param name="text">The path or address. Keys are Npgsql's, such as <c>sslmode</c>; <c>host</c> may be the folder of a socket.</param>
    /// <exception cref="ArchiveException">The address cannot be understood.</exception>
    public static ArchiveLocation Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))) return OfAddress(text);
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new ArchiveException($"'{text.Split("://")[0]}://' names no kind of archive", "give the path of a file, or postgres://host/database");
        }

        string path = System.IO.Path.GetFullPath(text);
        return new ArchiveLocation(path, null, path);
    }

    /// <inheritdoc/>
    public override string ToString() => Display;

    private static string DataFolder()
    {
        string? folder = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return !string.IsNullOrEmpty(folder) && System.IO.Path.IsPathRooted(folder)
            ? folder
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
    }

    // By hand: a user without a host (postgres://anna@/news?host=/run) is usual, and no Uri.
    private static ArchiveLocation OfAddress(string text)
    {
        string[] query = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('?', 2);
        string[] path = query[0].Split('/', 2);
        int at = path[0].LastIndexOf('@');
        NpgsqlConnectionStringBuilder builder = new() { SearchPath = "readout", ApplicationName = "readout", Pooling = false };
        if (at >= 0) SetUser(builder, path[0][..at].Split(':', 2));
        SetHost(builder, path[0][(at + 1)..]);
        if (path.Length == 2 && path[1].Length > 0) builder.Database = Uri.UnescapeDataString(path[1].TrimEnd('/'));
        if (query.Length == 2) SetOptions(builder, query[1]);
        if (string.IsNullOrEmpty(builder.Host)) throw Misread("it names no host", null);
        if (string.IsNullOrEmpty(builder.Database)) throw Misread("it names no database", null);
        string port = builder.Port == NpgsqlConnection.DefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{builder.Port}");
        return new ArchiveLocation(null, builder.ConnectionString, $"postgres://{builder.Host}{port}/{builder.Database}");
    }

    private static void SetUser(NpgsqlConnectionStringBuilder builder, string[] user)
    {
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);
    }

    private static void SetHost(NpgsqlConnectionStringBuilder builder, string host)
    {
        int colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']'))
        {
            if (!int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)) throw Misread($"'{host[(colon + 1)..]}' is no port", null);
            builder.Port = port;
            host = host[..colon];
        }

        if (host.Length > 0) builder.Host = Uri.UnescapeDataString(host.Trim('[', ']'));
    }

    private static void SetOptions(NpgsqlConnectionStringBuilder builder, string options)
    {
        foreach (string pair in options.Split('&', StringSplitOptions.RemoveEmptyEntries)) Add(builder, pair.Split('=', 2));
    }

    private static void Add(NpgsqlConnectionStringBuilder builder, string[] pair)
    {
        try
        {
            builder[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or DbException)
        {
            throw Misread($"it knows no '{pair[0]}'", exception);
        }
    }

    private static ArchiveException Misread(string what, Exception? cause) =>
        new($"the address of the archive cannot be understood: {what}", "write it as postgres://user@host:5432/database", cause);
}
