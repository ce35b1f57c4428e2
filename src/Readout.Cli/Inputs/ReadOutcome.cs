using Readout.Coding.Record;

namespace Readout.Cli.Inputs;

/// <summary>What became of one article: a record, or a refusal with its reason.</summary>
/// <param name="Id">Identifier of the article, or of the input where it gave none.</param>
/// <param name="Record">The record, or null.</param>
/// <param name="Refusal">Where and why there is none, in one line; or null.</param>
internal sealed record ReadOutcome(string Id, ArticleRecord? Record, string? Refusal);
