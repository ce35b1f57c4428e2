namespace Readout.Bench;

/// <summary>What the program can be asked for.</summary>
internal static class Usage
{
    public static int Print(TextWriter output)
    {
        output.WriteLine("usage: dotnet run -c Release --project bench/Readout.Bench -- COMMAND");
        output.WriteLine("  language ARTICLES.jsonl   tokens a second of each language stage over a file of articles");
        output.WriteLine("  stages ARTICLES.jsonl     microseconds a token of each stage of reading, and their ratio to the language stage");
        output.WriteLine("  extraction FOLDER         pages a second over real pages, in one warm process");
        output.WriteLine("  relation ARCHIVE A B      time to read, count and index a relation");
        output.WriteLine("  breaks                    how often planted breaks of relations are found, and flat series have one");
        output.WriteLine("  archive RECORDS.jsonl [URL]               records a second into an archive, against plain inserts of the same run");
        output.WriteLine("  archive-growth RECORDS.jsonl ARTICLES PLACE  loads so many short articles made of real records, with the cost of one as the archive grows");
        output.WriteLine("  archive-multiple PLACE TIMES              makes an archive of SQLite so many times as large, by SQL");
        output.WriteLine("  archive-questions PLACE [PATTERN]         times what is asked of an archive");
        output.WriteLine("  desk ARCHIVE [NEWS.jsonl|- [READERS SECONDS]]  the server's time of every page under 50 readers who look at each for 2 s, while NEWS is read");
        output.WriteLine("  --filter PATTERN          BenchmarkDotNet, e.g. --filter '*MainText*'; --list flat names them all");
        return 2;
    }
}
