using System.Globalization;
using BenchmarkDotNet.Running;
using Readout.Bench;
using Readout.Bench.Archives;
using Readout.Bench.Desks;
using Readout.Bench.Extraction;
using Readout.Bench.Language;
using Readout.Bench.Reading;
using Readout.Bench.Relations;

return args switch
{
    ["language", string articles] => LanguageThroughput.Run(articles, Console.Out),
    ["stages", string articles] => StageShares.Run(articles, Console.Out),
    ["extraction", string folder] => ExtractionRate.Run(folder, Console.Out, Console.Error),
    ["relation", string archive, string one, string other] => RelationSpeed.Run(archive, one, other, Console.Out),
    ["breaks"] => BreakPower.Run(Console.Out),
    ["archive", string records] => ArchiveRate.Run(records, null, Console.Out),
    ["archive", string records, string place] => ArchiveRate.Run(records, place, Console.Out),
    ["archive-growth", string records, string articles, string place] => ArchiveGrowth.Run(records, int.Parse(articles, CultureInfo.InvariantCulture), place, Console.Out),
    ["archive-multiple", string place, string times] => ArchiveMultiple.Run(place, int.Parse(times, CultureInfo.InvariantCulture), Console.Out),
    ["archive-questions", string place] => ArchiveQuestions.Run(place, null, Console.Out),
    ["archive-questions", string place, string pattern] => ArchiveQuestions.Run(place, pattern, Console.Out),
    ["desk", string place] => await DeskLoad.RunAsync(place, null, 50, 2, Console.Out),
    ["desk", string place, string news] => await DeskLoad.RunAsync(place, news, 50, 2, Console.Out),
    ["desk", string place, string news, string readers, string pause] => await DeskLoad.RunAsync(
        place, news == "-" ? null : news, int.Parse(readers, CultureInfo.InvariantCulture), double.Parse(pause, CultureInfo.InvariantCulture), Console.Out),
    [] => Usage.Print(Console.Error),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(LanguageThroughput).Assembly).Run(rest);
    return 0;
}
