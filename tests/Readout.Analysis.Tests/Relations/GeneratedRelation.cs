using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Coding.Record;

namespace Readout.Analysis.Tests.Relations;

/// <summary>
/// A relation made up from a seed, with breaks where they were planted: counts over-dispersed (gamma-Poisson), coverage that
/// grows fourfold, months without anything, a heavy-tailed mood of each period (Student's t of three degrees), and now and
/// then a crisis or a summit that fills one period with happenings of one kind.
/// </summary>
internal sealed record GeneratedRelation(RelationHistory History, PeriodKind Kind, int Length, ImmutableArray<int> Breaks, ImmutableArray<double> Jumps)
{
    public static readonly RelationPair Pair = RelationPair.Of("USA", "RUS");
    public static readonly DateOnly Start = new(1980, 1, 1);

    private static readonly (EventType Type, int Tenths)[] Friendly =
    [
        (EventType.Consult, 25), (EventType.Consult, 40), (EventType.Consult, 15), (EventType.Consult, 25), (EventType.Agree, 25), (EventType.Agree, 25),
        (EventType.Support, 50), (EventType.Cooperate, 95), (EventType.Aid, 100), (EventType.Retreat, 65),
    ];

    private static readonly (EventType Type, int Tenths)[] Hostile =
    [
        (EventType.Accuse, -20), (EventType.Accuse, -35), (EventType.Accuse, -20), (EventType.Reject, -20), (EventType.Request, -10), (EventType.Threaten, -35),
        (EventType.Sanction, -60), (EventType.Mobilize, -65), (EventType.Coerce, -70), (EventType.Assault, -90),
    ];

    /// <summary>Mean scores of the two lists, in points.</summary>
    private const double FriendlyMean = 4.65;

    private const double HostileMean = -4.05;

    public RelationSeries Series => SeriesOf(History);

    /// <summary>The series of another history over the same days.</summary>
    public RelationSeries SeriesOf(RelationHistory history) => RelationSeries.Of(Pair, history, Kind, Kind.StartOf(Start), LastDay(Kind, Length));

    /// <summary>A relation with so many breaks, at least nine periods apart; <paramref name="carry"/> is how much of a period's mood is the next one's, <paramref name="bursts"/> how often a period is full of happenings of one kind.</summary>
    public static GeneratedRelation Of(int seed, int breaks, double rate = 0, PeriodKind? kind = null, double leastJump = 3, double mostJump = 5, double carry = 0, double bursts = 0.03)
    {
        Random random = new(seed);
        PeriodKind step = kind ?? (seed % 2 == 0 ? PeriodKind.Month : PeriodKind.Week);
        int length = 60 + random.Next(61);
        ImmutableArray<int> places = Places(random, length, breaks);
        double level = (1 + random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1);
        double perPeriod = rate > 0 ? rate : 12 * Math.Pow(5, random.NextDouble());
        ImmutableArray<RelationEvent>.Builder events = ImmutableArray.CreateBuilder<RelationEvent>();
        ImmutableArray<double>.Builder jumps = ImmutableArray.CreateBuilder<double>();
        int gap = random.Next(length);
        double mood = 0;
        DateOnly day = step.StartOf(Start);
        for (int period = 0; period < length; period++)
        {
            if (places.Contains(period))
            {
                double size = leastJump + (mostJump - leastJump) * random.NextDouble();
                jumps.Add(level >= 0 ? -size : size);
                level += jumps[^1];
            }

            mood = carry * mood + Math.Sqrt(1 - carry * carry) * 0.4 * StudentOfThree(random);
            bool missing = random.NextDouble() < 0.08 || period >= gap && period < gap + 3;
            if (!missing) Fill(random, events, step, day, level + mood, perPeriod * (0.4 + 1.2 * period / length), bursts);
            day = step.Next(day);
        }

        return new GeneratedRelation(new RelationHistory(events.ToImmutable(), 0), step, length, places, jumps.ToImmutable());
    }

    private static void Fill(Random random, ImmutableArray<RelationEvent>.Builder events, PeriodKind kind, DateOnly from, double level, double rate, double bursts)
    {
        bool burst = random.NextDouble() < bursts;
        int count = Poisson(random, rate * Gamma(random, 3) / 3 * (burst ? 5 : 1));
        double friendly = Math.Clamp((level - HostileMean) / (FriendlyMean - HostileMean), 0.02, 0.98);
        if (burst) friendly = random.NextDouble() < 0.5 ? 0.05 : 0.95;
        int days = kind.Next(from).DayNumber - from.DayNumber;
        for (int i = 0; i < count; i++)
        {
            (EventType type, int tenths) = random.NextDouble() < friendly ? Friendly[random.Next(Friendly.Length)] : Hostile[random.Next(Hostile.Length)];
            events.Add(new RelationEvent(events.Count + 1, from.AddDays(random.Next(days)), type, (Direction)(1 + random.Next(3)), tenths, tenths, ContactLevel.Unknown));
        }
    }

    private static ImmutableArray<int> Places(Random random, int length, int breaks)
    {
        int room = length / Math.Max(1, breaks);
        return [.. Enumerable.Range(0, breaks).Select(i => i * room + 9 + random.Next(room - 17))];
    }

    private static DateOnly LastDay(PeriodKind kind, int length)
    {
        DateOnly day = kind.StartOf(Start);
        for (int i = 0; i < length; i++) day = kind.Next(day);
        return day.AddDays(-1);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double StudentOfThree(Random random)
    {
        double square = 0;
        for (int i = 0; i < 3; i++) square += Math.Pow(Normal(random), 2);
        return Normal(random) / Math.Sqrt(square / 3);
    }

    /// <summary>A gamma variable of a whole-numbered shape.</summary>
    private static double Gamma(Random random, int shape)
    {
        double sum = 0;
        for (int i = 0; i < shape; i++) sum -= Math.Log(1 - random.NextDouble());
        return sum;
    }

    private static int Poisson(Random random, double rate)
    {
        int count = 0;
        for (double time = -Math.Log(1 - random.NextDouble()); time < rate; time -= Math.Log(1 - random.NextDouble())) count++;
        return count;
    }
}
