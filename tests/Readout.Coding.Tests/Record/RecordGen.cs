using System.Collections.Immutable;
using CsCheck;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Tests.Record;

/// <summary>Generates records of every shape over hostile text: quotes, controls, letters beyond the basic plane.</summary>
internal static class RecordGen
{
    private const string Alphabet = "aZ é\"\\/<>&'\n\t\u0001\u2028漢";

    private static readonly Gen<string> Words = Gen.OneOf(Gen.Char[Alphabet].Select(c => c.ToString()), Gen.Const("\ud83d\ude00"))
        .Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Label = Gen.String[Gen.Char['a', 'z'], 1, 8];
    private static readonly Gen<string?> MaybeLabel = Gen.Bool.SelectMany(given => given ? Label.Select(s => (string?)s) : Gen.Const((string?)null));
    private static readonly Gen<DateOnly?> MaybeDay = Gen.Int[-1, 800_000].Select(n => n < 0 ? (DateOnly?)null : DateOnly.MinValue.AddDays(n));
    private static readonly Gen<int?> MaybeIndex = Gen.Int[-1, 9].Select(n => n < 0 ? (int?)null : n);
    private static readonly Gen<ImmutableArray<int>> Indexes = Gen.Int[0, 9].Array[0, 3].Select(a => a.ToImmutableArray());
    private static readonly Gen<double> Score = Gen.Int[-100, 100].Select(n => n / 10.0);

    public static Gen<ArticleRecord> Records { get; } =
        from article in Articles()
        let spans = Spans(article.Text)
        from sentences in List(spans)
        from mentions in List(Mentions(spans))
        from events in List(Events(spans))
        from quotes in List(Quotes(spans))
        from dates in List(Dates(spans))
        from meetings in List(Meetings(spans))
        from warnings in List(Words)
        select new ArticleRecord
        {
            Pack = new PackIdentity("0.1.0", new string('a', 64)),
            Article = article,
            Sentences = sentences,
            Mentions = mentions,
            Events = events,
            Quotes = quotes,
            Dates = dates,
            Meetings = meetings,
            Warnings = warnings,
        };

    private static Gen<ImmutableArray<T>> List<T>(Gen<T> item) => item.Array[0, 3].Select(items => items.ToImmutableArray());

    private static Gen<TextSpan> Spans(string text) =>
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length], (a, b) => Whole(text, Math.Min(a, b), Math.Max(a, b)));

    // A span of the program never parts a surrogate pair.
    private static TextSpan Whole(string text, int start, int end)
    {
        if (start < text.Length && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return new TextSpan(start, end);
    }

    private static Gen<Article> Articles() =>
        from id in Label
        from text in Words
        from url in MaybeLabel
        from title in MaybeLabel
        from published in MaybeDay
        from blocks in List(Gen.Select(Gen.Enum<BlockKind>(), Spans(text), (kind, span) => new ArticleBlock(kind, span)))
        from origin in Label.Array[0, 3]
        select new Article
        {
            Id = id,
            Text = text,
            Url = url,
            Source = url,
            Title = title,
            Byline = title,
            Section = url,
            Published = published,
            Blocks = blocks,
            Origin = origin.Distinct().ToImmutableSortedDictionary(field => field, field => field + "!", StringComparer.Ordinal),
            RawHash = new string('0', 64),
        };

    private static Gen<Mention> Mentions(Gen<TextSpan> spans) =>
        from span in spans
        from form in Gen.Enum<MentionForm>()
        from refersTo in MaybeIndex
        from name in Words
        from label in MaybeLabel
        from candidates in List(Label)
        select new Mention(span, form, refersTo, new ActorReference
        {
            Id = label,
            Name = name,
            Kind = "person",
            Code = label,
            Country = label,
            Sector = label,
            Office = label,
            VariantOf = label,
            Candidates = candidates,
            Unresolved = label,
        });

    private static Gen<CodedEvent> Events(Gen<TextSpan> spans) =>
        from span in spans
        from type in Gen.Enum<EventType>()
        from action in Gen.Enum<EventType>()
        from status in Gen.Enum<EventStatus>()
        from label in MaybeLabel
        from indexes in Indexes
        from score in Score
        from date in MaybeDay
        from place in Places(spans)
        from size in Sizes(spans)
        from attribution in List(Attributions(spans))
        select new CodedEvent
        {
            Id = "e1",
            Key = new string('f', 32),
            Sentence = 3,
            Span = span,
            Type = type,
            Mode = label,
            Contexts = label is null ? [] : [label],
            Action = label is null ? null : action,
            Cameo = label is null ? null : "0411",
            Goldstein = label is null ? null : score,
            PloverScore = score,
            Actors = indexes,
            Recipients = indexes,
            Status = status,
            StatusEvidence = [span],
            Date = label is null ? null : new EventDate(date, date, "day", "d1", label),
            Place = place,
            Size = size,
            Attribution = attribution,
            Trigger = span,
            Frame = "consult.meet",
            Confidence = Math.Abs(score) / 10,
            Why = label,
        };

    private static Gen<EventPlace?> Places(Gen<TextSpan> spans) =>
        Gen.Select(spans, Score, MaybeLabel, (span, degrees, label) =>
            label is null ? null : new EventPlace(label, label, degrees, null, span, label));

    private static Gen<EventSize> Sizes(Gen<TextSpan> spans) =>
        Gen.Select(spans, MaybeIndex, (span, number) =>
            new EventSize(number is null ? null : new PeopleCount(number, null, span), null, null, new PeopleCount(null, number, span)));

    private static Gen<Attribution> Attributions(Gen<TextSpan> spans) =>
        Gen.Select(spans, MaybeIndex, (span, index) =>
            new Attribution(index, index, index is null ? null : "q1", index is null ? null : span, index is null ? null : "denied"));

    private static Gen<Quote> Quotes(Gen<TextSpan> spans) =>
        Gen.Select(List(spans), Gen.Enum<QuoteKind>(), MaybeIndex, (parts, kind, index) => new Quote
        {
            Id = "q1",
            Kind = kind,
            Speaker = index,
            For = index,
            Parent = index is null ? null : "q2",
            Stance = index is null ? null : "claimed",
            Source = parts,
            Cue = parts,
            Content = parts,
        });

    private static Gen<DateExpression> Dates(Gen<TextSpan> spans) =>
        Gen.Select(spans, MaybeDay, MaybeLabel, (span, day, label) => new DateExpression
        {
            Id = "d1",
            Span = span,
            From = day,
            To = day,
            Granularity = label,
            Timex = label,
            Unresolved = label,
        });

    private static Gen<Meeting> Meetings(Gen<TextSpan> spans) =>
        Gen.Select(Places(spans), Indexes, MaybeDay, Gen.Enum<MeetingState>(), (place, indexes, day, state) => new Meeting
        {
            Id = "m1",
            Events = ["e1"],
            Parties = indexes,
            Absent = indexes,
            From = day,
            To = day,
            Place = place,
            Level = indexes.IsEmpty ? null : "minister",
            State = state,
        });
}
