using System.Collections.Immutable;
using System.Globalization;
using Readout.Archive;
using Readout.Archive.Corrections;
using Readout.Archive.Replies;
using Readout.Coding.Record;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Text;

namespace Readout.Desk.Articles;

/// <summary>Articles: <c>/article/{id}</c>, what differs between them, and texts that people paste at <c>/article/read</c>.</summary>
internal sealed class ArticleFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) =>
        services.AddSingleton<ArticleModels>().AddSingleton<DifferencesModels>().AddSingleton<ArticleChanges>().AddSingleton<ReadingRoom>().AddSingleton<PastedTexts>().AddSingleton<ReplyLimit>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/article/{id:long}", ShowAsync);
        desk.MapGet("/article/{id:long}/differences/{other:long}", (long id, long other, DifferencesModels models) => DeskPages.Show<DifferencesPage>(models.OfArticles(id, other)));
        desk.MapGet("/article/{id:long}/differences/revision/{number:int}", (long id, int number, DifferencesModels models) => DeskPages.Show<DifferencesPage>(models.OfRevisions(id, number)));
        desk.MapGet("/article/read", () => DeskPages.Show<ReadPage>(ReadModel.Empty));
        desk.MapPost("/article/read", ReadAsync).WithMetadata(ForReaders.Instance);
        desk.MapPost("/article/{id:long}/correct", CorrectAsync);
        desk.MapPost("/article/{id:long}/events", AddAsync);
        desk.MapPost("/article/{id:long}/notes", NoteAsync).WithMetadata(ForReaders.Instance);
        desk.MapPost("/article/{id:long}/notes/{note:long}/remove", Forget).WithMetadata(ForReaders.Instance);
        desk.MapPost("/article/{id:long}/replies", ReplyAsync).WithMetadata(ForReaders.Instance);
        desk.MapApi("/api/articles/{id:long}",
            new ApiOperation("article", "Articles", "The record of an article.")
            {
                Description = "The newest coding of its newest revision, with what people corrected: text, mentions, events, quotes, dates and meetings, as `readout read --json` prints it.",
                Parameters = [ApiParameter.PathNumber("id", "Number of the article.", 1)],
                Finds = "article",
            },
            (long id, ArticleModels models) => new RawJson(models.RecordJson(id)));
        desk.MapApi("/api/articles/{id:long}/around",
            new ApiOperation("articleAround", "Articles", "What stands around an article: copies, story, revisions, corrections, replies.")
            {
                Parameters = [ApiParameter.PathNumber("id", "Number of the article.", 1)],
                Finds = "article",
                Answers = typeof(ArticleAround),
            },
            async (long id, HttpContext context, ArticleModels models) => ArticleAround.Of(await models.ReadAsync(id, new ArticleView(), context.DeskReader()).ConfigureAwait(false)));
    }

    private static async Task<IResult> ShowAsync(long id, HttpContext context, ArticleModels models)
    {
        IQueryCollection query = context.Request.Query;
        ArticleView view = new()
        {
            Shown = Shown(query),
            Revision = query.Text("revision") is null ? null : (int)query.Number("revision", 1, 1, int.MaxValue),
            Part = (int)query.Number("part", 1, 1, 10_000),
            Open = query.Text("open"),
            Explain = query.Choice("why", "0", "1") == "1",
        };
        return DeskPages.Show<ArticlePage>(await models.ReadAsync(id, view, context.DeskReader()).ConfigureAwait(false));
    }

    private static ImmutableHashSet<string> Shown(IQueryCollection query)
    {
        string[] asked = [.. query["show"].OfType<string>()];
        if (asked.Length == 0) return [.. MarkKinds.All];
        if (asked.FirstOrDefault(kind => kind != "none" && !MarkKinds.All.Contains(kind)) is not null) throw DeskFaultException.Bad($"show is none of none, {string.Join(", ", MarkKinds.All)}.");
        return [.. asked.Where(kind => kind != "none")];
    }

    private static async Task<IResult> CorrectAsync(long id, HttpContext context, ArticleChanges changes, RecordArchive archive)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        CorrectionKind kind = form["do"].ToString() switch
        {
            "accept" => CorrectionKind.Accept,
            "reject" => CorrectionKind.Reject,
            "change" => CorrectionKind.Change,
            _ => throw DeskFaultException.Bad("An event is accepted, rejected or changed."),
        };
        CorrectionResult result = await changes.CorrectAsync(form["key"].ToString(), kind, form, context.DeskReader()).ConfigureAwait(false);
        return DeskPages.SeeOther(After(archive, id, kind.ToString().ToLowerInvariant(), result));
    }

    private static async Task<IResult> AddAsync(long id, HttpContext context, ArticleChanges changes, RecordArchive archive)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        return DeskPages.SeeOther(After(archive, id, "add", await changes.AddAsync(id, form, context.DeskReader()).ConfigureAwait(false)));
    }

    // Events are numbered anew by a correction; the page is opened at the one that was corrected.
    private static string After(RecordArchive archive, long id, string said, CorrectionResult result)
    {
        ArticleRecord? record = archive.Articles.Find(id) is { } kept ? archive.Articles.Record(kept.Revision) : null;
        string? card = record?.Events.FirstOrDefault(coded => coded.Key == result.Key)?.Id;
        return string.Create(CultureInfo.InvariantCulture, $"/article/{id}?said={(result.Outcome == CorrectionOutcome.Review ? "review" : said)}#{card ?? "log"}");
    }

    private static async Task<IResult> NoteAsync(long id, HttpContext context, ArticleChanges changes)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        if (!int.TryParse(form["start"], NumberStyles.None, CultureInfo.InvariantCulture, out int start) || !int.TryParse(form["end"], NumberStyles.None, CultureInfo.InvariantCulture, out int end))
        {
            throw DeskFaultException.Bad("The note is beside no words of the article.");
        }

        changes.Note(id, form["mark"].ToString(), new TextSpan(start, end), form["body"].ToString(), context.DeskReader());
        string card = form["card"].ToString();
        return DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/article/{id}?said=note{(card.Length is > 0 and < 9 && card.All(char.IsAsciiLetterOrDigit) ? "#" + card : "")}"));
    }

    private static IResult Forget(long id, long note, HttpContext context, ArticleChanges changes)
    {
        changes.Forget(note, context.DeskReader());
        return DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/article/{id}?said=forgotten"));
    }

    private static async Task<IResult> ReplyAsync(long id, HttpContext context, ArticleChanges changes, ReplyLimit limit)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        (string name, string email, string body) = (form["name"].ToString(), form["email"].ToString(), form["body"].ToString().ReplaceLineEndings("\n"));
        string page = string.Create(CultureInfo.InvariantCulture, $"/article/{id}");
        DeskReader reader = context.DeskReader();
        if (Reply.Problem(name.Trim(), email.Trim(), body) is { } problem)
        {
            return DeskPages.Show<ReplyPage>(new RefusedReply(page, Cut(name, Reply.LongestName), Cut(email, Reply.LongestAddress), Cut(body, 10 * Reply.Longest), problem), StatusCodes.Status400BadRequest);
        }

        if (!limit.TryTake(reader, context.Connection.RemoteIpAddress?.ToString() ?? ""))
        {
            return DeskPages.Show<ReplyPage>(new RefusedReply(page, name, email, body, "You sent several replies in the last minutes. Wait a little and send this one again."), StatusCodes.Status429TooManyRequests);
        }

        Reply kept = changes.Reply(id, name, email, body, reader);
        return DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{page}?said={(kept.State == ReplyState.Approved ? "reply" : "waits")}#replies"));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, PastedTexts texts)
    {
        IFormCollection form = await context.Request.ReadFormAsync().ConfigureAwait(false);
        bool keeps = form["do"].ToString() == "keep";
        if (keeps && !context.DeskReader().IsEditor) throw DeskFaultException.Forbidden("Only an editor of this desk may keep a text.");
        (ReadModel model, ArticleRecord? record) = await texts.ReadAsync(form["title"].ToString(), form["text"].ToString(), form["date"].ToString()).ConfigureAwait(false);
        if (keeps && record is not null) return DeskPages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/article/{texts.Keep(record)}"));
        return DeskPages.Show<ReadPage>(model, record is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
