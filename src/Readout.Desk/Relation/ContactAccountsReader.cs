using System.Collections.Immutable;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Archive.Reading;
using Readout.Coding.Record;
using Readout.Desk.Layout;

namespace Readout.Desk.Relation;

/// <summary>
/// Lays what two sides say of one meeting or call side by side. A side's account is what its people say in the articles that tell of the contact, and,
/// in articles of its own sources, what the article itself tells. For one thread.
/// </summary>
internal sealed class ContactAccountsReader(RecordArchive archive, Publishers publishers, RelationSides sides)
{
    private const int MostContacts = 8;
    private const int MostReports = 24;
    private const int MostArticles = 8;
    private const int MostQuotes = 120;
    private const int MostShown = 2;
    private const int MostOfASide = 8;

    /// <summary>The contacts among some events, and the accounts of those that both sides told, or of the one asked for.</summary>
    /// <param name="lately">Events between the two, newest first.</param>
    /// <param name="asked">Number of a happening, or null.</param>
    public (ImmutableArray<ContactLine> Contacts, ImmutableArray<BothAccounts> Accounts) Read(IReadOnlyList<KeptEvent> lately, long? asked)
    {
        List<Telling> tellings = [.. Contacts(lately, asked).Select(Tell).OfType<Telling>()];
        long[] revisions = [.. tellings.SelectMany(telling => telling.Voices).Select(kept => kept.Article.Revision).Distinct()];
        ILookup<long, KeptQuote> quotes = archive.Quotes.OfRevisions(revisions, [sides.First.Code, sides.Second.Code], MostQuotes).ToLookup(quote => quote.Article.Revision);
        foreach (Telling telling in tellings) telling.Quotes = [.. telling.Voices.SelectMany(kept => quotes[kept.Article.Revision])];
        IEnumerable<Telling> shown = asked is { } one && tellings.Any(telling => telling.Id == one)
            ? tellings.Where(telling => telling.Id == one)
            : tellings.Where(telling => Tells(telling, sides.First.Code) && Tells(telling, sides.Second.Code)).Take(MostShown);
        return ([.. tellings.Select(Line)], [.. shown.Select(Accounts)]);
    }

    private static IEnumerable<long> Contacts(IReadOnlyList<KeptEvent> lately, long? asked)
    {
        IEnumerable<long> newest = lately.Where(kept => kept is { Type: EventType.Consult, Status: EventStatus.Actual, Happening: not null }).Select(kept => kept.Happening!.Value).Distinct().Take(MostContacts);
        return asked is { } one ? newest.Prepend(one).Distinct() : newest;
    }

    private Telling? Tell(long happening)
    {
        ImmutableArray<KeptEvent> reports = [.. archive.Events.Read(new EventQuery { Happening = happening, Limit = MostReports })];
        if (reports.IsEmpty || !reports.Any(kept => RelationReports.DirectionOf(kept.ToReport(), sides.Pair) is not null)) return null;
        return new Telling(happening, reports, [.. reports.DistinctBy(kept => kept.Article.CopyGroup).Take(MostArticles)]);
    }

    private bool Tells(Telling telling, string code) =>
        telling.Quotes.Any(quote => quote.IsOf(code)) || telling.Voices.Any(kept => publishers.CodeOf(kept.Article.Source) == code || IsSaidBy(kept, code));

    private ContactLine Line(Telling telling) => new(
        telling.Id, telling.Reports.Max(kept => ContactLevels.Of(kept.ToReport())).Spelt(), telling.Reports.Length,
        Tells(telling, sides.First.Code), Tells(telling, sides.Second.Code), EventLineModel.Of(telling.Reports[0]));

    private BothAccounts Accounts(Telling telling)
    {
        KeptEvent[] told = [.. telling.Voices.SelectMany(kept => archive.Events.Read(new EventQuery { Article = kept.Article.Id })).Where(kept => kept.Happening != telling.Id)];
        KeptEvent[] first = [.. told.Where(kept => IsToldBy(kept, sides.First.Code)).DistinctBy(Key)];
        KeptEvent[] second = [.. told.Where(kept => IsToldBy(kept, sides.Second.Code)).DistinctBy(Key)];
        return new BothAccounts(Line(telling), Account(telling, sides.First, first, second), Account(telling, sides.Second, second, first),
            [.. first.Where(kept => second.Any(other => AreSame(kept, other))).Select(What).Distinct(StringComparer.Ordinal)]);
    }

    private static SideAccount Account(Telling telling, RelationSide side, KeptEvent[] own, KeptEvent[] others)
    {
        KeptQuote[] quotes = [.. telling.Quotes.Where(quote => quote.IsOf(side.Code)).Take(MostOfASide)];
        IEnumerable<KeptArticle> sources = quotes.Select(quote => quote.Article).Concat(own.Select(kept => kept.Article)).DistinctBy(article => article.Id);
        ImmutableArray<AccountClaim> claims =
        [
            .. own.Select(kept => new AccountClaim(What(kept), !others.Any(other => AreSame(kept, other)), others.Any(other => Contradict(kept, other)), EventLineModel.Of(kept)))
                .OrderByDescending(claim => claim.IsContradicted).ThenByDescending(claim => claim.IsOnlyHere).Take(MostOfASide),
        ];
        return new SideAccount(side, [.. sources.Select(ArticleLine.Of)], [.. quotes.Select(QuoteLine.Of)], claims);
    }

    private bool IsToldBy(KeptEvent kept, string code) => IsSaidBy(kept, code) || (kept.Attribution.IsEmpty && publishers.CodeOf(kept.Article.Source) == code);

    private static bool IsSaidBy(KeptEvent kept, string code) => kept.Attribution.Any(entry => entry.Speaker?.Code == code || entry.For?.Code == code);

    private static string What(KeptEvent kept) =>
        $"{kept.Type.Spelt()}{(kept.Action is { } action ? " " + action.Spelt() : "")}{(kept.Status == EventStatus.Actual ? "" : $" ({kept.Status.Spelt()})")}";

    private static string Key(KeptEvent kept) => $"{What(kept)} {string.Join(' ', Codes(kept))}";

    private static bool AreSame(KeptEvent one, KeptEvent other) =>
        one.Type == other.Type && one.Action == other.Action && IsDenied(one) == IsDenied(other) && MayBeBySame(one, other);

    private static bool Contradict(KeptEvent one, KeptEvent other) => one.Type == other.Type && IsDenied(one) != IsDenied(other)
        && (one.Action is null || other.Action is null || one.Action == other.Action) && MayBeBySame(one, other);

    private static bool IsDenied(KeptEvent kept) => kept.Status == EventStatus.Negated;

    // Who is not told may be anybody: "nobody demanded anything" denies every demand.
    private static bool MayBeBySame(KeptEvent one, KeptEvent other)
    {
        string[] codes = Codes(one);
        string[] others = Codes(other);
        return codes.Length == 0 || others.Length == 0 || codes.Intersect(others, StringComparer.Ordinal).Any();
    }

    private static string[] Codes(KeptEvent kept) => [.. kept.Actors.Select(actor => actor.Code).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed record Telling(long Id, ImmutableArray<KeptEvent> Reports, ImmutableArray<KeptEvent> Voices)
    {
        public ImmutableArray<KeptQuote> Quotes { get; set; } = [];
    }
}
