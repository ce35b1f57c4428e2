using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Exports;

/// <summary>What some layouts ask of an article beyond its events. Immutable.</summary>
internal sealed class RecordFacts
{
    private readonly ArticleRecord _record;

    public RecordFacts(ArticleRecord record)
    {
        _record = record;
        ArticleBlock lead = record.Article.Blocks.FirstOrDefault(block => block.Kind != BlockKind.Heading && block.Span.Start >= record.Article.BodyStart);
        LeadEnd = Math.Max(lead.Span.End, record.Article.BodyStart);
        Names = new StoryNames(
            Named(["person"]),
            Named(["government", "body", "group", "igo", "ngo", "company"]),
            [.. Named(["state", "place"]).Concat(record.Events.Where(coded => coded.Place is not null).Select(coded => coded.Place!.Name)).Distinct(StringComparer.Ordinal)]);
    }

    public string Language => _record.Article.Language;

    public int TextLength => _record.Article.Text.Length;

    /// <summary>Where the first paragraph of the body ends; what stands before it is title or lead.</summary>
    public int LeadEnd { get; }

    public StoryNames Names { get; }

    /// <summary>Whether a mention stands for a name elsewhere in the text.</summary>
    public bool IsPointer(int mention) =>
        mention < _record.Mentions.Length && _record.Mentions[mention] is { } found && (found.Form == MentionForm.Pronoun || found.RefersTo is not null);

    /// <summary>The words of a range.</summary>
    public string Words(TextSpan span) => span.In(_record.Article.Text);

    private ImmutableArray<string> Named(string[] kinds) =>
    [
        .. _record.Mentions.Where(mention => kinds.Contains(mention.Actor.Kind) && mention.Form != MentionForm.Nominal)
            .Select(mention => mention.Actor.Name).Distinct(StringComparer.Ordinal),
    ];
}
