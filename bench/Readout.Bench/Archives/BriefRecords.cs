using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Bench.Archives;

/// <summary>
/// Any number of short records made of the sentences of real ones: a headline, a sentence with events, and another sentence of another
/// article, each with other words beside those that the record is made of (<see cref="Variation"/>), so that the actors, deeds and days come as often as in
/// the news, and near copies no oftener: one article in <see cref="CopyEvery"/> is a copy of one shortly before, by another source.
/// </summary>
internal sealed class BriefRecords
{
    /// <summary>How many articles make a day: a million of them are 27 years.</summary>
    public const int ArticlesADay = 100;

    /// <summary>The day of the first one.</summary>
    public static readonly DateOnly First = new(1998, 1, 1);

    /// <summary>Of so many articles the last is a copy.</summary>
    public const int CopyEvery = 25;

    private readonly Variation _variation;
    private readonly Piece[] _telling;
    private readonly Piece[] _all;

    public BriefRecords(string file)
    {
        _all = [.. File.ReadLines(file).Where(line => !line.Contains("\"refused\":", StringComparison.Ordinal)).SelectMany(line => Piece.Of(RecordJson.Parse(line)))];
        _telling = [.. _all.Where(piece => piece.Events.Length > 0)];
        _variation = new Variation(_all);
        if (_telling.Length == 0) throw new InvalidDataException($"{file} has no record with events.");
    }

    /// <summary>How many sentences there are, and how many of them have events.</summary>
    public (int All, int Telling) Sentences => (_all.Length, _telling.Length);

    /// <summary>The record of that number: the same number gives the same record.</summary>
    public ArticleRecord this[int number] => Telling(number, (ulong)(number % CopyEvery == CopyEvery - 1 ? number - 1 - number % 7 : number));

    /// <summary>The article of that number as its source changed it: it tells something else.</summary>
    public ArticleRecord Revised(int number) => Telling(number, Variation.Mixed((ulong)number));

    private ArticleRecord Telling(int number, ulong text)
    {
        Piece first = _telling[(int)(text % (ulong)_telling.Length)];
        Piece second = _all[(int)(Variation.Mixed(text) % (ulong)_all.Length)];
        (string Text, int[] Places) one = _variation.Of(first, Variation.Mixed(text + 1));
        (string Text, int[] Places) other = _variation.Of(second, Variation.Mixed(text + 2));
        Builder builder = new(Headed(number, _variation.Of(first.Title, Variation.Mixed(text + 3)), one.Text, other.Text, First.AddDays(number / ArticlesADay)));
        builder.Add(first, one.Places);
        builder.Add(second, other.Places);
        return builder.Record(first.Pack);
    }

    private static Article Headed(int number, string? title, string first, string second, DateOnly day) =>
        Article.Compose(string.Create(CultureInfo.InvariantCulture, $"brief-{number}"), title, [(BlockKind.Paragraph, first), (BlockKind.Paragraph, second)]) with
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"source-{number % 40}"),
            Published = day,
            RawHash = new string('0', 64),
        };

    /// <summary>Puts pieces after one another. For one record.</summary>
    private sealed class Builder(Article article)
    {
        private readonly EventKey _key = new(article);
        private readonly List<TextSpan> _sentences = [];
        private readonly List<Mention> _mentions = [];
        private readonly List<CodedEvent> _events = [];
        private readonly List<Quote> _quotes = [];
        private readonly List<DateExpression> _dates = [];
        private readonly List<Meeting> _meetings = [];
        private readonly Dictionary<TextSpan, int> _ordinals = [];

        public void Add(Piece piece, int[] places)
        {
            ArticleBlock block = article.Blocks[article.Blocks.Length - 2 + _sentences.Count];
            int shift = article.Published!.Value.DayNumber - (piece.Published ?? article.Published.Value).DayNumber;
            Placing placing = new(block.Span.Start, places, _mentions.Count, shift, Names(piece.Events.Select(e => e.Id), 'e', _events.Count),
                Names(piece.Quotes.Select(q => q.Id), 'q', _quotes.Count), Names(piece.Dates.Select(d => d.Id), 'd', _dates.Count));
            foreach (CodedEvent coded in piece.Events.Select(placing.Of)) _events.Add(coded with { Sentence = _sentences.Count, Key = Key(coded.Trigger) });
            foreach (Meeting meeting in piece.Meetings) _meetings.Add(placing.Of(meeting) with { Id = string.Create(CultureInfo.InvariantCulture, $"m{_meetings.Count + 1}") });
            _mentions.AddRange(piece.Mentions.Select(placing.Of));
            _quotes.AddRange(piece.Quotes.Select(placing.Of));
            _dates.AddRange(piece.Dates.Select(placing.Of));
            _sentences.Add(block.Span);
        }

        public ArticleRecord Record(PackIdentity pack) => new()
        {
            Pack = pack,
            Article = article,
            Sentences = [.. _sentences],
            Mentions = [.. _mentions],
            Events = [.. _events],
            Quotes = [.. _quotes],
            Dates = [.. _dates],
            Meetings = [.. _meetings],
        };

        private string Key(TextSpan trigger)
        {
            int ordinal = _ordinals.GetValueOrDefault(trigger);
            _ordinals[trigger] = ordinal + 1;
            return _key.Of(trigger, ordinal);
        }

        private static Dictionary<string, string> Names(IEnumerable<string> ids, char letter, int before) =>
            ids.Select((id, i) => (id, string.Create(CultureInfo.InvariantCulture, $"{letter}{before + i + 1}"))).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>What is a piece's own, as it is in the record that the piece comes to stand in.</summary>
    private sealed record Placing(int Start, int[] Places, int Mentions, int Days, Dictionary<string, string> Events, Dictionary<string, string> Quotes, Dictionary<string, string> Dates)
    {
        public Mention Of(Mention mention) => mention with { Span = Of(mention.Span), RefersTo = mention.RefersTo + Mentions };

        public CodedEvent Of(CodedEvent coded) => coded with
        {
            Id = Events[coded.Id],
            Span = Of(coded.Span),
            Trigger = Of(coded.Trigger),
            StatusEvidence = Of(coded.StatusEvidence),
            Actors = Of(coded.Actors),
            Recipients = Of(coded.Recipients),
            Date = coded.Date is null ? null : coded.Date with { From = Of(coded.Date.From), To = Of(coded.Date.To), Reference = Name(Dates, coded.Date.Reference) },
            Place = Of(coded.Place),
            Size = new EventSize(Of(coded.Size.Dead), Of(coded.Size.Injured), Of(coded.Size.Detained), Of(coded.Size.Participants)),
            Attribution =
            [
                .. coded.Attribution.Select(entry => entry with
                {
                    Speaker = entry.Speaker + Mentions, For = entry.For + Mentions, Quote = Name(Quotes, entry.Quote), Cue = entry.Cue is { } cue ? Of(cue) : null,
                }),
            ],
        };

        public Quote Of(Quote quote) => quote with
        {
            Id = Quotes[quote.Id],
            Speaker = quote.Speaker + Mentions,
            For = quote.For + Mentions,
            Parent = Name(Quotes, quote.Parent),
            Source = Of(quote.Source),
            Cue = Of(quote.Cue),
            Content = Of(quote.Content),
        };

        public DateExpression Of(DateExpression date) => date with { Id = Dates[date.Id], Span = Of(date.Span), From = Of(date.From), To = Of(date.To) };

        public Meeting Of(Meeting meeting) => meeting with
        {
            Events = [.. meeting.Events.Select(id => Events[id])],
            Parties = Of(meeting.Parties),
            Absent = Of(meeting.Absent),
            From = Of(meeting.From),
            To = Of(meeting.To),
            Place = Of(meeting.Place),
        };

        private TextSpan Of(TextSpan span) => new(Places[span.Start] + Start, Places[span.End] + Start);

        private ImmutableArray<TextSpan> Of(ImmutableArray<TextSpan> spans) => [.. spans.Select(Of)];

        private ImmutableArray<int> Of(ImmutableArray<int> mentions) => [.. mentions.Select(index => index + Mentions)];

        private EventPlace? Of(EventPlace? place) => place is null ? null : place with { Span = Of(place.Span) };

        private PeopleCount? Of(PeopleCount? count) => count is null ? null : count with { Span = Of(count.Span) };

        private DateOnly? Of(DateOnly? day) => day?.AddDays(Days);

        private static string? Name(Dictionary<string, string> names, string? id) => id is null ? null : names[id];
    }
}
