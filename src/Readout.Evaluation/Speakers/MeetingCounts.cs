using System.Collections.Immutable;
using System.Globalization;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Speakers;

/// <summary>Sums the agreement of meetings, paired one to one within a text.</summary>
internal sealed class MeetingCounts
{
    private const int TriggerRank = 100;
    private const int PartyRank = 10;
    private const int DaysRank = 5;

    private readonly ConfusionMatrix _states = new();
    private MatchCounts _found, _parties, _absent;
    private (long Right, long Given) _days, _place, _level;

    public void Add(ImmutableArray<ToldMeeting> found, ImmutableArray<ToldMeeting> gold)
    {
        List<(int Rank, int Found, int Gold)> candidates = [];
        for (int f = 0; f < found.Length; f++)
        {
            for (int g = 0; g < gold.Length; g++)
            {
                if (Rank(found[f], gold[g]) is > 0 and int rank) candidates.Add((rank, f, g));
            }
        }

        IReadOnlyList<(int Found, int Gold)> pairs = SpanPairs.OneToOne(candidates);
        _found += new MatchCounts(pairs.Count, found.Length, gold.Length);
        foreach ((int f, int g) in pairs) AddPair(found[f], gold[g]);
    }

    public void AddTo(ScoreList scores)
    {
        scores.AddF1("meetings found", _found);
        scores.AddAccuracy("state of matched meetings", _states.Correct, _states.Total);
        scores.AddF1("parties of matched meetings", _parties);
        scores.AddF1("absent of matched meetings", _absent);
        scores.AddAccuracy("days of matched meetings, where given", _days.Right, _days.Given);
        scores.AddAccuracy("place of matched meetings, where given", _place.Right, _place.Given);
        scores.AddAccuracy("level of matched meetings, where given", _level.Right, _level.Given);
    }

    public ImmutableArray<ScoreTable> Tables => _states.Total == 0 ? [] : [_states.ByClass("state of matched meetings"), _states.ToTable("confusion of states")];

    private void AddPair(ToldMeeting found, ToldMeeting gold)
    {
        _states.Add(Spelt(gold), Spelt(found));
        _parties += MatchCounts.OfBags(found.Parties, gold.Parties);
        _absent += MatchCounts.OfBags(found.Absent, gold.Absent);
        if (gold.From is not null || gold.To is not null) Count(ref _days, SameDays(found, gold));
        if (gold.PlaceCountry is not null) Count(ref _place, string.Equals(found.PlaceCountry, gold.PlaceCountry, StringComparison.Ordinal));
        if (gold.Level is not null) Count(ref _level, string.Equals(found.Level, gold.Level, StringComparison.Ordinal));
    }

    private static string Spelt(ToldMeeting meeting) => meeting.State.ToString().ToLower(CultureInfo.InvariantCulture);

    private static void Count(ref (long Right, long Given) tally, bool isRight) => tally = (tally.Right + (isRight ? 1 : 0), tally.Given + 1);

    /// <summary>100 for words of the text in common, 10 for each party in common, 5 for the same days; 0 for no pair.</summary>
    private static int Rank(ToldMeeting found, ToldMeeting gold)
    {
        int rank = found.Triggers.Any(one => gold.Triggers.Any(one.Overlaps)) ? TriggerRank : 0;
        rank += PartyRank * found.Parties.Concat(found.Absent).Distinct().Count(code => gold.Parties.Contains(code) || gold.Absent.Contains(code));
        if (SameDays(found, gold) && (gold.From is not null || gold.To is not null)) rank += DaysRank;
        return rank;
    }

    private static bool SameDays(ToldMeeting found, ToldMeeting gold) => found.From == gold.From && found.To == gold.To;
}
