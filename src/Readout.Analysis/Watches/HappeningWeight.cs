using Readout.Analysis.Relations;
using Readout.Analysis.Reports;
using Readout.Coding.Record;

namespace Readout.Analysis.Watches;

/// <summary>
/// How much a happening weighs in a brief, in whole points: how far it lies from 0 on PLOVER's scale, and what else makes news of it.
/// The points are ours; <c>docs/watches.md</c> lists them.
/// </summary>
public static class HappeningWeight
{
    private const int Deed = 15;
    private const int VoiceStep = 10;
    private const int MostOfVoices = 50;
    private const int DeadStep = 12;

    /// <summary>The weight of a happening by one of its reports and by how many voices tell it.</summary>
    /// <param name="report">The report that stands for it.</param>
    /// <param name="voices">How many articles tell it, copies counted once.</param>
    public static int Of(Report report, int voices)
    {
        ArgumentNullException.ThrowIfNull(report);
        int weight = Math.Abs(RelationEvent.Tenths(report.PloverScore));
        if (report.Type.Quad() is QuadClass.MaterialConflict or QuadClass.MaterialCooperation) weight += Deed;
        weight += Math.Min(MostOfVoices, VoiceStep * Doublings(voices));
        weight += LevelPoints(Highest(report));
        weight += DeadStep * Digits(report.Size.Dead);
        return report.Status switch
        {
            EventStatus.Actual => weight,
            EventStatus.Negated => weight * 2 / 3,
            _ => weight / 2,
        };
    }

    /// <summary>The level of those who take part, by their offices.</summary>
    public static ContactLevel Highest(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ContactLevel highest = ContactLevels.Of(report);
        foreach (Party party in report.Actors.Concat(report.Recipients))
        {
            ContactLevel level = ContactLevels.OfOffice(party.Office);
            if (level > highest) highest = level;
        }

        return highest;
    }

    /// <summary>The points of a level: leaders 25, ministers 12, officials 4.</summary>
    public static int LevelPoints(ContactLevel level) => level switch
    {
        ContactLevel.Leader => 25,
        ContactLevel.Minister => 12,
        ContactLevel.Official => 4,
        _ => 0,
    };

    // 1 voice is no doubling, 2 are one, 3 and 4 two, 5 to 8 three.
    private static int Doublings(int voices) => voices <= 1 ? 0 : 32 - int.LeadingZeroCount(voices - 1);

    private static int Digits(PeopleCount? count)
    {
        int least = count?.Min ?? count?.Max ?? 0;
        int digits = 0;
        for (; least > 0; least /= 10) digits++;
        return digits;
    }
}
