using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Readout.Bench.Archives;

/// <summary>Times questions: the median of many runs by the clock, and processor time against that of a plain query of the same run.</summary>
internal sealed class QuestionTimer : IDisposable
{
    private const int Rounds = 11;
    private const int FloorRows = 1_000;
    private readonly TextWriter _output;
    private readonly string? _pattern;
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-bench-").FullName;
    private readonly SqliteConnection _plain;
    private readonly SqliteCommand _floor;

    public QuestionTimer(TextWriter output, string? pattern)
    {
        _output = output;
        _pattern = pattern;
        _plain = new SqliteConnection($"Data Source={Path.Combine(_folder, "plain.db")};Pooling=False");
        _plain.Open();
        using SqliteCommand fill = _plain.CreateCommand();
        fill.CommandText = """
            CREATE TABLE plain (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c INTEGER);
            WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 200000)
            INSERT INTO plain SELECT value, value % 97, 'the words of a mention', value % 7 FROM n;
            """;
        fill.ExecuteNonQuery();
        _floor = _plain.CreateCommand();
        _floor.CommandText = "SELECT id, a, b, c FROM plain WHERE id BETWEEN 100001 AND @last";
        _floor.Parameters.AddWithValue("@last", 100_000 + FloorRows);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"floor: {Floor():0.00} ms of processor time for {FloorRows:#,0} rows of a plain table by their key"));
    }

    /// <summary>Asks a question again and again, where its name has the pattern.</summary>
    public void Ask(string what, Func<object?> work)
    {
        if (_pattern is not null && !what.Contains(_pattern, StringComparison.OrdinalIgnoreCase)) return;
        object? answer = null;
        long start = Stopwatch.GetTimestamp();
        answer = work();
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        answer = work();
        double[] times = new double[Rounds];
        double[] processor = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            start = Stopwatch.GetTimestamp();
            answer = work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            processor[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        GC.KeepAlive(answer);
        Array.Sort(times);
        double used = processor.Average();
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {times[Rounds / 2]:0.0} ms, least {times[0]:0.0} ms, first {first:0.0} ms; processor {used:0.0} ms, {used / Floor():0.0} times the floor"));
    }

    public void Dispose()
    {
        _floor.Dispose();
        _plain.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Milliseconds of processor time of the plain query, now.</summary>
    private double Floor()
    {
        const int times = 20;
        long sum = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < times; i++)
        {
            using SqliteDataReader reader = _floor.ExecuteReader();
            while (reader.Read()) sum += reader.GetInt64(0) + reader.GetInt64(1) + reader.GetString(2).Length + reader.GetInt64(3);
        }

        GC.KeepAlive(sum);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }
}
