using Readout.Archive.Corrections;
using Readout.Text;

namespace Readout.Archive.Notes;

/// <summary>What a reader notes beside words of an article, for themselves alone. Immutable.</summary>
public sealed record Note
{
    /// <summary>Longest note, in UTF-16 code units.</summary>
    public const int Longest = 4_000;

    /// <summary>Number in the archive.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is: the account's name.</summary>
    public required string Reader { get; init; }

    /// <summary>Number of the article.</summary>
    public required long Article { get; init; }

    /// <summary>Number of the revision's row that the reader had before them.</summary>
    public required long Revision { get; init; }

    /// <summary>What is marked there: event, quote, actor, date or place.</summary>
    public required string Mark { get; init; }

    /// <summary>Range of the words in that revision's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words.</summary>
    public required string Words { get; init; }

    /// <summary>The words before them.</summary>
    public required string Before { get; init; }

    /// <summary>The words after them.</summary>
    public required string After { get; init; }

    /// <summary>What is noted.</summary>
    public required string Body { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A note beside a range of a text.</summary>
    /// <exception cref="ArgumentException">The range lies outside the text, or the note is empty or too long.</exception>
    public static Note On(string text, TextSpan span, string mark, string body)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(body);
        if (span.Start < 0 || span.IsEmpty || span.End > text.Length) throw new ArgumentException("the note stands beside no words of the article");
        if (string.IsNullOrWhiteSpace(body)) throw new ArgumentException("the note is empty");
        if (body.Length > Longest) throw new ArgumentException(FormattableString.Invariant($"the note is longer than {Longest} characters"));
        (string before, string after) = TriggerAlignment.Context(text, span);
        return new Note
        {
            Reader = "",
            Article = 0,
            Revision = 0,
            Mark = mark,
            Span = span,
            Words = span.In(text),
            Before = before,
            After = after,
            Body = body.Trim(),
            At = default,
        };
    }

    /// <summary>Where the words stand in a text of the article; null where they are not in it any more.</summary>
    /// <param name="revision">Number of the revision's row that has the text.</param>
    /// <param name="text">The text.</param>
    public TextSpan? PlaceIn(long revision, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return revision == Revision && Span.End <= text.Length ? Span : TriggerAlignment.Find(text, Words, Before, After);
    }
}
