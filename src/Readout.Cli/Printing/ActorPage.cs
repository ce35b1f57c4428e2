using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>What is known of some words, for people and as JSON.</summary>
internal static class ActorPage
{
    public static void Print(ActorFinding finding, TextWriter output, Paint paint)
    {
        ActorReference actor = finding.Actor;
        output.WriteLine(paint.Head($"{finding.Words}  {Day(finding.Date) ?? "latest known"}"));
        output.WriteLine($"  {paint.Bold(actor.Name)}  {string.Join(" · ", Facts(actor))}");
        if (actor.VariantOf is not null) output.WriteLine($"  {paint.Warn($"written otherwise than {actor.VariantOf}")}");
        if (actor.Unresolved is not null) output.WriteLine($"  {paint.Warn($"unresolved: {actor.Unresolved}")}");
        output.WriteLine();
        foreach (WordMeaning meaning in finding.Meanings) output.WriteLine($"  {meaning.Words}: {paint.Dim(meaning.Meaning)}");
        if (finding.Meanings.IsEmpty) output.WriteLine($"  {paint.Dim("none of the words is in the directory")}");
        foreach (ActorCard card in finding.Entries) Print(card, output, paint);
    }

    private static IEnumerable<string> Facts(ActorReference actor)
    {
        yield return actor.Kind;
        if (actor.Code is not null) yield return actor.Code;
        if (actor.Country is not null && actor.Country != actor.Code) yield return $"country {actor.Country}";
        if (actor.Sector is not null) yield return actor.Sector;
        if (actor.Office is not null) yield return actor.Office;
    }

    private static void Print(ActorCard card, TextWriter output, Paint paint)
    {
        string check = card.Checked.Length == 0 ? "" : $", checked {card.Checked}";
        output.WriteLine($"\n{paint.Bold(card.Name)}  {card.Id}  {paint.Dim(card.Source + check)}");
        string[] facts = [.. new[] { card.Kind, card.Code, card.Country == card.Code ? null : card.Country, card.Sector }.Where(fact => !string.IsNullOrEmpty(fact)).Select(fact => fact!)];
        output.WriteLine($"  {string.Join(" · ", facts)}");
        foreach (ActorOffice office in card.Offices)
        {
            string roles = office.Roles.IsEmpty ? "" : paint.Dim($"  {string.Join(' ', office.Roles)}");
            string row = $"{Range(office)}  {office.Code} {office.Sector}  {office.Title}".TrimEnd();
            output.WriteLine($"  {(office.IsHeld ? ">" : " ")} {(office.IsHeld ? paint.Bold(row) : row)}{roles}");
        }

        if (card.Decides.Length > 0) output.WriteLine($"  ambiguous: {card.Decides}");
    }

    private static string Range(ActorOffice office) => $"{Day(office.From) ?? "",10}..{Day(office.To) ?? "",-10}";

    /// <summary>The day as <c>2019-06-04</c>; null for none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static byte[] ToJson(ActorFinding finding)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("words", finding.Words);
        json.WriteString("date", Day(finding.Date));
        RecordJson.WriteActor(json, finding.Actor);
        json.WriteStartArray("meanings");
        foreach (WordMeaning meaning in finding.Meanings)
        {
            json.WriteStartObject();
            json.WriteString("words", meaning.Words);
            json.WriteString("meaning", meaning.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("entries");
        foreach (ActorCard card in finding.Entries) WriteCard(json, card);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteCard(Utf8JsonWriter json, ActorCard card)
    {
        json.WriteStartObject();
        json.WriteString("id", card.Id);
        json.WriteString("name", card.Name);
        json.WriteString("kind", card.Kind);
        json.WriteString("code", card.Code);
        json.WriteString("country", card.Country);
        json.WriteString("sector", card.Sector);
        json.WriteStartArray("offices");
        foreach (ActorOffice office in card.Offices)
        {
            json.WriteStartObject();
            json.WriteString("from", Day(office.From));
            json.WriteString("to", Day(office.To));
            json.WriteString("code", office.Code);
            json.WriteString("sector", office.Sector);
            json.WriteString("title", office.Title);
            WriteList(json, "roles", office.Roles);
            json.WriteString("checked", office.Checked);
            json.WriteBoolean("held", office.IsHeld);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("decides", card.Decides.Length == 0 ? null : card.Decides);
        json.WriteString("source", card.Source);
        json.WriteString("checked", card.Checked.Length == 0 ? null : card.Checked);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
