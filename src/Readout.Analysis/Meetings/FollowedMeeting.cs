using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Copies;

namespace Readout.Analysis.Meetings;

/// <summary>A meeting followed over articles. Immutable.</summary>
public sealed record FollowedMeeting
{
    /// <summary>Its number: that of the first telling that arrived.</summary>
    public required long Number { get; init; }

    /// <summary>Identifier for calendars, from the content of the telling that arrived first; it never changes.</summary>
    public required string Uid { get; init; }

    /// <summary>How often its entry in a calendar has changed since it was made.</summary>
    public required int Sequence { get; init; }

    /// <summary>All that was told of it, in the order of arrival.</summary>
    public required ImmutableArray<Telling> Tellings { get; init; }

    /// <summary>How it stands.</summary>
    public required MeetingView View { get; init; }

    /// <summary>A meeting that is told of for the first time.</summary>
    /// <param name="telling">The telling.</param>
    /// <param name="article">What the article is known by over its revisions.</param>
    public static FollowedMeeting Begin(Telling telling, string article)
    {
        ArgumentNullException.ThrowIfNull(telling);
        MeetingView view = MeetingView.Of([telling]);
        return new FollowedMeeting { Number = telling.Number, Uid = UidOf(view, article), Sequence = 0, Tellings = [telling], View = view };
    }

    /// <summary>The meeting with one telling more; the sequence rises where that changes its entry.</summary>
    public FollowedMeeting With(Telling telling) => With([.. Tellings, telling]);

    /// <summary>The meeting without the tellings of an article, which has been revised; null where there are no others.</summary>
    public FollowedMeeting? Without(long article)
    {
        ImmutableArray<Telling> left = [.. Tellings.Where(telling => telling.Article != article)];
        return left.IsEmpty ? null : With(left);
    }

    /// <summary>The meeting with other tellings.</summary>
    public FollowedMeeting With(ImmutableArray<Telling> tellings)
    {
        MeetingView view = MeetingView.Of(tellings);
        return this with { Tellings = tellings, View = view, Sequence = view.SameEntry(View) ? Sequence : Sequence + 1 };
    }

    private static string UidOf(MeetingView view, string article)
    {
        string content = string.Create(CultureInfo.InvariantCulture, $"{article}|{string.Join('+', view.Codes)}|{view.From:yyyy-MM-dd}|{view.To:yyyy-MM-dd}|{view.Level}|{view.State}");
        ulong low = StableHash.Of(content);
        return string.Create(CultureInfo.InvariantCulture, $"{low:x16}{StableHash.Of($"meeting {content}"):x16}@readout");
    }
}
