using System.Collections.Immutable;
using Readout.Sources.Languages;
using Readout.Sources.Metadata;
using Readout.Text;

namespace Readout.Sources.Composition;

/// <summary>Turns drafts into articles or refusals: language, dates and origins are settled here. Immutable, thread-safe.</summary>
internal sealed class ArticleComposer(SourceOptions options, DateOnly today)
{
    private const int IdLength = 16;

    /// <summary>The article, or why there is none.</summary>
    public SourceResult Compose(Draft draft)
    {
        FoundMetadata metadata = draft.Metadata;
        IReadOnlyList<Found> dates = draft.Link?.Published is { } listed ? [.. metadata.Dates, new Found(listed, "list")] : metadata.Dates;
        string id = draft.Id ?? draft.RawHash[..Math.Min(IdLength, draft.RawHash.Length)];
        List<string> warnings = [.. draft.Warnings];
        Article article = Article.Compose(id, metadata.Title?.Value, Cut(draft.Blocks, warnings));
        if (article.Text.Length == article.BodyStart && article.Title is null) return Refuse(draft, "no running text was found", "give a page or a file that holds an article");
        IdentifiedLanguage language = LanguageIdentifier.Identify(article.Text);
        if (options.EnglishOnly && language.Code != "en") return Refuse(draft, $"the text is in {language.Name}, not English", "give an English text");
        PublicationDate date = PublicationDate.Settle(options.Published, dates, draft.Url ?? AddressOf(metadata), FirstParagraph(draft), today, warnings);
        if (article.Text.Length == article.BodyStart) warnings.Add("only a headline was found, no text under it");
        return SourceResult.Of(article with
        {
            Url = draft.Url?.AbsoluteUri ?? metadata.Url?.Value,
            Source = metadata.Source?.Value ?? HostOf(draft.Url ?? AddressOf(metadata)),
            Byline = metadata.Byline?.Value,
            Section = metadata.Section?.Value,
            Published = date.Day,
            Language = language.Code,
            Origin = Origins(draft, date, language.Code),
            RawHash = draft.RawHash,
            Warnings = [.. warnings],
        });
    }

    /// <summary>The blocks up to the longest body; the block that passes it is cut.</summary>
    private List<(BlockKind Kind, string Text)> Cut(IReadOnlyList<TextBlock> blocks, List<string> warnings)
    {
        List<(BlockKind Kind, string Text)> kept = [];
        int left = options.MaxArticle;
        foreach (TextBlock block in blocks)
        {
            if (block.Text.Length > left)
            {
                int end = left > 0 && char.IsHighSurrogate(block.Text[left - 1]) ? left - 1 : left;
                if (end > 0) kept.Add((block.Kind, block.Text[..end]));
                warnings.Add($"the article has more than {options.MaxArticle} characters; what follows them was not read");
                break;
            }

            kept.Add((block.Kind, block.Text));
            left -= block.Text.Length;
        }

        return kept;
    }

    private static SourceResult Refuse(Draft draft, string what, string advice) =>
        SourceResult.Of(new Refusal(draft.Id ?? draft.Where, draft.Where, what, advice));

    private static ImmutableSortedDictionary<string, string> Origins(Draft draft, PublicationDate date, string language)
    {
        FoundMetadata metadata = draft.Metadata;
        ImmutableSortedDictionary<string, string>.Builder origins = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add("title", metadata.Title?.Origin);
        Add("byline", metadata.Byline?.Origin);
        Add("section", metadata.Section?.Origin);
        Add("published", date.Origin);
        Add("language", Declares(metadata.Language, language) ? metadata.Language!.Value.Origin : "text");
        Add("url", draft.Url is not null ? "fetched" : metadata.Url?.Origin);
        Add("source", metadata.Source?.Origin ?? ((draft.Url ?? AddressOf(metadata)) is null ? null : "url"));
        return origins.ToImmutable();

        void Add(string field, string? origin)
        {
            if (origin is not null) origins[field] = origin;
        }
    }

    /// <summary>Whether what an input says of its language is what its words are in.</summary>
    private static bool Declares(Found? declared, string language) =>
        declared is { } found && found.Value.AsSpan()[..Math.Min(2, found.Value.Length)].Equals(language, StringComparison.OrdinalIgnoreCase);

    private static string? FirstParagraph(Draft draft)
    {
        foreach (TextBlock block in draft.Blocks)
        {
            if (block.Kind != BlockKind.Heading) return block.Text;
        }

        return null;
    }

    private static Uri? AddressOf(FoundMetadata metadata) =>
        Uri.TryCreate(metadata.Url?.Value, UriKind.Absolute, out Uri? address) ? address : null;

    private static string? HostOf(Uri? address)
    {
        if (address is null || !address.Scheme.StartsWith("http", StringComparison.Ordinal)) return null;
        return address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
    }
}
