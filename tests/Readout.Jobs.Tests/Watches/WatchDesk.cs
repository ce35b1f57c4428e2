using System.Globalization;
using Readout.Analysis.Relations;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Archive.Writing;
using Readout.Coding.Record;
using Readout.Jobs.Watches;
using Readout.Jobs.Watches.Mail;
using Readout.Sources.Tests.Fetching;
using Readout.Text;

namespace Readout.Jobs.Tests.Watches;

/// <summary>An archive with a watch, a clock that stands at noon of 1 June 2010, and what the running of watches told.</summary>
internal sealed class WatchDesk : IWatchListener, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-watch-").FullName;

    public WatchDesk()
    {
        Archive = RecordArchive.Open(ArchiveLocation.Parse(Path.Combine(_folder, "archive.db")), create: true);
        Watches = new WatchStore(Archive);
        Briefs = new BriefStore(Archive);
        Mails = new MailStore(Archive);
    }

    public RecordArchive Archive { get; }

    public WatchStore Watches { get; }

    public BriefStore Briefs { get; }

    public MailStore Mails { get; }

    public ManualTime Time { get; } = new();

    public List<string> Told { get; } = [];

    public static WatchQuestion Question { get; } = new() { Relations = [RelationPair.Of("RUR", "GRK")] };

    public static MailSettings Settings(int port, string from = "Readout <desk@readout.example>") =>
        MailSettings.Parse(string.Create(CultureInfo.InvariantCulture, $"smtp+plain://127.0.0.1:{port}"), from, "https://desk.example/readout") with { Timeout = TimeSpan.FromSeconds(5) };

    public string File(string name) => Path.Combine(_folder, name);

    public Watch Watch(string rhythm = "daily 6", string name = "Strait") => Watches.Add(new WatchDraft(name, Question, WatchRhythm.Parse(rhythm)), "anna", Time.GetUtcNow());

    public async Task<WatchRun> Run(MailSettings? settings = null)
    {
        if (settings is null) return await new WatchJob(Archive, null, null, this, Time).RunAsync(TestContext.Current.CancellationToken);
        await using SmtpPost post = new(settings);
        return await new WatchJob(Archive, post, settings, this, Time).RunAsync(TestContext.Current.CancellationToken);
    }

    public void Keep(params ArticleRecord[] records)
    {
        using ArchiveWriter writer = Archive.BeginWriting();
        foreach (ArticleRecord record in records) writer.Keep(record);
        writer.Commit();
    }

    /// <summary>A report of a deed of Ruritania toward Graustark.</summary>
    public static ArticleRecord Deed(int number, string deed, EventType type, double score, DateOnly day, string? title = null)
    {
        string sentence = $"Ruritania {deed} Graustark on that day.";
        Article article = Article.Compose(string.Create(CultureInfo.InvariantCulture, $"n{number}"), title ?? "News of the strait", [(BlockKind.Paragraph, sentence)]) with
        {
            Source = "Strelsau Courier",
            Url = string.Create(CultureInfo.InvariantCulture, $"https://courier.example/{number}"),
            Published = day,
            RawHash = new string('0', 64),
        };
        TextSpan trigger = new(article.BodyStart + 10, article.BodyStart + 10 + deed.Length);
        return new ArticleRecord
        {
            Pack = new PackIdentity("1.0", new string('a', 64)),
            Article = article,
            Sentences = [new TextSpan(0, article.Title!.Length), new TextSpan(article.BodyStart, article.Text.Length)],
            Mentions = [Mention(article.BodyStart, "Ruritania", "RUR"), Mention(trigger.End + 1, "Graustark", "GRK")],
            Events =
            [
                new CodedEvent
                {
                    Id = "e1", Key = number.ToString("x32", CultureInfo.InvariantCulture), Sentence = 1, Span = new TextSpan(article.BodyStart, article.Text.Length), Type = type, PloverScore = score,
                    Actors = [0], Recipients = [1], Trigger = trigger, Frame = "made", Confidence = 0.9, Date = new EventDate(day, day, "day", null, null),
                },
            ],
        };
    }

    public void Made(Watch watch, KeptBrief kept, Brief brief) => Told.Add(string.Create(CultureInfo.InvariantCulture, $"made {kept.From:MM-dd HH:mm}..{kept.To:MM-dd HH:mm}{(kept.HasNews ? "" : " nothing")}"));

    public void Sent(WatchMail mail) => Told.Add($"sent {mail.Subscriber.Address}");

    public void NotSent(WatchMail mail, string problem, DateTimeOffset? again) => Told.Add(string.Create(CultureInfo.InvariantCulture, $"not sent {mail.Subscriber.Address}: {problem}; {again:MM-dd HH:mm}"));

    public void Failed(Watch watch, string problem) => Told.Add($"failed {watch.Id}: {problem}");

    public void Dispose()
    {
        Archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Mention Mention(int start, string name, string code) => new(new TextSpan(start, start + name.Length), MentionForm.Name, null,
        new ActorReference { Id = $"state/{code}", Name = name, Kind = "state", Code = code, Country = code, Sector = "GOV" });
}
