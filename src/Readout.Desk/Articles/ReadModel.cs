using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Archive;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Desk.Hosting;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>A text that somebody has read, as the page shows it. Immutable.</summary>
/// <param name="Title">The headline as it was given.</param>
/// <param name="Text">The text as it was given.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Reader">What was found; null before it was read.</param>
/// <param name="Problem">Why it was not read, or null.</param>
public sealed record ReadModel(string Title, string Text, DateOnly? Published, ReaderModel? Reader = null, string? Problem = null)
{
    /// <summary>The form before anything was given.</summary>
    public static ReadModel Empty { get; } = new("", "", null);
}

/// <summary>A reply that was not taken. Immutable.</summary>
/// <param name="Page">Address of the article.</param>
/// <param name="Name">What was given as name.</param>
/// <param name="Email">What was given as address.</param>
/// <param name="Body">The reply.</param>
/// <param name="Problem">Why it was not taken.</param>
public sealed record RefusedReply(string Page, string Name, string Email, string Body, string Problem);

/// <summary>Reads texts that people paste. Safe to call from every thread.</summary>
/// <param name="archive">Keeps a text where that is asked for.</param>
/// <param name="room">Reads.</param>
/// <param name="knowledge">Names of frames.</param>
internal sealed class PastedTexts(RecordArchive archive, ReadingRoom room, DeskKnowledge knowledge)
{
    private const int LongestTitle = 300;

    /// <summary>What is found in a text.</summary>
    public async Task<(ReadModel Model, ArticleRecord? Record)> ReadAsync(string title, string text, string date)
    {
        DateOnly? day = DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly given) ? given : null;
        ReadModel model = new(title, text, day);
        if (date.Trim().Length > 0 && day is null) return (model with { Problem = "The day of publication is none; write it as 2010-05-31." }, null);
        if (string.IsNullOrWhiteSpace(text)) return (model with { Problem = "There is no text." }, null);
        if (title.Length > LongestTitle) return (model with { Title = title[..LongestTitle], Problem = FormattableString.Invariant($"The headline is longer than {LongestTitle} characters.") }, null);
        if (text.Length > ReadingRoom.Longest)
        {
            return (model with { Text = text[..ReadingRoom.Longest], Problem = FormattableString.Invariant($"The text has {text.Length:N0} characters; {ReadingRoom.Longest:N0} are read at once. What is beyond was cut off below.") }, null);
        }

        ArticleRecord record = await room.ReadAsync(Compose(title, text) with { Published = day }, explain: true).ConfigureAwait(false);
        return (model with { Reader = ReaderView.Of(record, [.. MarkKinds.All], knowledge.Knowledge.Codebook) }, record);
    }

    /// <summary>Keeps what was read; gives the number of the article.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public long Keep(ArticleRecord record)
    {
        using ArchiveWriter writer = archive.WaitToWrite();
        KeepResult kept = writer.Keep(record with { Events = [.. record.Events.Select(coded => coded with { Why = null })] });
        writer.Commit();
        return kept.Article;
    }

    private static Readout.Text.Article Compose(string title, string text)
    {
        string whole = $"{title.Trim()}\n\n{text}";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
        IEnumerable<(BlockKind, string)> blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => (BlockKind.Paragraph, block));
        return Readout.Text.Article.Compose("pasted-" + hash[..16], title, blocks) with
        {
            RawHash = hash,
            Source = "pasted",
            Origin = ImmutableSortedDictionary<string, string>.Empty.Add("published", "argument").Add("title", "argument"),
        };
    }
}
