using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Marks events that point back to a dated happening as historical.</summary>
internal sealed class HappeningMatcher(Happenings happenings, Document document, IPartySource parties)
{
    private const int BackgroundDays = 14;

    /// <summary>Changes the status of those matches from actual to historical.</summary>
    public void Mark(List<Match> matches)
    {
        if (document.Article.Published is not { } published || happenings.All.IsEmpty) return;
        foreach (Match match in matches)
        {
            if (match.Status.Status != EventStatus.Actual || match.Args.LightVerb >= 0) continue;
            foreach (Happening happening in happenings.For(document.Token(match.Trigger).Lemma))
            {
                if (happening.From.AddDays(BackgroundDays) > published || !happening.Types.Contains(match.Type) || !Agrees(happening, match)) continue;
                match.Status = new StatusReading(EventStatus.Historical, match.Trigger);
                break;
            }
        }
    }

    /// <summary>All parties that have a code took part, and both sides, or the deed is a noun.</summary>
    private bool Agrees(Happening happening, Match match)
    {
        int known = 0;
        foreach (int mention in match.Actors)
        {
            if (!Took(happening, mention, ref known)) return false;
        }

        foreach (int mention in match.Recipients)
        {
            if (!Took(happening, mention, ref known)) return false;
        }

        return known >= 2 || (known == 1 && match.IsNominal);
    }

    private bool Took(Happening happening, int mention, ref int known)
    {
        string? code = parties.Actor(mention).Code;
        if (code is null) return true;
        known++;
        return happening.Parties.Contains(code);
    }
}
