using System.Collections.Immutable;
using Readout.Coding.Reading;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Archive.Corrections;

/// <summary>
/// Lays corrections over a record, in the order of the log. Each is attached to the event of its key; else to the event that stands at
/// its words, found again by the words around them; else it goes to review. Pure.
/// </summary>
internal static class CorrectionApplier
{
    /// <summary>The record as corrected, and how each correction stands.</summary>
    public static (ArticleRecord Record, ImmutableArray<CorrectionResult> Results) Apply(ArticleRecord record, IEnumerable<Correction> corrections)
    {
        RecordEditor editor = new(record);
        EventKey keys = new(record.Article);
        HashSet<string> rejected = new(StringComparer.Ordinal);
        ImmutableArray<CorrectionResult>.Builder results = ImmutableArray.CreateBuilder<CorrectionResult>();
        foreach (Correction correction in corrections)
        {
            results.Add(correction.Kind == CorrectionKind.Add ? Add(editor, keys, record, correction) : Settle(editor, rejected, correction));
        }

        return (editor.Build(), results.ToImmutable());
    }

    private static CorrectionResult Settle(RecordEditor editor, HashSet<string> rejected, Correction correction)
    {
        (CodedEvent? target, string reason) = Target(editor, correction);
        if (target is null)
        {
            bool gone = correction.Kind == CorrectionKind.Reject || rejected.Contains(correction.Key);
            return new CorrectionResult(correction.Id, gone ? CorrectionOutcome.Void : CorrectionOutcome.Review, null, reason);
        }

        if (correction.Kind == CorrectionKind.Reject)
        {
            editor.Remove(target);
            rejected.Add(target.Key);
        }
        else
        {
            editor.Put(target, Changed(editor, target, correction.Fields));
        }

        return new CorrectionResult(correction.Id, CorrectionOutcome.Applied, target.Key, reason);
    }

    private static (CodedEvent? Event, string Reason) Target(RecordEditor editor, Correction correction)
    {
        if (editor.Events.FirstOrDefault(coded => coded.Key == correction.Key) is { } known) return (known, "");
        if (TriggerAlignment.Find(editor.Text, correction.Trigger, correction.Before, correction.After) is not { } span) return (null, "its words are not in the text any more");
        CodedEvent[] there = [.. editor.Events.Where(coded => coded.Trigger.Start < span.End && span.Start < coded.Trigger.End)];
        CodedEvent? best = there.FirstOrDefault(coded => coded.Trigger == span) ?? there.FirstOrDefault();
        return best is null ? (null, "no event stands at its words") : (best, "found again by its words");
    }

    private static CorrectionResult Add(RecordEditor editor, EventKey keys, ArticleRecord record, Correction correction)
    {
        EventType type = CorrectionFields.TypeOf(correction.Fields[CorrectionFields.Type])!.Value;
        if (TriggerAlignment.Find(editor.Text, correction.Trigger, correction.Before, correction.After) is not { } trigger || editor.SentenceOf(trigger) is not { } sentence)
        {
            return new CorrectionResult(correction.Id, CorrectionOutcome.Review, null, "its words are not in the text any more");
        }

        CodedEvent? found = editor.Events.FirstOrDefault(coded => coded.Trigger.Start < trigger.End && trigger.Start < coded.Trigger.End && coded.Type == type);
        CodedEvent start = found ?? new CodedEvent
        {
            Id = "",
            Key = keys.Of(trigger, record.Events.Count(coded => coded.Trigger == trigger)),
            Sentence = sentence,
            Span = editor.Sentence(sentence),
            Type = type,
            Trigger = trigger,
            Frame = "person",
        };
        editor.Put(found, Changed(editor, start, correction.Fields));
        return new CorrectionResult(correction.Id, CorrectionOutcome.Applied, start.Key, found is null ? "" : "the program finds it too by now");
    }

    private static CodedEvent Changed(RecordEditor editor, CodedEvent coded, ImmutableSortedDictionary<string, string> fields)
    {
        if (fields.IsEmpty) return coded with { Confidence = 1 };
        EventType type = fields.TryGetValue(CorrectionFields.Type, out string? given) ? CorrectionFields.TypeOf(given)!.Value : coded.Type;
        CodedEvent changed = coded with { Type = type, Confidence = 1, Mode = type == coded.Type ? coded.Mode : null, Frame = type == coded.Type ? coded.Frame : "person" };
        if (fields.TryGetValue(CorrectionFields.Mode, out string? mode)) changed = changed with { Mode = CorrectionFields.Filled(mode) };
        if (fields.TryGetValue(CorrectionFields.Action, out string? action)) changed = changed with { Action = CorrectionFields.TypeOf(action) };
        if (fields.TryGetValue(CorrectionFields.Contexts, out string? contexts)) changed = changed with { Contexts = CorrectionFields.Words(contexts) };
        if (fields.TryGetValue(CorrectionFields.Status, out string? status)) changed = changed with { Status = CorrectionFields.StatusOf(status), StatusEvidence = [] };
        return Where(editor, When(Who(editor, Scored(changed, fields), fields), fields), fields);
    }

    private static CodedEvent Scored(CodedEvent coded, ImmutableSortedDictionary<string, string> fields) =>
        !fields.TryGetValue(CorrectionFields.Cameo, out string? cameo) ? coded : coded with
        {
            Cameo = CorrectionFields.Filled(cameo),
            Goldstein = CorrectionFields.Number(fields.GetValueOrDefault(CorrectionFields.Goldstein, "")),
            PloverScore = CorrectionFields.Number(fields.GetValueOrDefault(CorrectionFields.PloverScore, "")) ?? 0,
        };

    private static CodedEvent Who(RecordEditor editor, CodedEvent coded, ImmutableSortedDictionary<string, string> fields)
    {
        if (fields.TryGetValue(CorrectionFields.Actors, out string? actors)) coded = coded with { Actors = Parties(editor, coded, actors) };
        return fields.TryGetValue(CorrectionFields.Recipients, out string? recipients) ? coded with { Recipients = Parties(editor, coded, recipients) } : coded;
    }

    private static ImmutableArray<int> Parties(RecordEditor editor, CodedEvent coded, string text) =>
        [.. CorrectionFields.Parties(text).Select(party => editor.MentionOf(party, coded.Sentence, coded.Trigger)).Distinct()];

    private static CodedEvent When(CodedEvent coded, ImmutableSortedDictionary<string, string> fields)
    {
        bool hasFrom = fields.TryGetValue(CorrectionFields.From, out string? from);
        bool hasTo = fields.TryGetValue(CorrectionFields.To, out string? to);
        if (!hasFrom && !hasTo) return coded;
        DateOnly? first = hasFrom ? CorrectionFields.Day(from!) : coded.Date?.From;
        DateOnly? last = hasTo ? CorrectionFields.Day(to!) : coded.Date?.To;
        return coded with { Date = (first ?? last) is null ? null : new EventDate(first, last, first == last ? "day" : null, null, null) };
    }

    private static CodedEvent Where(RecordEditor editor, CodedEvent coded, ImmutableSortedDictionary<string, string> fields)
    {
        if (!fields.TryGetValue(CorrectionFields.Place, out string? text)) return coded;
        if (text.Length == 0) return coded with { Place = null };
        (string country, string? words) = CorrectionFields.Party(text);
        TextSpan? span = words is null ? null : editor.Find(words, editor.Sentence(coded.Sentence));
        string name = words ?? Exports.Codes.StateTable.Default.Find(country)?.Name ?? country;
        return coded with { Place = new EventPlace(name, country, null, null, span ?? coded.Trigger, null) };
    }
}
