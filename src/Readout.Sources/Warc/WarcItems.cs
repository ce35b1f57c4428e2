using System.Globalization;
using Readout.Sources.Formats;

namespace Readout.Sources.Warc;

/// <summary>The pages and texts of a web archive as items. What was redirected, missing or no text is passed over.</summary>
internal sealed class WarcItems(FormatReader formats, SourceOptions options)
{
    private static readonly string?[] s_types = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", null];

    /// <summary>The items, in the order of the archive.</summary>
    /// <param name="source">Its content, decompressed.</param>
    /// <param name="where">Name of the file, for messages.</param>
    /// <param name="begun">What was read of it already.</param>
    public IEnumerable<SourceItem> Read(Stream source, string where, byte[] begun)
    {
        int records = 0;
        foreach (WarcRecord record in new WarcReader(source, options.MaxBytes, begun).Read())
        {
            records++;
            if (Item(record, string.Create(CultureInfo.InvariantCulture, $"{where}#{record.Number}")) is { } item) yield return item;
        }

        if (records == 0) yield return SourceItem.Refused(where, "the web archive holds no page", "give an archive with response records");
    }

    private SourceItem? Item(WarcRecord record, string where)
    {
        if (record.Fault is { } fault) return SourceItem.Refused(where, fault, "the other records are read");
        Uri? address = Uri.TryCreate(record.Target, UriKind.Absolute, out Uri? target) && target.Scheme is "http" or "https" ? target : null;
        if (address?.AbsolutePath == "/robots.txt") return null;
        RawInput about = new([], address is null ? where : $"{where} {address.AbsoluteUri}") { Url = address, Name = address?.AbsolutePath ?? "" };
        if (record.Type != "response") return new SourceItem(about.Where, record.Block.Length, () => formats.Only(about with { Bytes = record.Block, MediaType = record.ContentType }));
        StoredResponse response = StoredResponse.Parse(record.Block);
        if (response.Status is < 200 or > 299 || response.Stored.IsEmpty || !s_types.Contains(response.MediaType)) return null;
        return new SourceItem(about.Where, record.Block.Length, () => Read(response, about));
    }

    private SourceResult Read(StoredResponse response, RawInput about)
    {
        try
        {
            return response.Body(options.MaxBytes) is { } body
                ? formats.Only(about with { Bytes = body, MediaType = response.MediaType, Charset = response.Charset })
                : Refuse(about, $"the page is larger than {options.MaxBytes / 1_000_000} MB after decompression");
        }
        catch (InvalidDataException problem)
        {
            return Refuse(about, $"the page cannot be decompressed: {problem.Message}");
        }
    }

    private static SourceResult Refuse(RawInput about, string what) =>
        SourceResult.Of(new Refusal(about.Where, about.Where, what, "the other records are read"));
}
