using System.Text.Json;
using Readout.Analysis.Copies;
using Readout.Analysis.Happenings;
using Readout.Analysis.Reports;
using Readout.Coding.Packs;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Tests;

namespace Readout.Analysis.Tests.Happenings;

/// <summary>Two papers on one happening, through the real reader: what they contradict each other on, and what is only put otherwise.</summary>
public sealed class DisputeTests(DisputeTests.Pairs pairs) : IClassFixture<DisputeTests.Pairs>
{
    public static TheoryData<string> Names => [.. Pair.All().Select(pair => pair.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Papers_contradict_each_other_on_this_and_nothing_else(string id)
    {
        (Pair pair, ArticleRecord[] records) = pairs.Of(id);
        Account[][] happenings = Merge(records);
        string[] disputed =
        [
            .. happenings.SelectMany(accounts => HappeningSummary.Of(accounts).Claims).Where(claim => claim.Standing == Standing.Disputed)
                .Select(claim => claim.Aspect).Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.True(pair.Aspects.Order(StringComparer.Ordinal).SequenceEqual(disputed), $"{id}: {string.Join(' ', disputed)} instead of {string.Join(' ', pair.Aspects)}; there are\n{Shown(happenings)}");
        if (!pair.IsOfTwo) Assert.Contains(happenings, accounts => accounts.Select(account => account.Article).Distinct().Count() == records.Length);
    }

    [Fact]
    public void A_paper_that_raises_its_own_count_contradicts_nobody()
    {
        (_, ArticleRecord[] records) = pairs.Of("bomb-in-the-port");
        Account[] accounts = Merge(records).Single(accounts => accounts.Length == 2);
        Account[] own = [.. accounts.Select(account => account with { Report = account.Report with { Source = "Quito Clarion" } })];
        Assert.DoesNotContain(HappeningSummary.Of(own).Claims, claim => claim.Standing == Standing.Disputed);
        Assert.Contains(HappeningSummary.Of(accounts).Claims, claim => claim is { Aspect: "dead", Value: "12", Standing: Standing.Disputed });
    }

    private static Account[][] Merge(ArticleRecord[] records)
    {
        CopyBook copies = new();
        HappeningBook book = new();
        for (int article = 0; article < records.Length; article++)
        {
            long voice = copies.Add(records[article].Article);
            foreach (Report report in Report.Of(records[article])) book.Add(report, article, voice);
        }

        return [.. book.Happenings.Select(happening => happening.Value.ToArray())];
    }

    private static string Shown(Account[][] happenings) => string.Join('\n', happenings.Select(accounts => "  " + string.Join(" | ", accounts.Select(account =>
        $"[{account.Article + 1}] {account.Report.Type} {account.Report.Trigger} {string.Join('+', account.Report.Actors.Select(party => party.Code ?? party.Name))} > {string.Join('+', account.Report.Recipients.Select(party => party.Code ?? party.Name))} "
        + $"{account.Report.From:yyyy-MM-dd} {account.Report.Place} {account.Report.Size.Dead?.Min} {string.Join(',', account.Report.Amounts.Select(amount => $"{amount.Of} {amount.Min}"))}"))));

    /// <summary>Two articles with the aspects that they contradict each other on: <c>tests/specs/disputes/*.json</c>.</summary>
    /// <param name="Id">Its name.</param>
    /// <param name="Aspects">As <see cref="Claim.Aspect"/> names them; none where the two agree.</param>
    /// <param name="IsOfTwo">Whether the two may be of two happenings.</param>
    /// <param name="Articles">The articles.</param>
    public sealed record Pair(string Id, string[] Aspects, bool IsOfTwo, SequenceArticle[] Articles)
    {
        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

        public static Pair[] All() =>
            [.. Directory.GetFiles(Repository.Path("tests", "specs", "disputes"), "*.json").Order(StringComparer.Ordinal).SelectMany(file => JsonSerializer.Deserialize<Pair[]>(File.ReadAllText(file), Options)!)];
    }

    /// <summary>The records of all pairs, read once.</summary>
    public sealed class Pairs
    {
        private readonly Dictionary<string, (Pair, ArticleRecord[])> _read;

        public Pairs()
        {
            PackCompilation pack = PackCompiler.Compile(DataFolder.Read(Repository.Path("data"), []), "9.9.9");
            using Reader reader = Reader.Load(pack.Bytes!, Repository.Path("data", "models"));
            _read = Pair.All().ToDictionary(pair => pair.Id, pair => (pair, pair.Articles.Select(article => reader.Read(article.ToArticle(pair.Id))).ToArray()), StringComparer.Ordinal);
        }

        internal (Pair Pair, ArticleRecord[] Records) Of(string id) => _read[id];
    }
}
