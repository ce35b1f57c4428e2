using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readout.Text;

namespace Readout.Coding.Record;

/// <summary>Reads the parts of a record. A missing property, a wrong kind or an unknown label is a <see cref="FormatException"/>.</summary>
internal static class RecordReader
{
    public static ArticleRecord Read(JsonElement root)
    {
        try
        {
            return ReadRecord(root);
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"The record has a value of the wrong kind: {exception.Message}", exception);
        }
    }

    public static JsonElement Get(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object) throw new FormatException($"An object with '{name}' is expected.");
        return item.TryGetProperty(name, out JsonElement value) ? value : throw new FormatException($"'{name}' is missing.");
    }

    public static string Required(JsonElement item, string name) =>
        TextOrNull(item, name) ?? throw new FormatException($"'{name}' is null.");

    public static string? TextOrNull(JsonElement item, string name) => Kept(item, name) is JsonElement value ? Text(value) : null;

    public static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException("A string is expected.");

    public static int Number(JsonElement item, string name) =>
        IndexOrNull(item, name) ?? throw new FormatException($"'{name}' is null.");

    public static int? IndexOrNull(JsonElement item, string name)
    {
        if (Kept(item, name) is not JsonElement value) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw new FormatException($"'{name}' is no whole number.");
    }

    public static double? ScoreOrNull(JsonElement item, string name)
    {
        if (Kept(item, name) is not JsonElement value) return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw new FormatException($"'{name}' is no number.");
    }

    public static DateOnly? Day(JsonElement item, string name)
    {
        if (TextOrNull(item, name) is not string day) return null;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)
            ? value
            : throw new FormatException($"'{name}' is no day: {day}");
    }

    public static ImmutableArray<T> List<T>(JsonElement item, string name, Func<JsonElement, T> read)
    {
        JsonElement list = Get(item, name);
        if (list.ValueKind != JsonValueKind.Array) throw new FormatException($"'{name}' is no list.");
        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>(list.GetArrayLength());
        foreach (JsonElement element in list.EnumerateArray()) items.Add(read(element));
        return items.MoveToImmutable();
    }

    public static ImmutableArray<int> Indexes(JsonElement item, string name) => List(item, name, value => value.GetInt32());

    public static TextSpan Span(JsonElement item, Article article) => Within(article, Number(item, "start"), Number(item, "end"));

    public static ImmutableArray<TextSpan> Spans(JsonElement item, string name, Article article) =>
        List(item, name, value => Span(value, article));

    /// <summary>The span of an object that also gives its words; they must be the slice.</summary>
    public static TextSpan Slice(JsonElement item, Article article)
    {
        TextSpan span = Span(item, article);
        string words = Required(item, "text");
        return span.Of(article.Text).SequenceEqual(words)
            ? span
            : throw new FormatException($"'{words}' does not stand at {span.Start} to {span.End} of the text.");
    }

    public static EventPlace? Place(JsonElement item, Article article)
    {
        if (Kept(item, "place") is not JsonElement place) return null;
        return new EventPlace(
            Required(place, "name"),
            TextOrNull(place, "country"),
            ScoreOrNull(place, "lat"),
            ScoreOrNull(place, "lon"),
            Span(place, article),
            TextOrNull(place, "unresolved"));
    }

    /// <summary>The property's value, or null where it is JSON's null; an absent one is an error.</summary>
    public static JsonElement? Kept(JsonElement item, string name)
    {
        JsonElement value = Get(item, name);
        return value.ValueKind == JsonValueKind.Null ? null : value;
    }

    private static ArticleRecord ReadRecord(JsonElement root)
    {
        JsonElement pack = Get(root, "pack");
        Article article = ReadArticle(Get(root, "article"));
        article = article with { Blocks = List(root, "blocks", item => ReadBlock(item, article)) };
        return new ArticleRecord
        {
            Pack = new PackIdentity(Required(pack, "version"), Required(pack, "hash")),
            Article = article,
            Sentences = List(root, "sentences", item => ReadRange(item, article)),
            Mentions = List(root, "mentions", item => ReadMention(item, article)),
            Events = List(root, "events", item => EventReader.Read(item, article)),
            Quotes = List(root, "quotes", item => ReadQuote(item, article)),
            Dates = List(root, "dates", item => ReadDate(item, article)),
            Meetings = List(root, "meetings", item => ReadMeeting(item, article)),
            Warnings = List(root, "warnings", Text),
        };
    }

    private static TextSpan ReadRange(JsonElement item, Article article) =>
        item.GetArrayLength() == 2
            ? Within(article, item[0].GetInt32(), item[1].GetInt32())
            : throw new FormatException("A range is two numbers.");

    private static TextSpan Within(Article article, int start, int end) =>
        start >= 0 && start <= end && end <= article.Text.Length
            ? new TextSpan(start, end)
            : throw new FormatException($"The range {start} to {end} lies outside the text.");

    private static Article ReadArticle(JsonElement item) => new()
    {
        Id = Required(item, "id"),
        Url = TextOrNull(item, "url"),
        Source = TextOrNull(item, "source"),
        Title = TextOrNull(item, "title"),
        Byline = TextOrNull(item, "byline"),
        Section = TextOrNull(item, "section"),
        Published = Day(item, "published"),
        Language = Required(item, "language"),
        Origin = Get(item, "origin").EnumerateObject().ToImmutableSortedDictionary(
            field => field.Name, field => Text(field.Value), StringComparer.Ordinal),
        RawHash = Required(item, "rawHash"),
        BodyStart = Number(item, "bodyStart"),
        Text = Required(item, "text"),
    };

    private static ArticleBlock ReadBlock(JsonElement item, Article article) =>
        new(Spelling.Block(Required(item, "kind")), Span(item, article));

    private static Mention ReadMention(JsonElement item, Article article) =>
        new(Slice(item, article), Spelling.Form(Required(item, "form")), IndexOrNull(item, "refersTo"), ReadActor(Get(item, "actor")));

    private static ActorReference ReadActor(JsonElement item) => new()
    {
        Id = TextOrNull(item, "id"),
        Name = Required(item, "name"),
        Kind = Required(item, "kind"),
        Code = TextOrNull(item, "code"),
        Country = TextOrNull(item, "country"),
        Sector = TextOrNull(item, "sector"),
        Office = TextOrNull(item, "office"),
        VariantOf = TextOrNull(item, "variantOf"),
        Candidates = List(item, "candidates", Text),
        Unresolved = TextOrNull(item, "unresolved"),
    };

    private static Quote ReadQuote(JsonElement item, Article article) => new()
    {
        Id = Required(item, "id"),
        Kind = Spelling.Kind(Required(item, "kind")),
        Speaker = IndexOrNull(item, "speaker"),
        For = IndexOrNull(item, "for"),
        Parent = TextOrNull(item, "parent"),
        Stance = TextOrNull(item, "stance"),
        Source = Spans(item, "source", article),
        Cue = Spans(item, "cue", article),
        Content = Spans(item, "content", article),
    };

    private static DateExpression ReadDate(JsonElement item, Article article) => new()
    {
        Id = Required(item, "id"),
        Span = Slice(item, article),
        From = Day(item, "from"),
        To = Day(item, "to"),
        Granularity = TextOrNull(item, "granularity"),
        Timex = TextOrNull(item, "timex"),
        Unresolved = TextOrNull(item, "unresolved"),
    };

    private static Meeting ReadMeeting(JsonElement item, Article article) => new()
    {
        Id = Required(item, "id"),
        Events = List(item, "events", Text),
        Parties = Indexes(item, "parties"),
        Absent = Indexes(item, "absent"),
        From = Day(item, "from"),
        To = Day(item, "to"),
        Place = Place(item, article),
        Level = TextOrNull(item, "level"),
        State = Spelling.State(Required(item, "state")),
    };
}
