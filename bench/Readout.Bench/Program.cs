using BenchmarkDotNet.Running;
using Readout.Bench;
using Readout.Bench.Extraction;
using Readout.Bench.Language;
using Readout.Bench.Reading;

return args switch
{
    ["language", string articles] => LanguageThroughput.Run(articles, Console.Out),
    ["stages", string articles] => StageShares.Run(articles, Console.Out),
    ["extraction", string folder] => ExtractionRate.Run(folder, Console.Out, Console.Error),
    [] => Usage.Print(Console.Error),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(LanguageThroughput).Assembly).Run(rest);
    return 0;
}
