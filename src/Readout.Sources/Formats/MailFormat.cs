using MimeKit;
using Readout.Sources.Composition;
using Readout.Sources.Furniture;
using Readout.Sources.Metadata;
using Readout.Sources.Pages;

namespace Readout.Sources.Formats;

/// <summary>Reads mail messages: multipart, HTML and text parts in any transfer encoding (MimeKit). Stateless.</summary>
internal static class MailFormat
{
    private static readonly string[] s_forwarded = ["---- forwarded message", "begin forwarded message", "-----original message"];
    private static readonly string[] s_subjectMarks = ["fwd:", "fw:", "re:", "[fwd:", "aw:", "wg:"];

    /// <summary>A draft for a message, or a refusal for what is none.</summary>
    public static (Draft? Draft, Refusal? Refusal) Read(RawInput input)
    {
        try
        {
            using MemoryStream stream = new(input.Bytes, false);
            using MimeMessage message = MimeMessage.Load(stream);
            return (Read(message, input.Where, input.Hash()), null);
        }
        catch (FormatException problem)
        {
            return (null, new Refusal(input.Where, input.Where, $"the message cannot be read: {problem.Message}", "save the message again as .eml"));
        }
    }

    private static Draft Read(MimeMessage message, string where, string hash)
    {
        IReadOnlyList<TextBlock> blocks = [];
        FoundMetadata metadata = new();
        if (message.HtmlBody is { } html) blocks = FromHtml(html);
        if (message.TextBody is { } text && PlainPage.Read(PlainBlocks.Split(Body(text)), message.Subject is { } subject ? Subject(subject) : null) is { } page && 2 * Length(blocks) < Length(page.Blocks))
        {
            blocks = page.Blocks;
            metadata = PlainTextFormat.Metadata(page);
            metadata.Title = null;
        }

        Describe(message, metadata);
        return new Draft { Where = where, RawHash = hash, Blocks = blocks, Metadata = metadata };
    }

    private static void Describe(MimeMessage message, FoundMetadata metadata)
    {
        if (!string.IsNullOrWhiteSpace(message.Subject)) metadata.Title = new Found(Subject(message.Subject), "mail:Subject");
        string? sender = message.From.Mailboxes.Select(box => string.IsNullOrWhiteSpace(box.Name) ? box.Address : box.Name).FirstOrDefault();
        if (sender is not null) metadata.Source = new Found(sender, "mail:From");
        if (message.Headers[HeaderId.ContentLanguage] is { Length: > 0 } language) metadata.Language = new Found(language, "mail:Content-Language");
        if (message.Headers[HeaderId.Date] is { Length: > 0 } date) metadata.Dates.Insert(0, new Found(date, "mail:Date"));
    }

    private static IReadOnlyList<TextBlock> FromHtml(string html)
    {
        return PageParser.Parse(html).Body is { } body ? BlockFilter.ApplyToMail(PageOutline.Of(body)) : [];
    }

    /// <summary>The text above the signature (RFC 3676, section 4.3).</summary>
    private static string Body(string text)
    {
        string body = text.ReplaceLineEndings("\n");
        int signature = body.IndexOf("\n-- \n", StringComparison.Ordinal);
        return WithoutForwardedHeads(signature > 0 ? body[..signature] : body);
    }

    /// <summary>The text without the sender, date and subject that mail programs print above a forwarded message.</summary>
    private static string WithoutForwardedHeads(string body)
    {
        if (!s_forwarded.Any(mark => body.Contains(mark, StringComparison.OrdinalIgnoreCase))) return body;
        List<string> kept = [];
        bool head = false;
        foreach (string line in body.Split('\n'))
        {
            if (s_forwarded.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase))) head = true;
            else if (line.Trim().Length == 0) head = false;
            if (!head) kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    /// <summary>A subject without the marks of replies and forwarded messages.</summary>
    private static string Subject(string subject)
    {
        string bare = subject.Trim();
        while (s_subjectMarks.FirstOrDefault(mark => bare.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } mark) bare = bare[mark.Length..].TrimStart();
        return bare.Length > 0 ? bare : subject.Trim();
    }

    private static int Length(IReadOnlyList<TextBlock> blocks) => blocks.Sum(block => block.Text.Length);
}
