using System.Globalization;
using Readout.Analysis.Copies;
using Readout.Analysis.Happenings;
using Readout.Analysis.Meetings;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Happenings;

/// <summary>Holds the merging of reports and the following of meetings to the sequences, through the real reader.</summary>
public sealed class SequenceTests(ReadSequences read, ITestOutputHelper output) : IClassFixture<ReadSequences>
{
    [Fact]
    public void Happenings_are_identified_and_their_disputes_seen()
    {
        int asked = 0;
        int found = 0;
        int disputes = 0;
        int seen = 0;
        foreach ((Sequence sequence, ArticleRecord[] records) in read.All)
        {
            List<(long Number, Account[] Accounts)> happenings = Merge(records);
            foreach (ExpectedHappening expected in sequence.Happenings ?? [])
            {
                asked++;
                Account[]? match = happenings.Select(happening => happening.Accounts).FirstOrDefault(accounts => Is(expected, accounts, sequence));
                if (match is null) output.WriteLine($"missed in {sequence.Id}: {expected.Type} {string.Join(' ', expected.Parties)} in {string.Join(' ', expected.Articles)}; there are\n{Shown(happenings)}");
                else found++;
                if (expected.Disputed is null && expected.Voices is null) continue;
                disputes++;
                if (match is not null && Agrees(expected, HappeningSummary.Of(match))) seen++;
                else output.WriteLine($"dispute in {sequence.Id}: {string.Join(' ', expected.Disputed ?? [])}; {(match is null ? "" : string.Join("; ", HappeningSummary.Of(match).Claims))}");
            }
        }

        output.WriteLine($"happenings {found} of {asked}, disputes and voices {seen} of {disputes}");
        Assert.True(found * 100 >= asked * 85, $"{found} of {asked}");
        Assert.True(seen * 100 >= disputes * 80, $"{seen} of {disputes}");
    }

    [Fact]
    public void Meetings_are_followed_to_their_end_under_one_identifier()
    {
        int asked = 0;
        int found = 0;
        int states = 0;
        int dates = 0;
        int dated = 0;
        foreach ((Sequence sequence, ArticleRecord[] records) in read.All)
        {
            (FollowedMeeting[] meetings, int rises) = Follow(sequence, records);
            Assert.Equal(meetings.Length, meetings.Select(meeting => meeting.Uid).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(rises, meetings.Sum(meeting => meeting.Sequence));
            foreach (ExpectedMeeting expected in sequence.Meetings ?? [])
            {
                asked++;
                FollowedMeeting? match = meetings.FirstOrDefault(meeting => Is(expected, meeting));
                if (match is not null) found++;
                bool state = match?.View.State.Spelt() == expected.State;
                if (state) states++;
                if (expected.From is not null) dated++;
                bool date = expected.From is not null && match?.View.From == Day(expected.From) && match?.View.To == Day(expected.To!);
                if (date) dates++;
                if (match is null || !state || (expected.From is not null && !date)) output.WriteLine($"{sequence.Id}: expected {expected.State} {expected.From} in {string.Join(' ', expected.Articles)}; there are\n{Shown(meetings)}");
            }
        }

        output.WriteLine($"meetings {found} of {asked}, final states {states}, dates {dates} of {dated}");
        Assert.True(found * 100 >= asked * 85, $"{found} of {asked}");
        Assert.True(states * 100 >= asked * 90, $"{states} of {asked}");
    }

    private static List<(long Number, Account[] Accounts)> Merge(ArticleRecord[] records)
    {
        CopyBook copies = new();
        HappeningBook book = new();
        for (int article = 0; article < records.Length; article++)
        {
            long voice = copies.Add(records[article].Article);
            foreach (Report report in Report.Of(records[article])) book.Add(report, article, voice);
        }

        return [.. book.Happenings.Select(happening => (happening.Key, happening.Value.ToArray()))];
    }

    private static (FollowedMeeting[] Meetings, int Rises) Follow(Sequence sequence, ArticleRecord[] records)
    {
        MeetingBook book = new();
        int rises = 0;
        for (int article = 0; article < records.Length; article++)
        {
            foreach (Telling telling in Telling.Of(records[article], article, article * 100))
            {
                Dictionary<long, MeetingView> before = book.Meetings.ToDictionary(meeting => meeting.Number, meeting => meeting.View);
                FollowedMeeting meeting = book.Add(telling, $"{sequence.Id}/{article}");
                if (before.TryGetValue(meeting.Number, out MeetingView? view) && !view.SameEntry(meeting.View)) rises++;
            }
        }

        return ([.. book.Meetings], rises);
    }

    private static bool Is(ExpectedHappening expected, Account[] accounts, Sequence sequence)
    {
        HappeningSummary summary = HappeningSummary.Of(accounts);
        string[] articles = [.. accounts.Select(account => sequence.Articles[account.Article].Id).Distinct().Order(StringComparer.Ordinal)];
        return summary.Type.Spelt() == expected.Type && articles.SequenceEqual(expected.Articles)
            && expected.Parties.All(party => summary.Actors.Concat(summary.Recipients).Contains(party, StringComparer.Ordinal))
            && summary.From >= Day(expected.From) && summary.To <= Day(expected.To);
    }

    private static bool Agrees(ExpectedHappening expected, HappeningSummary summary)
    {
        string[] disputed = [.. summary.Claims.Where(claim => claim.Standing == Standing.Disputed).Select(claim => Kind(claim.Aspect)).Distinct().Order(StringComparer.Ordinal)];
        return (expected.Disputed is null || disputed.SequenceEqual(expected.Disputed.Order(StringComparer.Ordinal))) && (expected.Voices is null || summary.Voices == expected.Voices);
    }

    private static string Kind(string aspect) => aspect switch
    {
        "actors" or "recipients" => "who",
        "dead" or "injured" or "detained" or "participants" => "size",
        _ => aspect,
    };

    private static bool Is(ExpectedMeeting expected, FollowedMeeting meeting)
    {
        string[] articles = [.. meeting.Tellings.Select(telling => telling.Article + 1).Distinct().Select(number => number.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];
        return articles.SequenceEqual(expected.Articles) && meeting.View.Codes.SequenceEqual(expected.Parties.Order(StringComparer.Ordinal));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(IEnumerable<(long Number, Account[] Accounts)> happenings) => string.Join('\n', happenings.Select(happening =>
        $"  {happening.Number}: " + string.Join(" | ", happening.Accounts.Select(account => $"[{account.Article + 1}] {account.Report.Type} {account.Report.Trigger} {string.Join('+', account.Report.Actors.Select(party => party.Code ?? party.Name))} > {string.Join('+', account.Report.Recipients.Select(party => party.Code ?? party.Name))} {account.Report.From:yyyy-MM-dd} {account.Report.Place} {account.Report.Status} {account.Report.Size.Dead?.Min}"))));

    private static string Shown(IEnumerable<FollowedMeeting> meetings) => string.Join('\n', meetings.Select(meeting =>
        $"  {meeting.View.State.Spelt()} {string.Join('+', meeting.View.Codes)} {meeting.View.From:yyyy-MM-dd}: " + string.Join(" | ", meeting.Tellings.Select(telling =>
            $"[{telling.Article + 1}] {telling.State.Spelt()} {string.Join('+', telling.Parties.Select(party => party.Code ?? party.Name))} {telling.From:yyyy-MM-dd}..{telling.To:yyyy-MM-dd} {telling.Level} {telling.Place}"))));
}
