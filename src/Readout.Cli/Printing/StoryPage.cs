using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Readout.Analysis.Happenings;
using Readout.Analysis.Phrasing;
using Readout.Archive.Reading;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>A story, for people and as JSON.</summary>
internal static class StoryPage
{
    public static void Print(KeptStory story, TextWriter output, Paint paint)
    {
        output.WriteLine(paint.Head(string.Create(CultureInfo.InvariantCulture, $"Story {story.Id}")));
        foreach (KeptArticle article in story.Articles)
        {
            string copy = article.CopyGroup == article.Id ? "" : string.Create(CultureInfo.InvariantCulture, $" (copy of {article.CopyGroup})");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {MeetingsPage.Iso(article.Published) ?? "no day",-10}  {article.Id,6}  {article.Source}: {article.Title}{copy}"));
        }

        output.WriteLine();
        foreach (KeptHappening happening in story.Happenings) Print(happening, output, paint);
    }

    public static byte[] ToJson(KeptStory story)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("id", story.Id);
        json.WriteStartArray("articles");
        foreach (KeptArticle article in story.Articles)
        {
            json.WriteStartObject();
            json.WriteNumber("id", article.Id);
            json.WriteString("identity", article.Identity);
            json.WriteString("source", article.Source);
            json.WriteString("title", article.Title);
            json.WriteString("published", MeetingsPage.Iso(article.Published));
            json.WriteNumber("copyGroup", article.CopyGroup);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("happenings");
        foreach (KeptHappening happening in story.Happenings) Write(json, happening);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Print(KeptHappening happening, TextWriter output, Paint paint)
    {
        HappeningSummary summary = happening.Summary;
        string to = summary.Recipients.Length > 0 ? $" > {string.Join(' ', summary.Recipients)}" : "";
        output.WriteLine($"{paint.Of(Role.Date, MeetingsPage.Period(summary.From, summary.To))}  {paint.Of(Role.Deed, summary.Type.Spelt())}  {string.Join(' ', summary.Actors)}{to}  {summary.Status.Spelt()}, "
            + Wording.Count(summary.Voices, "source"));
        foreach (KeptEvent kept in happening.Events) output.WriteLine(paint.Dim(string.Create(CultureInfo.InvariantCulture, $"    {kept.Article.Id,6}  {kept.Sentence}")));
        foreach (Claim claim in summary.Claims.Where(claim => claim.Standing == Standing.Disputed))
        {
            output.WriteLine(paint.Warn($"    disputed, {ClaimWords.Aspect(claim.Aspect, summary.Type.Spelt())}: {ClaimWords.Value(claim.Aspect, claim.Value)} ({Sources(happening, claim)})"));
        }
    }

    private static string Sources(KeptHappening happening, Claim claim) => string.Join(", ",
        happening.Events.Where(kept => claim.Events.Contains(kept.Id)).Select(kept => kept.Article.Source ?? string.Create(CultureInfo.InvariantCulture, $"article {kept.Article.Id}")).Distinct(StringComparer.Ordinal));

    private static void Write(Utf8JsonWriter json, KeptHappening happening)
    {
        HappeningSummary summary = happening.Summary;
        json.WriteStartObject();
        json.WriteNumber("id", happening.Id);
        json.WriteString("type", summary.Type.Spelt());
        json.WriteString("status", summary.Status.Spelt());
        WriteAll(json, "actors", summary.Actors);
        WriteAll(json, "recipients", summary.Recipients);
        json.WriteString("from", MeetingsPage.Iso(summary.From));
        json.WriteString("to", MeetingsPage.Iso(summary.To));
        json.WriteString("place", summary.Place);
        json.WriteNumber("voices", summary.Voices);
        json.WriteStartArray("accounts");
        foreach (KeptEvent kept in happening.Events)
        {
            json.WriteStartObject();
            json.WriteNumber("event", kept.Id);
            json.WriteString("key", kept.Key);
            json.WriteNumber("article", kept.Article.Id);
            json.WriteString("source", kept.Article.Source);
            json.WriteString("sentence", kept.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (Claim claim in summary.Claims)
        {
            json.WriteStartObject();
            json.WriteString("aspect", claim.Aspect);
            json.WriteString("value", claim.Value);
            json.WriteString("standing", Spelt(claim.Standing));
            json.WriteStartArray("events");
            foreach (long number in claim.Events) json.WriteNumberValue(number);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Spelt(Standing standing) => standing switch
    {
        Standing.All => "all",
        Standing.Some => "some",
        Standing.One => "one",
        _ => "disputed",
    };

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
