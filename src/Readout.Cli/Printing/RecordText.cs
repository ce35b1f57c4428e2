using Readout.Analysis.Phrasing;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Cli.Printing;

/// <summary>Prints a record for people: each event with its sentence below it, quotes, meetings, warnings, a summary.</summary>
internal sealed class RecordText
{
    private const string Indent = "    ";

    private readonly TextWriter _output;
    private readonly Paint _paint;
    private readonly int _width;

    public RecordText(TextWriter output, bool isColoured, int width)
    {
        _output = output;
        _paint = new Paint(isColoured);
        _width = width;
    }

    public void Print(ArticleRecord record)
    {
        PrintArticle(record.Article);
        foreach (CodedEvent coded in record.Events) PrintEvent(record, coded);
        PrintQuotes(record);
        PrintMeetings(record);
        foreach (string warning in record.Warnings) _output.WriteLine(_paint.Warn($"warning: {MarkedSentence.Plain(warning)}"));
        if (record.Warnings.Length > 0) _output.WriteLine();
        PrintSummary(record);
    }

    private void PrintArticle(Article article)
    {
        _output.WriteLine(_paint.Bold(MarkedSentence.Plain(article.Title ?? article.Id)));
        string?[] facts = [article.Source, article.Published is { } day ? RecordWording.Day(day) : "no date", article.Byline, article.Section, article.Url];
        _output.WriteLine(_paint.Dim(MarkedSentence.Plain(string.Join(" · ", facts.OfType<string>()))));
        _output.WriteLine();
    }

    private void PrintEvent(ArticleRecord record, CodedEvent coded)
    {
        _output.WriteLine($"{_paint.Head(coded.Id)}  {_paint.Bold(Coding(coded))}  {coded.Status.Spelt()}");
        MarkedSentence sentence = new(record.Article.Text, record.Sentences[coded.Sentence], EventEvidence.Of(record, coded));
        foreach (string line in sentence.Lines(_width - Indent.Length, _paint)) _output.WriteLine(Indent + line);
        foreach ((string label, string value) in EventFacts.Of(record, coded)) PrintFact(label, value);
        _output.WriteLine();
    }

    private static string Coding(CodedEvent coded)
    {
        string mode = coded.Mode is null ? "" : $" ({coded.Mode})";
        string action = coded.Action is { } deed ? $" → {deed.Spelt()}" : "";
        return coded.Type.Spelt() + mode + action;
    }

    private void PrintFact(string label, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _output.WriteLine($"{Indent}{_paint.Dim(label.PadRight(10))}{value}");
    }

    private void PrintQuotes(ArticleRecord record)
    {
        if (record.Quotes.IsEmpty) return;
        _output.WriteLine(_paint.Bold("Quotes"));
        foreach (Quote quote in record.Quotes)
        {
            string cue = _paint.Dim(RecordWording.Slices(record, quote.Cue));
            string kind = _paint.Dim($"({quote.Kind.Spelt()})");
            _output.WriteLine($"{_paint.Head(quote.Id)}  {RecordWording.Speaker(record, quote)} {cue}: {RecordWording.Slices(record, quote.Content)} {kind}");
        }

        _output.WriteLine();
    }

    private void PrintMeetings(ArticleRecord record)
    {
        if (record.Meetings.IsEmpty) return;
        _output.WriteLine(_paint.Bold("Meetings"));
        foreach (Meeting meeting in record.Meetings)
        {
            _output.WriteLine($"{_paint.Head(meeting.Id)}  {RecordWording.Meeting(meeting)}");
            PrintFact("parties", RecordWording.Actors(record, meeting.Parties));
            PrintFact("absent", RecordWording.Actors(record, meeting.Absent));
            PrintFact("events", string.Join(", ", meeting.Events));
        }

        _output.WriteLine();
    }

    private void PrintSummary(ArticleRecord record)
    {
        int actors = record.Mentions.Select(mention => mention.Actor.Id ?? mention.Actor.Name).Distinct(StringComparer.Ordinal).Count();
        string[] counts =
        [
            Wording.Count(record.Events.Length, "event"), Wording.Count(record.Quotes.Length, "quote"), Wording.Count(record.Meetings.Length, "meeting"),
            Wording.Count(actors, "actor"), Wording.Count(record.Sentences.Length, "sentence"),
        ];
        _output.WriteLine(_paint.Dim(string.Join(" · ", counts)));
        if (!record.Events.IsEmpty) _output.WriteLine(_paint.Dim($"marks: {MarkedSentence.Legend}"));
    }
}
