using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Readout.Archive.Tests.Engines;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Readout.Archive.Tests.Engines;

/// <summary>
/// A private cluster of PostgreSQL in a temporary folder, reached over a socket in that folder; started when first asked
/// for, gone with the tests. PostgreSQL does not run as root: root lends it to the user postgres or nobody.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private static readonly Lock Gate = new();
    private static PostgresCluster? _running;
    private static int _databases;
    private string? _folder;
    private Process? _server;

    /// <summary>The address of a new database: empty, or a copy of one that nobody uses.</summary>
    public static string NewDatabase(string template = "template1")
    {
        PostgresCluster cluster = Running();
        string name = string.Create(CultureInfo.InvariantCulture, $"archive_{Interlocked.Increment(ref _databases)}");
        using NpgsqlConnection connection = new($"Host={cluster._folder};Username=readout;Database=postgres;Pooling=false");
        connection.Open();
        using NpgsqlCommand command = new($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        command.ExecuteNonQuery();
        return $"postgres://readout@/{name}?host={Uri.EscapeDataString(cluster._folder!)}";
    }

    /// <summary>How to connect to a database of that address without the program.</summary>
    public static string ConnectionTo(string address) =>
        $"Host={Running()._folder};Username=readout;Database={address.Split('/')[3].Split('?')[0]};Pooling=false";

    public void Dispose()
    {
        if (_running is { } cluster && cluster != this) cluster.Dispose();
        if (_server is not null)
        {
            Run("kill", "-INT", _server.Id.ToString(CultureInfo.InvariantCulture));
            if (!_server.WaitForExit(10_000)) _server.Kill(entireProcessTree: true);
            _server.Dispose();
            _server = null;
        }

        if (_folder is not null) Directory.Delete(_folder, recursive: true);
        _folder = null;
    }

    private static PostgresCluster Running()
    {
        lock (Gate)
        {
            if (_running is null)
            {
                PostgresCluster cluster = new();
                cluster.Start();
                _running = cluster;
            }

            return _running;
        }
    }

    private void Start()
    {
        string programs = Programs();
        _folder = Directory.CreateTempSubdirectory("readout-pg-").FullName;
        string data = Path.Combine(_folder, "data");
        if (Environment.IsPrivilegedProcess) Run("chown", User(), _folder);
        Run(Command(Path.Combine(programs, "initdb"), "-D", data, "-U", "readout", "--auth=trust", "-E", "UTF8", "--no-locale", "--no-sync"));
        _server = Begin(Command(Path.Combine(programs, "postgres"),
            "-D", data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200", "-c", "logging_collector=off"));
        // What it logs is read as it comes: a full pipe would stop it.
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        for (int attempt = 0; attempt < 150; attempt++)
        {
            if (_server.HasExited) throw new InvalidOperationException($"PostgreSQL ended with {_server.ExitCode}.");
            if (Answers()) return;
            Thread.Sleep(200);
        }

        throw new InvalidOperationException("PostgreSQL did not answer within 30 seconds.");
    }

    private bool Answers()
    {
        try
        {
            using NpgsqlConnection connection = new($"Host={_folder};Username=readout;Database=postgres;Pooling=false;Timeout=2");
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string Programs()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted);
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian)) folders = folders.Concat(Directory.GetDirectories(debian).OrderByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")));
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException("PostgreSQL is needed for the tests: install it (Debian: apt-get install postgresql). ./test does so where it may.");
    }

    private static string User() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string[] Command(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User()}", "--clear-groups", .. command] : command;

    private static void Run(params string[] command)
    {
        using Process process = Begin(command);
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {error.Result}");
    }

    private static Process Begin(string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        return Process.Start(start)!;
    }
}
