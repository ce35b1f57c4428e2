using System.Globalization;

namespace Readout.Analysis.Watches;

/// <summary>When a watch yields a brief.</summary>
public enum WatchPace
{
    /// <summary>Every day at an hour.</summary>
    Daily,

    /// <summary>Every week on a day at an hour.</summary>
    Weekly,

    /// <summary>As soon as the thaw-freeze index of one of its relations moves.</summary>
    OnMove,
}

/// <summary>The rhythm of a watch; hours are UTC. Immutable.</summary>
/// <param name="Pace">When it yields a brief.</param>
/// <param name="Hour">The hour, 0 to 23; of no account at <see cref="WatchPace.OnMove"/>.</param>
/// <param name="Day">The day of the week at <see cref="WatchPace.Weekly"/>.</param>
public sealed record WatchRhythm(WatchPace Pace, int Hour = 6, DayOfWeek Day = DayOfWeek.Monday)
{
    /// <summary>How often a relation's index is looked at.</summary>
    public static readonly TimeSpan Glance = TimeSpan.FromMinutes(15);

    /// <summary>The rhythm as kept: <c>daily 6</c>, <c>weekly monday 6</c>, <c>move</c>.</summary>
    public override string ToString() => Pace switch
    {
        WatchPace.Daily => string.Create(CultureInfo.InvariantCulture, $"daily {Hour}"),
        WatchPace.Weekly => string.Create(CultureInfo.InvariantCulture, $"weekly {Day.ToString().ToLowerInvariant()} {Hour}"),
        _ => "move",
    };

    /// <summary>The rhythm for people: <c>every day at 06:00 UTC</c>.</summary>
    public string Told => Pace switch
    {
        WatchPace.Daily => string.Create(CultureInfo.InvariantCulture, $"every day at {Hour:00}:00 UTC"),
        WatchPace.Weekly => string.Create(CultureInfo.InvariantCulture, $"every {Day} at {Hour:00}:00 UTC"),
        _ => "at once when an index moves",
    };

    /// <summary>Reads what <see cref="ToString"/> gives; hour and day may be left out.</summary>
    /// <exception cref="FormatException">It is no rhythm.</exception>
    public static WatchRhythm Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            ["move"] => new WatchRhythm(WatchPace.OnMove),
            ["daily"] => new WatchRhythm(WatchPace.Daily),
            ["daily", string hour] => new WatchRhythm(WatchPace.Daily, HourOf(hour)),
            ["weekly"] => new WatchRhythm(WatchPace.Weekly),
            ["weekly", string day] => new WatchRhythm(WatchPace.Weekly, Day: DayOf(day)),
            ["weekly", string day, string hour] => new WatchRhythm(WatchPace.Weekly, HourOf(hour), DayOf(day)),
            _ => throw new FormatException($"'{text}' is no rhythm; write daily, weekly or move"),
        };
    }

    /// <summary>An hour of the day, 0 to 23.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int HourOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour <= 23 ? hour : throw new FormatException($"'{text}' is no hour, 0 to 23");

    /// <summary>A day of the week by its English name or the first three letters of it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DayOfWeek DayOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (DayOfWeek day in Enum.GetValues<DayOfWeek>())
        {
            string name = day.ToString();
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(name[..3], text, StringComparison.OrdinalIgnoreCase)) return day;
        }

        throw new FormatException($"'{text}' is no day of the week");
    }

    /// <summary>How long a period is where no brief came before.</summary>
    public TimeSpan FirstPeriod => Pace == WatchPace.Weekly ? TimeSpan.FromDays(7) : TimeSpan.FromDays(1);

    /// <summary>The latest turn that is not after a moment: where a period ends. The moment itself at <see cref="WatchPace.OnMove"/>.</summary>
    public DateTimeOffset TurnBefore(DateTimeOffset now)
    {
        DateTimeOffset utc = now.ToUniversalTime();
        if (Pace == WatchPace.OnMove) return utc;
        DateTimeOffset turn = new(utc.Year, utc.Month, utc.Day, Hour, 0, 0, TimeSpan.Zero);
        if (turn > utc) turn = turn.AddDays(-1);
        return Pace == WatchPace.Daily ? turn : turn.AddDays(-(((int)turn.DayOfWeek - (int)Day + 7) % 7));
    }

    /// <summary>The first turn after a moment; at <see cref="WatchPace.OnMove"/> the next look at the index.</summary>
    public DateTimeOffset TurnAfter(DateTimeOffset now) => Pace switch
    {
        WatchPace.Daily => TurnBefore(now).AddDays(1),
        WatchPace.Weekly => TurnBefore(now).AddDays(7),
        _ => now.ToUniversalTime() + Glance,
    };
}
