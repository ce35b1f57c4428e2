using System.Collections.Immutable;
using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive.Watches;

namespace Readout.Desk.Watches;

/// <summary>The form of a watch: what was written into it, and what that means.</summary>
internal static class WatchForms
{
    private const int Longest = 2000;

    /// <summary>What a reader sent, or what an address asks to be filled in.</summary>
    /// <param name="value">The values of a name.</param>
    /// <param name="id">Number of the watch, or null.</param>
    public static WatchFormModel Read(Func<string, IReadOnlyList<string?>> value, long? id) => new()
    {
        Id = id,
        Name = Text(value, "name"),
        Relations = Text(value, "relation"),
        Actors = Text(value, "actor"),
        Countries = Text(value, "country"),
        Types = Texts(value, "type"),
        Modes = Text(value, "mode"),
        Contexts = Text(value, "context"),
        Statuses = Texts(value, "status"),
        Words = Text(value, "words"),
        Pace = Text(value, "pace", "daily"),
        Hour = Text(value, "hour", "6"),
        Day = Text(value, "day", "monday"),
    };

    /// <summary>The form that gives a watch again.</summary>
    public static WatchFormModel Of(Watch watch)
    {
        WatchQuestion question = watch.Question;
        return new WatchFormModel
        {
            Id = watch.Id,
            Name = watch.Name,
            Relations = string.Join("; ", question.Relations),
            Actors = string.Join("; ", question.Actors),
            Countries = string.Join("; ", question.Countries),
            Types = [.. question.Types.Select(type => Coding.Record.Spelling.Spelt(type))],
            Modes = string.Join("; ", question.Modes),
            Contexts = string.Join("; ", question.Contexts),
            Statuses = [.. question.Statuses.Select(status => Coding.Record.Spelling.Spelt(status))],
            Words = question.Words,
            Pace = watch.Rhythm.Pace switch { WatchPace.Daily => "daily", WatchPace.Weekly => "weekly", _ => "move" },
            Hour = watch.Rhythm.Hour.ToString(CultureInfo.InvariantCulture),
            Day = watch.Rhythm.Day.ToString().ToLowerInvariant(),
        };
    }

    /// <summary>What the form means.</summary>
    /// <exception cref="FormatException">A part of it cannot be understood; the message says which.</exception>
    /// <exception cref="ArgumentException">It cannot be a watch; the message says why.</exception>
    public static WatchDraft Draft(WatchFormModel form, SideNames names)
    {
        WatchRhythm rhythm = form.Pace switch
        {
            "daily" => new WatchRhythm(WatchPace.Daily, WatchRhythm.HourOf(form.Hour)),
            "weekly" => new WatchRhythm(WatchPace.Weekly, WatchRhythm.HourOf(form.Hour), WatchRhythm.DayOf(form.Day)),
            "move" => new WatchRhythm(WatchPace.OnMove),
            _ => throw new FormatException("a rhythm is daily, weekly or move"),
        };
        WatchDraft draft = new(form.Name, new WatchQuestion
        {
            Relations = [.. Parts(form.Relations).Select(names.Relation).Distinct()],
            Actors = [.. Parts(form.Actors).Select(names.Actor).Distinct(StringComparer.Ordinal)],
            Countries = [.. Parts(form.Countries).Select(names.Code).Distinct(StringComparer.Ordinal)],
            Types = [.. form.Types.Select(WatchQuestionJson.Type).Distinct()],
            Modes = Parts(form.Modes),
            Contexts = Parts(form.Contexts),
            Statuses = [.. form.Statuses.Select(WatchQuestionJson.Status).Distinct()],
            Words = form.Words,
        }, rhythm);
        WatchStore.Check(draft);
        return draft;
    }

    private static ImmutableArray<string> Parts(string text) => [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static ImmutableArray<string> Texts(Func<string, IReadOnlyList<string?>> value, string name) => [.. value(name).OfType<string>().Where(one => one.Length > 0).Take(WatchStore.MostValues)];

    private static string Text(Func<string, IReadOnlyList<string?>> value, string name, string usual = "")
    {
        string text = (value(name) is [{ } first, ..] ? first : usual).Trim();
        return text.Length <= Longest ? text : text[..Longest];
    }
}
