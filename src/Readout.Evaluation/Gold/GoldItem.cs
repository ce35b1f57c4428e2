namespace Readout.Evaluation.Gold;

/// <summary>One item of a gold standard: what the program is given, and apart from it what it should find.</summary>
/// <param name="Id">Identifier, unique in its file.</param>
/// <param name="Input">What the program is given.</param>
/// <param name="Gold">What it should find; null where the file has no gold fields for the item.</param>
public sealed record GoldItem<TInput, TGold>(string Id, TInput Input, TGold? Gold)
    where TGold : class;

/// <summary>An item of a predictions file.</summary>
/// <param name="Id">Identifier of the gold item that it answers.</param>
/// <param name="Line">Line of the file that it starts on.</param>
/// <param name="Value">The prediction.</param>
public sealed record Predicted<TPrediction>(string Id, int Line, TPrediction Value);

/// <summary>A gold item with the answer given to it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Prediction">The answer; null where there is none, which scores as an empty one.</param>
public sealed record Answered<TInput, TGold, TPrediction>(GoldItem<TInput, TGold> Item, TPrediction? Prediction)
    where TGold : class
    where TPrediction : class;

/// <summary>
/// Answers inputs in order, one prediction for each. A predictor that needs all inputs at once (stories) reads them
/// all before it yields the first.
/// </summary>
public delegate IEnumerable<TPrediction> Predictor<TInput, TPrediction>(IEnumerable<TInput> inputs);
