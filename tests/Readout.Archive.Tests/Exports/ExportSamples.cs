using Readout.Archive.Exports;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Tests.Exports;

/// <summary>Invented events of an invented week, one for each rule of the layouts.</summary>
internal static class ExportSamples
{
    public static ExportParty Norway { get; } = Party("state/NOR", "Norway", "state", "NOR", null, "Oslo", 0);

    public static ExportParty Minister { get; } =
        new("person/ada-holt", "Ada Holt", "person", "NOR", "NOR", "GOV", "Minister of Foreign Affairs", "Holt", new TextSpan(70, 74));

    public static ExportParty Chile { get; } = Party("state/CHL", "Chile", "state", "CHL", null, "Santiago", 90);

    public static ExportParty Envoy { get; } =
        new(null, "Luis Vera", "person", "CHL", "CHL", "GOV", null, "he", new TextSpan(120, 122), IsPointer: true);

    public static ExportParty United { get; } = new("body/UNO", "United Nations", "igo", "UNO", "UNO", null, null, "the U.N.", new TextSpan(140, 148));

    public static ExportParty Front { get; } =
        new("group/northern-front", "Northern Front", "group", "northern-front", "TCD", "REB", null, "the Front", new TextSpan(10, 19));

    public static ExportParty Army { get; } = Party(null, "soldiers", "agent", "TCD", "MIL", "soldiers", 30);

    /// <summary>A visit with its host: the visitor acts.</summary>
    public static ExportEvent Visit { get; } = Event("11", EventType.Consult) with
    {
        Mode = "visit",
        Contexts = ["diplomatic", "economic"],
        Cameo = "042",
        Goldstein = 1.9,
        PloverScore = 4,
        From = new DateOnly(2019, 3, 4),
        To = new DateOnly(2019, 3, 4),
        Granularity = "day",
        Actors = [Minister],
        Recipients = [Chile],
        Place = new ExportPlace("Valparaiso", "CHL", -33, -71.6, "Valparaiso"),
        Story = "s1",
        Confidence = 0.905,
        Names = new StoryNames(["Ada Holt", "Luis Vera"], ["United Nations"], ["Norway", "Chile", "Valparaiso"]),
    };

    /// <summary>Talks of three parties, of whom two are of one country.</summary>
    public static ExportEvent Talks { get; } = Event("22", EventType.Consult) with
    {
        Contexts = ["diplomatic"],
        Cameo = "040",
        Goldstein = 1.0,
        PloverScore = 2.5,
        Actors = [Minister, Chile, Envoy],
        DateUnresolved = "no words of time",
        Confidence = 0.88,
    };

    /// <summary>An accusation by two, told by a third.</summary>
    public static ExportEvent Accusation { get; } = Event("33", EventType.Accuse) with
    {
        Mode = "disapprove",
        Cameo = "111",
        Goldstein = -2.0,
        PloverScore = -3,
        From = new DateOnly(2019, 3, 3),
        To = new DateOnly(2019, 3, 5),
        Granularity = "day",
        Actors = [Norway, United],
        Recipients = [Front],
        Speakers = [United],
        Stance = "claimed",
        Place = new ExportPlace("Chad", "TCD", 15.5, 18.7, "Chad"),
        Confidence = 0.7,
    };

    /// <summary>A fight with dead, both sides acting.</summary>
    public static ExportEvent Fight { get; } = Event("44", EventType.Assault) with
    {
        Cameo = "190",
        Goldstein = -10,
        PloverScore = -9,
        Contexts = ["military"],
        Actors = [Army, Front],
        Dead = new ExportCount(12, null),
        Injured = new ExportCount(null, 40),
        To = new DateOnly(2019, 12, 31),
        Granularity = "day",
        Confidence = 0.99,
    };

    /// <summary>A meeting still to come.</summary>
    public static ExportEvent Coming { get; } = Event("55", EventType.Agree) with
    {
        Action = EventType.Consult,
        Cameo = "036",
        Goldstein = 4.0,
        PloverScore = 3,
        Status = EventStatus.Future,
        Actors = [Norway, Chile],
        From = new DateOnly(2019, 3, 11),
        To = new DateOnly(2019, 3, 17),
        Granularity = "week",
        Confidence = 0.8,
    };

    /// <summary>A deed of which nothing is known but that it was done; its texts are such as a spreadsheet or a tab would break.</summary>
    public static ExportEvent Bare { get; } = Event("66", EventType.Protest) with
    {
        PloverScore = -5,
        Confidence = 0.5,
        Report = BareReport,
        Reports = [BareReport],
    };

    /// <summary>All of them.</summary>
    public static ExportEvent[] All { get; } = [Visit, Talks, Accusation, Fight, Coming, Bare];

    private static ExportReport BareReport =>
        Report with { Url = null, Source = null, Published = null, Title = "=HYPERLINK(\"x\"), \"quoted\"", SentenceText = "'Tis a tab:\t; and\na break" };

    private static ExportReport Report => new()
    {
        Article = "a7",
        Identity = "https://news.example/2019/a7?x=1",
        Revision = 2,
        Url = "https://news.example/2019/a7?x=1&y=2",
        Source = "The Fjord Post",
        Title = "Minister in Valparaiso",
        Published = new DateOnly(2019, 3, 6),
        TextLength = 812,
        Sentence = 1,
        SentenceText = "Holt flew to Valparaiso on Monday.",
        InLead = true,
        Span = new TextSpan(70, 104),
        Trigger = new TextSpan(75, 79),
        TriggerText = "flew",
    };

    /// <summary>The visit as a happening that three articles tell, two of them copies of one text.</summary>
    public static ExportEvent Happening { get; } = Visit with
    {
        Key = "h9",
        Happening = "h9",
        Reports =
        [
            Visit.Report with { CopyGroup = 7 },
            Visit.Report with { Article = "b8", Identity = "id:Andes Daily/b8", Source = "Andes Daily", CopyGroup = 7, Sentence = 4, Url = null, Published = new DateOnly(2019, 3, 7) },
            Visit.Report with { Article = "c9", Identity = "https://harbour.example/c9", Source = "Harbour Times", CopyGroup = 12, Sentence = 0, Url = "https://harbour.example/c9", Published = new DateOnly(2019, 3, 8) },
        ],
    };

    private static ExportEvent Event(string key, EventType type) => new()
    {
        Key = key,
        Type = type,
        Report = Report,
        Reports = [Report],
        Frame = "sample.frame",
        PackVersion = "1.2.3",
        PackHash = "abc0",
    };

    private static ExportParty Party(string? id, string name, string kind, string code, string? sector, string text, int start) =>
        new(id, name, kind, code, code, sector, null, text, new TextSpan(start, start + text.Length));
}
