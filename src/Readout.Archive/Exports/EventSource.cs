using System.Collections.Immutable;
using Readout.Archive.Corrections;
using Readout.Archive.Reading;
using Readout.Archive.Store;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Exports;

/// <summary>What a layout needs beyond the event's rows.</summary>
internal enum LayoutNeeds
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The article's record: its paragraphs, its mentions, the length of its text.</summary>
    Record,
}

/// <summary>Reads events of an archive as layouts take them. For one thread.</summary>
internal sealed class EventSource(RecordArchive archive, LayoutNeeds needs)
{
    private const int AtOnce = 500;
    private long _revision;
    private RecordFacts? _facts;

    /// <summary>The events of a query, in its order.</summary>
    public IEnumerable<ExportEvent> Read(EventQuery query)
    {
        Dictionary<string, string> marks = Marks();
        foreach (KeptEvent[] part in archive.Events.Read(query).Chunk(AtOnce))
        {
            ILookup<long, ExportReport> reports = query.Unit == EventUnit.Happening
                ? HappeningReports.Of(archive, [.. part.Where(kept => kept.Happening is not null).Select(kept => kept.Happening!.Value).Distinct()])
                : Enumerable.Empty<ExportReport>().ToLookup(_ => 0L);
            foreach (KeptEvent kept in part) yield return Event(kept, query.Unit, reports) with { Correction = marks.GetValueOrDefault(kept.Key) };
        }
    }

    private Dictionary<string, string> Marks()
    {
        using ArchiveConnection connection = archive.Connect();
        return CorrectionTable.Marks(connection);
    }

    private ExportEvent Event(KeptEvent kept, EventUnit unit, ILookup<long, ExportReport> reports)
    {
        RecordFacts? facts = needs == LayoutNeeds.Record ? FactsOf(kept.Article.Revision) : null;
        ExportReport report = Report(kept, facts);
        ExportEvent happened = Deed(kept, facts) with { Report = report, Reports = [report] };
        if (unit == EventUnit.Report || kept.Happening is not { } happening) return happened;
        return happened with
        {
            Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"happening/{happening}"),
            Reports = [.. reports[happening].Select(other => other.Article == report.Article && other.Trigger == report.Trigger ? report : other)],
        };
    }

    private static ExportEvent Deed(KeptEvent kept, RecordFacts? facts) => new()
    {
        Key = kept.Key,
        Report = null!,
        Type = kept.Type,
        Mode = kept.Mode,
        Action = kept.Action,
        Contexts = kept.Contexts,
        Cameo = kept.Cameo,
        Goldstein = kept.Goldstein,
        PloverScore = kept.PloverScore,
        Status = kept.Status,
        From = kept.Date?.From,
        To = kept.Date?.To,
        Granularity = kept.Date?.Granularity,
        DateUnresolved = kept.Date?.Unresolved,
        Actors = Parties(kept.Actors, facts),
        Recipients = Parties(kept.Recipients, facts),
        Speakers = Parties([.. kept.Attribution.Where(entry => entry.Speaker is not null).Select(entry => entry.Speaker!)], facts),
        Stance = kept.Attribution.FirstOrDefault()?.Stance,
        Place = Place(kept, facts),
        Dead = Count(kept.Size.Dead),
        Injured = Count(kept.Size.Injured),
        Detained = Count(kept.Size.Detained),
        Participants = Count(kept.Size.Participants),
        Frame = kept.Frame,
        Confidence = kept.Confidence,
        Story = Number(kept.Article.Story),
        Happening = Number(kept.Happening),
        PackVersion = kept.Pack.Version,
        PackHash = kept.Pack.Hash,
        Names = facts?.Names ?? StoryNames.None,
    };

    private static ExportReport Report(KeptEvent kept, RecordFacts? facts) => new()
    {
        Article = kept.Article.GivenId,
        Identity = kept.Article.Identity,
        Revision = kept.Article.RevisionNumber,
        Url = kept.Article.Url,
        Source = kept.Article.Source,
        Title = kept.Article.Title,
        Published = kept.Article.Published,
        Language = facts?.Language ?? "en",
        TextLength = facts?.TextLength ?? 0,
        CopyGroup = kept.Article.CopyGroup,
        Sentence = kept.SentenceNumber,
        SentenceText = kept.Sentence,
        InLead = facts is not null && kept.Trigger.Start < facts.LeadEnd,
        Span = kept.Span,
        Trigger = kept.Trigger,
        TriggerText = kept.TriggerText,
    };

    private static ImmutableArray<ExportParty> Parties(ImmutableArray<KeptParty> parties, RecordFacts? facts) =>
    [
        .. parties.Select(party => new ExportParty(
            party.Reference, party.Name, party.Kind, party.Code, party.Country, party.Sector, party.Office, party.Text, party.Span,
            facts is not null && facts.IsPointer(party.Mention))),
    ];

    // The words of the place stand in the event's sentence as a rule; elsewhere the record has them, where it was read.
    private static ExportPlace? Place(KeptEvent kept, RecordFacts? facts)
    {
        if (kept.Place is not { } place) return null;
        TextSpan inside = new(place.Span.Start - kept.SentenceSpan.Start, place.Span.End - kept.SentenceSpan.Start);
        string? words = inside.Start >= 0 && inside.End <= kept.Sentence.Length ? inside.In(kept.Sentence) : facts?.Words(place.Span);
        return new ExportPlace(place.Name, place.Country, place.Latitude, place.Longitude, words);
    }

    private static ExportCount Count(PeopleCount? count) => new(count?.Min, count?.Max);

    private static string? Number(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private RecordFacts? FactsOf(long revision)
    {
        if (_revision == revision) return _facts;
        _revision = revision;
        return _facts = archive.Articles.Record(revision) is { } record ? new RecordFacts(record) : null;
    }
}
