using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Records;

/// <summary>Sums the agreement of codings over texts.</summary>
internal sealed class RecordCounts
{
    private readonly ConfusionMatrix _types = new();
    private readonly ConfusionMatrix _statuses = new();
    private readonly QuoteWords _quotes = new();
    private MatchCounts _type, _dyad, _both;
    private Tally _mode, _action, _status, _date, _givenDate, _place, _givenPlace, _attribution, _givenAttribution;
    private long _quiet, _quietAlarmed, _quietEvents;

    /// <summary>Adds one text.</summary>
    public void Add(CodedText found, CodedText gold)
    {
        MatchCounts sizes = new(0, found.Events.Length, gold.Events.Length);
        int type = 0;
        int dyad = 0;
        int both = 0;
        foreach ((int f, int g) in EventMatching.Match(found, gold))
        {
            bool sameType = found.Events[f].Type == gold.Events[g].Type;
            bool sameDyad = EventMatching.SameDyad(found.Events[f], gold.Events[g]);
            if (sameType) type++;
            if (sameDyad) dyad++;
            if (sameType && sameDyad) both++;
            AddPair(found.Events[f], gold.Events[g]);
        }

        _type += sizes with { Correct = type };
        _dyad += sizes with { Correct = dyad };
        _both += sizes with { Correct = both };
        AddQuiet(found, gold);
        _quotes.Add(found.Quotes, gold.Quotes);
    }

    public ScoreReport Report(string task)
    {
        ScoreList scores = new();
        scores.AddF1("type", _type);
        scores.AddF1("dyad", _dyad);
        scores.AddF1("type and dyad", _both);
        Add(scores, "status of matched", _status);
        Add(scores, "date of matched", _date);
        Add(scores, "date of matched, where given", _givenDate);
        Add(scores, "place of matched", _place);
        Add(scores, "place of matched, where given", _givenPlace);
        Add(scores, "attribution of matched", _attribution);
        Add(scores, "attribution of matched, where given", _givenAttribution);
        Add(scores, "mode of matched", _mode);
        Add(scores, "action of matched", _action);
        scores.Add(
            "texts with false alarms", MatchCounts.Ratio(_quietAlarmed, _quiet),
            new Count("with alarms", _quietAlarmed), new Count("texts without events", _quiet), new Count("events found there", _quietEvents));
        _quotes.AddTo(scores);
        ImmutableArray<ScoreTable> tables = [];
        if (_types.Total > 0) tables = [_statuses.ByClass("status of matched events"), _types.ByClass("type of matched events"), _types.ToTable("type confusion of matched events")];
        return new ScoreReport { Task = task, Scores = scores.ToImmutable(), Tables = tables };
    }

    /// <summary>Cohen's kappa of the types and of the statuses of matched events.</summary>
    public (double? Type, double? Status) Kappas => (Kappa.Of(_types), Kappa.Of(_statuses));

    /// <summary>How many events were matched.</summary>
    public long Matched => _status.Total;

    private void AddPair(ComparedEvent found, ComparedEvent gold)
    {
        _types.Add(gold.Type.Spelt(), found.Type.Spelt());
        _statuses.Add(gold.Status.Spelt(), found.Status.Spelt());
        _status.Add(found.Status == gold.Status);
        bool date = found.From == gold.From && found.To == gold.To;
        _date.Add(date);
        if (gold.From is not null || gold.To is not null) _givenDate.Add(date);
        bool place = string.Equals(found.PlaceCountry, gold.PlaceCountry, StringComparison.OrdinalIgnoreCase);
        _place.Add(place);
        if (gold.PlaceCountry is not null) _givenPlace.Add(place);
        bool attribution = found.AttributedTo.Agrees(gold.AttributedTo);
        _attribution.Add(attribution);
        if (!gold.AttributedTo.IsNone) _givenAttribution.Add(attribution);
        if (found.Type != gold.Type) return;
        _mode.Add(string.Equals(found.Mode, gold.Mode, StringComparison.OrdinalIgnoreCase));
        _action.Add(found.Action == gold.Action);
    }

    private void AddQuiet(CodedText found, CodedText gold)
    {
        if (!gold.Events.IsEmpty) return;
        _quiet++;
        _quietEvents += found.Events.Length;
        if (!found.Events.IsEmpty) _quietAlarmed++;
    }

    private static void Add(ScoreList scores, string name, Tally tally) => scores.AddAccuracy(name, tally.Right, tally.Total);

    private struct Tally
    {
        public long Right { get; private set; }

        public long Total { get; private set; }

        public void Add(bool isRight)
        {
            Total++;
            if (isRight) Right++;
        }
    }
}
