using Readout.Coding.Record;

namespace Readout.Cli.Inputs;

/// <summary>What became of one article: a record, or a refusal with its reason.</summary>
/// <param name="Name">What to call it in messages.</param>
/// <param name="Id">Identifier of the article where it was opened, else its name.</param>
/// <param name="Record">The record, or null.</param>
/// <param name="Refusal">Why there is none, or null.</param>
internal sealed record ReadOutcome(string Name, string Id, ArticleRecord? Record, string? Refusal);
