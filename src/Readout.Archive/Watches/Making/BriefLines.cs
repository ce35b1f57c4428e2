using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Analysis.Reports;
using Readout.Analysis.Watches;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Archive.Watches.Making;

/// <summary>Kept events as lines of a brief.</summary>
internal static class BriefLines
{
    private const int MostNames = 6;

    /// <summary>The line of a happening.</summary>
    public static BriefLine Of(FoundHappening found)
    {
        KeptEvent lead = found.Lead;
        return Of(lead, found.Voices) with { Happening = found.Id, Status = found.Now.Spelt(), Was = found.HasTurned ? found.Before!.Value.Spelt() : null };
    }

    /// <summary>The line of an event that stands for itself.</summary>
    public static BriefLine Of(KeptEvent kept, int voices)
    {
        Report report = kept.ToReport();
        return new BriefLine
        {
            Happening = kept.Happening ?? kept.Id,
            Key = kept.Key,
            Day = RelationReports.DayOf(report) is { } day && kept.Status != EventStatus.Future ? day : kept.Date?.From ?? kept.Date?.To,
            Type = kept.Type.Spelt(),
            Mode = kept.Mode,
            Action = kept.Action?.Spelt(),
            Status = kept.Status.Spelt(),
            Quad = kept.Type.Quad().Spelt(),
            Who = Names(kept.Actors),
            Whom = Names(kept.Recipients),
            Voices = voices,
            Weight = HappeningWeight.Of(report, voices),
            Confidence = kept.Confidence,
            Source = Source(kept),
        };
    }

    /// <summary>The words that tell of an event, and the way back to them.</summary>
    public static BriefSource Source(KeptEvent kept)
    {
        int start = Math.Clamp(kept.Trigger.Start - kept.SentenceSpan.Start, 0, kept.Sentence.Length);
        return new BriefSource
        {
            Article = kept.Article.Id,
            Event = kept.Number,
            Publisher = kept.Article.Source,
            Title = kept.Article.Title,
            Url = kept.Article.Url,
            Published = kept.Article.Published,
            Sentence = kept.Sentence,
            MarkStart = start,
            MarkEnd = Math.Clamp(kept.Trigger.End - kept.SentenceSpan.Start, start, kept.Sentence.Length),
        };
    }

    /// <summary>The happenings by relation: the relations asked for, else those that a happening names; the weightiest first.</summary>
    public static ImmutableArray<BriefGroup> Groups(IEnumerable<(FoundHappening Found, BriefLine Line)> lines, WatchQuestion question) =>
    [
        .. lines.GroupBy(one => SidesOf(one.Found.Lead, question))
            .Select(group => new BriefGroup(group.Key.First, group.Key.Second, Name(group.Key), [.. Ordered(group.Select(one => one.Line))]))
            .OrderByDescending(group => group.Lines[0].Weight).ThenBy(group => group.First, StringComparer.Ordinal).ThenBy(group => group.Second, StringComparer.Ordinal),
    ];

    /// <summary>Lines by weight, then by day backwards.</summary>
    public static IEnumerable<BriefLine> Ordered(IEnumerable<BriefLine> lines) =>
        lines.OrderByDescending(line => line.Weight).ThenByDescending(line => line.Day ?? DateOnly.MinValue).ThenBy(line => line.Happening);

    /// <summary>The sides of an event as a group has them.</summary>
    public static (string First, string? Second) SidesOf(KeptEvent kept, WatchQuestion question)
    {
        ImmutableArray<string> codes = question.Codes;
        (string First, string Second)[] pairs = [.. Pairs(kept)];
        if (pairs.Length > 0)
        {
            return pairs.OrderByDescending(pair => question.Relations.Any(relation => relation.First == pair.First && relation.Second == pair.Second))
                .ThenByDescending(pair => (codes.Contains(pair.First, StringComparer.Ordinal) ? 1 : 0) + (codes.Contains(pair.Second, StringComparer.Ordinal) ? 1 : 0))
                .ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal).First();
        }

        string? one = kept.Actors.Concat(kept.Recipients).Select(Code).OfType<string>()
            .OrderByDescending(code => codes.Contains(code, StringComparer.Ordinal)).ThenBy(code => code, StringComparer.Ordinal).FirstOrDefault();
        return (one ?? "", null);
    }

    private static IEnumerable<(string First, string Second)> Pairs(KeptEvent kept)
    {
        string[] actors = [.. kept.Actors.Select(Code).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] recipients = [.. kept.Recipients.Select(Code).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (string one in actors)
        {
            foreach (string other in recipients.Length > 0 ? recipients : actors)
            {
                int order = string.CompareOrdinal(one, other);
                if (order != 0) yield return order < 0 ? (one, other) : (other, one);
            }
        }
    }

    private static string? Code(KeptParty party) => party.Code ?? party.Country;

    private static string Name((string First, string? Second) sides) =>
        sides.Second is { } second ? CodeNames.Of(sides.First, second) : sides.First.Length > 0 ? CodeNames.Of(sides.First) : "Others";

    private static ImmutableArray<string> Names(ImmutableArray<KeptParty> parties) => [.. parties.Select(party => party.Name).Distinct(StringComparer.Ordinal).Take(MostNames)];
}
