using System.Globalization;
using BenchmarkDotNet.Running;
using Readout.Bench;
using Readout.Bench.Archives;
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
    ["archive-scale", string records, string events, string place] => ArchiveScale.Run(records, int.Parse(events, CultureInfo.InvariantCulture), place, Console.Out),
    [] => Usage.Print(Console.Error),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(LanguageThroughput).Assembly).Run(rest);
    return 0;
}
