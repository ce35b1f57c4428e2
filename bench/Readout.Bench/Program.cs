using BenchmarkDotNet.Running;
using Readout.Bench.Extraction;

// extraction FOLDER: pages a second over real pages; anything else goes to BenchmarkDotNet (--filter '*', --list flat).
if (args is ["extraction", string folder]) return ExtractionRate.Run(folder, Console.Out, Console.Error);
BenchmarkSwitcher.FromAssembly(typeof(ExtractionRate).Assembly).Run(args);
return 0;
