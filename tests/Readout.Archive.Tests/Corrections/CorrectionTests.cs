using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Readout.Archive.Corrections;
using Readout.Archive.Exports;
using Readout.Archive.Reading;
using Readout.Archive.Search;
using Readout.Archive.Store;
using Readout.Archive.Tests.Engines;
using Readout.Archive.Verify;
using Readout.Archive.Writing;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Archive.Tests.Corrections;

/// <summary>Corrects real archives on both engines.</summary>
public sealed class CorrectionTests
{
    private static readonly DateTimeOffset Now = new(2031, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Codebook> Book = new(() => Codebook.Parse([new DataFile("codebook/small.txt", Small)], new List<DataProblem>()));

    private const string Small = """
        type CONSULT
          quad: verbal-cooperation
          score: 2.5
          cameo: 040
          definition: Meetings.

        mode visit
          score: 4
          cameo: 042
          definition: A visit.

        type REJECT
          quad: verbal-conflict
          score: -4
          cameo: 120
          definition: Refusals.

        mode meet
          score: -5
          cameo: 125
          definition: A meeting is refused.

        goldstein
          040 1.0
          042 1.9
          120 -4.0
          125 -5.0
        """;

    public static TheoryData<string> Engines => Engine.All;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_change_is_seen_by_every_query(string engine)
    {
        using TestArchive test = Filled(engine);
        string key = Records.Visit().Events[0].Key;
        CorrectionResult result = Log(test).Correct(key[..8], CorrectionKind.Change, Fields("type=REJECT", "mode=meet", "recipients=RUR", "from=2031-04-30", "place="), "ida", Now, "it was refused");
        Assert.Equal((CorrectionOutcome.Applied, key), (result.Outcome, result.Key));
        KeptEvent kept = Assert.Single(test.Archive.Events.Read(new EventQuery { Types = [EventType.Reject] }));
        Assert.Equal((key, "meet", "125", -5.0, -5.0, 1.0, "person"), (kept.Key, kept.Mode, kept.Cameo, kept.Goldstein, kept.PloverScore, kept.Confidence, kept.Frame));
        Assert.Equal("RUR", Assert.Single(kept.Recipients).Code);
        Assert.Equal((new DateOnly(2031, 4, 30), null), (kept.Date!.From, kept.Place));
        Assert.EndsWith("+corrections", kept.Pack.Version, StringComparison.Ordinal);
        Assert.Empty(test.Archive.Events.Read(new EventQuery { Types = [EventType.Consult] }));
        Assert.Single(new Searcher(test.Archive).Find(new SearchQuery { Words = "visited", Types = [EventType.Reject] }).Hits);
        Assert.Contains("\"correction\":\"changed\"", Export(test), StringComparison.Ordinal);
        Assert.Equal(2, test.Archive.Articles.Revisions(1)[0].Codings.Length);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_rejected_event_is_gone_and_an_accepted_one_stays(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Reject, Fields(), "ida", Now, "");
        Log(test).Correct(Records.Plan().Events[0].Key, CorrectionKind.Accept, Fields(), "ida", Now, "");
        Assert.Equal(Records.Plan().Events[0].Key, Assert.Single(test.Archive.Events.Read(new EventQuery())).Key);
        Assert.Contains("\"correction\":\"accepted\"", Export(test), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_added_event_has_its_words_and_parties(string engine)
    {
        using TestArchive test = Filled(engine);
        CorrectionResult result = Log(test).Add("visit", "took part", null, Fields("type=CONSULT", "actors=GRK,NOR", "recipients=RUR=officials"), "ida", Now, "");
        KeptEvent kept = Assert.Single(test.Archive.Events.Read(new EventQuery { Keys = [result.Key!] }));
        Assert.Equal(("took part", "040", 2), (kept.TriggerText, kept.Cameo, kept.SentenceNumber));
        Assert.Equal(["Graustark", "took part"], kept.Actors.Select(party => party.Text));
        Assert.Equal(["GRK", "NOR"], kept.Actors.Select(party => party.Code));
        Assert.Equal(("officials", "RUR"), (kept.Recipients[0].Text, kept.Recipients[0].Code));
        Assert.Empty(RecordCheck.Problems(test.Archive.Articles.Record(kept.Article.Revision)!));
        Assert.Equal("Norway", kept.Actors[1].Name);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Corrections_survive_coding_again(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Change, Fields("status=negated"), "ida", Now, "");
        Log(test).Add("visit", "took part", null, Fields("type=CONSULT", "actors=GRK"), "ida", Now, "");
        Keep(test, Records.Visit(pack: Records.OtherPack));
        KeptEvent[] kept = [.. test.Archive.Events.Read(new EventQuery { Article = 1 })];
        Assert.Equal(["negated", "actual"], kept.Select(one => one.Status.Spelt()));
        Assert.All(kept, one => Assert.StartsWith(Records.OtherPack.Version + "+", one.Pack.Version, StringComparison.Ordinal));
        Keep(test, Records.Visit(pack: Records.OtherPack));
        Assert.Equal(2, test.Archive.Events.Count(new EventQuery { Article = 1 }));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Corrections_find_their_words_again_in_a_changed_text(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Change, Fields("status=negated"), "ida", Now, "");
        Keep(test, Longer());
        KeptEvent kept = Assert.Single(test.Archive.Events.Read(new EventQuery { Article = 1 }));
        Assert.Equal(EventStatus.Negated, kept.Status);
        Assert.NotEqual(Records.Visit().Events[0].Key, kept.Key);
        Assert.Equal("found again by its words", Assert.Single(CorrectionLog.Entries(test.Archive)).Result.Reason);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_cannot_be_found_goes_to_review(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Change, Fields("status=negated"), "ida", Now, "");
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Reject, Fields(), "ida", Now, "");
        Keep(test, Records.Visit(deed: "toured"));
        Assert.Equal([CorrectionOutcome.Review, CorrectionOutcome.Void], CorrectionLog.Entries(test.Archive).Select(entry => entry.Result.Outcome));
        Assert.Equal(EventStatus.Actual, Assert.Single(test.Archive.Events.Read(new EventQuery { Article = 1 })).Status);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_log_only_grows(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Accept, Fields(), "ida", Now, "seen");
        using ArchiveConnection connection = test.Archive.Connect();
        Assert.Throws<ArchiveException>(() => connection.Execute("DELETE FROM corrections"));
        Assert.Throws<ArchiveException>(() => connection.Execute("UPDATE corrections SET why = 'x'"));
        Correction kept = Assert.Single(CorrectionLog.Entries(test.Archive)).Correction;
        Assert.Equal(("ida", Now, "seen", "visited"), (kept.By, kept.At, kept.Why, kept.Trigger));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_corrected_articles_are_gold(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Change, Fields("status=negated"), "ida", Now, "");
        using MemoryStream stream = new();
        new Exporter(test.Archive).Write(new ExportRequest { Format = ExportFormat.JsonLines, Corrections = true }, stream);
        JsonNode gold = JsonNode.Parse(Assert.Single(Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal(("visit", "Envoy in Graustark", "2031-05-02"), ((string?)gold["id"], (string?)gold["title"], (string?)gold["published"]));
        Assert.Equal(Records.Visit().Article.Text, $"{gold["title"]}\n\n{gold["text"]}");
        JsonNode coded = gold["events"]![0]!;
        Assert.Equal(("CONSULT", "visit", "negated", "GRK", "visited"), ((string?)coded["type"], (string?)coded["mode"], (string?)coded["status"], (string?)coded["recipients"]![0], (string?)coded["trigger"]!["text"]));
    }

    [Theory]
    [InlineData("status=maybe")]
    [InlineData("type=CHAT")]
    [InlineData("type=")]
    [InlineData("from=tomorrow")]
    [InlineData("from=2031-05-03", "to=2031-05-01")]
    [InlineData("actors==x")]
    [InlineData("mode=sing")]
    [InlineData("title=x")]
    public void What_is_no_field_is_refused(params string[] fields)
    {
        using TestArchive test = Filled(Engine.Sqlite);
        Assert.Throws<ArgumentException>(() => Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Change, Fields(fields), "ida", Now, ""));
        Assert.Empty(CorrectionLog.Entries(test.Archive));
    }

    [Fact]
    public void Words_are_found_again_at_one_place_only()
    {
        const string text = "He met the envoy. She met the envoy. They met nobody else that day.";
        Assert.Equal(42, TriggerAlignment.Find(text, "met", "She met the envoy. They ", " nobody")?.Start);
        Assert.Null(TriggerAlignment.Find(text, "met", "", ""));
        Assert.Null(TriggerAlignment.Find(text, "greeted", "They ", " nobody"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_corrected_archive_is_sound(string engine)
    {
        using TestArchive test = Filled(engine);
        Log(test).Correct(Records.Visit().Events[0].Key, CorrectionKind.Change, Fields("type=REJECT", "mode=meet", "recipients=RUR", "from=2031-04-30", "place="), "ida", Now, "it was refused");
        Log(test).Add("visit", "took part", null, Fields("type=CONSULT", "actors=GRK,NOR", "recipients=RUR=officials"), "ida", Now, "");
        Log(test).Correct(Records.Plan().Events[0].Key, CorrectionKind.Reject, Fields(), "ida", Now, "");
        Keep(test, Longer());
        Assert.Empty(new ArchiveVerifier(test.Archive).Run());
    }

    private static CorrectionLog Log(TestArchive test) => new(test.Archive, Book.Value);

    private static ImmutableSortedDictionary<string, string> Fields(params string[] fields) =>
        fields.Select(field => field.Split('=', 2)).ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    // The same words after a sentence more: every span moves, every key with the text.
    private static ArticleRecord Longer() => Records.Visit(before: "Rain fell in Strelsau all day while ");

    private static void Keep(TestArchive test, ArticleRecord record)
    {
        using ArchiveWriter writer = test.Archive.BeginWriting();
        writer.Keep(record);
        writer.Commit();
    }

    private static string Export(TestArchive test)
    {
        using MemoryStream stream = new();
        new Exporter(test.Archive).Write(new ExportRequest { Format = ExportFormat.JsonLines }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TestArchive Filled(string engine)
    {
        TestArchive test = TestArchive.At(engine);
        Keep(test, Records.Visit());
        Keep(test, Records.Plan());
        return test;
    }
}
