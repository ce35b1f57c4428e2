using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Readout.Analysis.Phrasing;
using Readout.Analysis.Watches;
using Readout.Archive;
using Readout.Archive.Watches;
using Readout.Archive.Watches.Making;

namespace Readout.Cli.Printing;

/// <summary>A watch for people and as JSON, with its readers and how its last mails stand.</summary>
internal sealed class WatchPage(RecordArchive archive, Terminal terminal)
{
    private const int MostMails = 20;
    private readonly MailStore _mails = new(archive);
    private readonly Paint _paint = new(terminal.IsColoured);

    public void Print(Watch watch, bool json)
    {
        if (json) terminal.WriteLine(ToJson(watch));
        else Print(watch);
    }

    private void Print(Watch watch)
    {
        string paused = watch.IsActive ? "" : _paint.Warn("  paused");
        terminal.Output.WriteLine($"{watch.Id,4}  {_paint.Bold(watch.Name)}{paused}");
        terminal.Output.WriteLine($"      {QuestionWords.Of(watch.Question, archive)}");
        string last = watch.Progress.CoveredTo is { } covered ? $"; told up to {Wording.Minute(covered)} UTC" : "";
        terminal.Output.WriteLine($"      {watch.Rhythm.Told}, next {Wording.Minute(watch.NextAt)} UTC{last}");
        foreach (WatchSubscriber subscriber in _mails.Subscribers(watch.Id)) terminal.Output.WriteLine($"      mailed to {subscriber.Address}");
        foreach (WatchMail mail in _mails.Of(watch.Id, MostMails).Where(mail => mail.State is not (MailState.Sent or MailState.Withdrawn)))
        {
            string problem = mail.Problem is null ? "" : $": {mail.Problem}";
            terminal.Output.WriteLine(_paint.Warn($"      brief {mail.Brief.Id} to {mail.Subscriber.Address} {mail.State.ToString().ToLowerInvariant()}{problem}"));
        }
    }

    private byte[] ToJson(Watch watch)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("id", watch.Id);
            json.WriteString("name", watch.Name);
            json.WritePropertyName("question");
            WatchQuestionJson.Write(json, watch.Question);
            json.WriteString("rhythm", watch.Rhythm.ToString());
            json.WriteBoolean("active", watch.IsActive);
            json.WriteString("by", watch.MadeBy);
            json.WriteString("madeAt", Time(watch.MadeAt));
            json.WriteString("nextAt", Time(watch.NextAt));
            json.WriteString("coveredTo", watch.Progress.CoveredTo is { } covered ? Time(covered) : null);
            json.WriteStartArray("mail");
            foreach (WatchSubscriber subscriber in _mails.Subscribers(watch.Id)) json.WriteStringValue(subscriber.Address);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
