using BenchmarkDotNet.Running;
using Readout.Bench;
using Readout.Bench.Extraction;
using Readout.Bench.Language;

return args switch
{
    ["language", string articles] => LanguageThroughput.Run(articles, Console.Out),
    ["extraction", string folder] => ExtractionRate.Run(folder, Console.Out, Console.Error),
    ["benchmarks", .. string[] rest] => Benchmarks(rest),
    _ => Usage.Print(Console.Error),
};

static int Benchmarks(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(LanguageThroughput).Assembly).Run(rest);
    return 0;
}
