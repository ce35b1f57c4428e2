using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Readout.Sources.Pages;

namespace Readout.Bench.Extraction;

/// <summary>
/// Extracts the main text of every page of a folder, twice over, in one warm process: character set, parse, choice of the
/// region, filter. The pages are in memory before the clock starts, and a few passes over them are run first, for the compiler to settle.
/// </summary>
internal static class ExtractionRate
{
    private const int WarmingRounds = 5;
    private const int Rounds = 2;

    /// <summary>Prints pages a second on one thread and on all processors, and the slowest page. Returns the exit code.</summary>
    /// <param name="folder">Holds <c>.html</c> or <c>.html.gz</c> files, or a folder <c>html</c> of them.</param>
    public static int Run(string folder, TextWriter output, TextWriter errors)
    {
        List<(string Name, byte[] Page)> pages = Directory.Exists(folder) ? Load(folder) : [];
        if (pages.Count == 0)
        {
            errors.WriteLine($"{folder}: no pages (give a folder with .html or .html.gz files)");
            return 1;
        }

        for (int i = 0; i < WarmingRounds; i++) Parallel.ForEach(pages, page => MainText.ExtractMainText(page.Page));
        Thread.Sleep(500);
        List<(string Name, byte[] Page)> work = [.. Enumerable.Repeat(pages, Rounds).SelectMany(page => page)];
        (string slowest, TimeSpan longest, TimeSpan single) = OnOneThread(work);
        long start = Stopwatch.GetTimestamp();
        Parallel.ForEach(work, page => MainText.ExtractMainText(page.Page));
        TimeSpan parallel = Stopwatch.GetElapsedTime(start);
        Line(output, "pages", $"{pages.Count}, {Rounds} times over, {pages.Sum(page => (long)page.Page.Length) / pages.Count / 1024} KiB on average");
        Line(output, "one thread", Rate(work.Count, single));
        Line(output, $"{Environment.ProcessorCount} processors", Rate(work.Count, parallel));
        Line(output, "slowest page", string.Create(CultureInfo.InvariantCulture, $"{longest.TotalMilliseconds:0} ms, {slowest}"));
        return 0;
    }

    private static (string Slowest, TimeSpan Longest, TimeSpan Total) OnOneThread(List<(string Name, byte[] Page)> work)
    {
        string slowest = "";
        TimeSpan longest = TimeSpan.Zero;
        long begin = Stopwatch.GetTimestamp();
        foreach ((string name, byte[] page) in work)
        {
            long start = Stopwatch.GetTimestamp();
            MainText.ExtractMainText(page);
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            if (taken > longest) (slowest, longest) = (name, taken);
        }

        return (slowest, longest, Stopwatch.GetElapsedTime(begin));
    }

    private static List<(string Name, byte[] Page)> Load(string folder)
    {
        string inner = Path.Combine(folder, "html");
        string[] files = Directory.GetFiles(Directory.Exists(inner) ? inner : folder);
        Array.Sort(files, StringComparer.Ordinal);
        List<(string Name, byte[] Page)> pages = [];
        foreach (string file in files)
        {
            if (file.EndsWith(".html", StringComparison.Ordinal)) pages.Add((Path.GetFileName(file), File.ReadAllBytes(file)));
            else if (file.EndsWith(".html.gz", StringComparison.Ordinal)) pages.Add((Path.GetFileName(file), Unpack(file)));
        }

        return pages;
    }

    private static byte[] Unpack(string file)
    {
        using GZipStream packed = new(File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream page = new();
        packed.CopyTo(page);
        return page.ToArray();
    }

    private static string Rate(int count, TimeSpan taken) =>
        string.Create(CultureInfo.InvariantCulture, $"{count / taken.TotalSeconds:0} pages/s ({count} in {taken.TotalSeconds:0.00} s)");

    private static void Line(TextWriter output, string name, string value) => output.WriteLine($"{name,-14}{value}");
}
