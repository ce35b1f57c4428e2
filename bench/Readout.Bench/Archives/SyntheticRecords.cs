using System.Globalization;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Bench.Archives;

/// <summary>Any number of records made of real ones: other identifiers, other days, the same words.</summary>
internal sealed class SyntheticRecords
{
    private static readonly DateOnly First = new(1990, 1, 1);
    private readonly ArticleRecord[] _real;

    public SyntheticRecords(string file) =>
        _real = [.. File.ReadLines(file).Where(line => !line.Contains("\"refused\":", StringComparison.Ordinal)).Select(RecordJson.Parse)];

    /// <summary>How many real records there are.</summary>
    public int Real => _real.Length;

    /// <summary>The record of that number: the same number gives the same record. One hundred articles make a day.</summary>
    public ArticleRecord this[int number]
    {
        get
        {
            ArticleRecord record = _real[number % _real.Length];
            DateOnly day = First.AddDays(number / 100);
            int shift = day.DayNumber - (record.Article.Published?.DayNumber ?? day.DayNumber);
            Article article = record.Article with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"synthetic-{number}"),
                Url = null,
                Source = string.Create(CultureInfo.InvariantCulture, $"source-{number % 40}"),
                Published = day,
                RawHash = new string('0', 64),
            };
            return record with
            {
                Article = article,
                Events = [.. Keyed(record, article).Select(coded => coded with { Date = Shift(coded.Date, shift) })],
                Dates = [.. record.Dates.Select(date => date with { From = Shift(date.From, shift), To = Shift(date.To, shift) })],
                Meetings = [.. record.Meetings.Select(meeting => meeting with { From = Shift(meeting.From, shift), To = Shift(meeting.To, shift) })],
            };
        }
    }

    private static IEnumerable<CodedEvent> Keyed(ArticleRecord record, Article article)
    {
        EventKey key = new(article);
        Dictionary<TextSpan, int> ordinals = [];
        foreach (CodedEvent coded in record.Events)
        {
            int ordinal = ordinals.GetValueOrDefault(coded.Trigger);
            ordinals[coded.Trigger] = ordinal + 1;
            yield return coded with { Key = key.Of(coded.Trigger, ordinal) };
        }
    }

    private static EventDate? Shift(EventDate? date, int days) => date is null ? null : date with { From = Shift(date.From, days), To = Shift(date.To, days) };

    private static DateOnly? Shift(DateOnly? day, int days) => day?.AddDays(days);
}
