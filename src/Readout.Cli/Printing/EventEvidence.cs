using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>The words that an event rests on, by what they are evidence for.</summary>
internal static class EventEvidence
{
    public static IEnumerable<(Role Role, TextSpan Span)> Of(ArticleRecord record, CodedEvent coded)
    {
        yield return (Role.Deed, coded.Trigger);
        foreach (int index in coded.Actors) yield return (Role.Actor, record.Mentions[index].Span);
        foreach (int index in coded.Recipients) yield return (Role.Recipient, record.Mentions[index].Span);
        if (coded.Date?.Reference is { } id && record.Dates.FirstOrDefault(date => date.Id == id) is { } date) yield return (Role.Date, date.Span);
        if (coded.Place is { } place) yield return (Role.Place, place.Span);
        foreach (Attribution entry in coded.Attribution)
        {
            if (entry.Speaker is int speaker) yield return (Role.Source, record.Mentions[speaker].Span);
        }
    }
}
