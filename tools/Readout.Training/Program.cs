using Readout.Training;

return args switch
{
    ["score", .. string[] rest] => ScoreCommand.Run(rest, Console.Out),
    _ => TrainCommand.Run(args, Console.Out),
};
