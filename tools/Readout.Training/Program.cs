using Readout.Training;
using Readout.Training.Ranking;

return args switch
{
    ["score", .. string[] rest] => ScoreCommand.Run(rest, Console.Out),
    ["sentences", .. string[] rest] => SentenceCommand.Run(rest, Console.Out),
    ["names", .. string[] rest] => TrainCommand.RunNames(rest, Console.Out),
    ["ranker", .. string[] rest] => RankerCommand.Run(rest, Console.Out),
    ["linear", .. string[] rest] => TrainCommand.RunLinear(rest, Console.Out),
    ["raw", .. string[] rest] => RawTextCommand.Run(rest, Console.Out),
    _ => TrainCommand.Run(args, Console.Out),
};
