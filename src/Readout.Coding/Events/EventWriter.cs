using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Readout.Coding.Codebooks;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Events;

/// <summary>Writes settled matches as events of the record.</summary>
internal sealed class EventWriter(Codebook codebook, TreeIndex tree, IPartySource parties)
{
    private readonly ContextReader _contexts = new(codebook, tree);

    public EventCoding Write(Match match, int ordinal, int others, ImmutableArray<int> nouns)
    {
        ImmutableArray<string> contexts = _contexts.Read(match);
        string? cameo = FrameCameo.Of(match, codebook, contexts);
        TextSpan trigger = Trigger(match);
        EventExplanation explanation = Explain(match);
        CodedEvent coded = new()
        {
            Id = $"e{ordinal + 1}",
            Key = Key(trigger, ordinal),
            Sentence = tree.SentenceOf[match.Trigger],
            Span = Clause(match),
            Type = match.Type,
            Mode = match.Mode,
            Contexts = contexts,
            Action = match.Type.IsVerbal() ? match.ActionType : null,
            Cameo = cameo,
            Goldstein = codebook.GoldsteinTenths(cameo) / 10.0,
            PloverScore = codebook.ScoreTenths(match.Type, match.Mode) / 10.0,
            Actors = [.. match.Actors],
            Recipients = [.. match.Recipients],
            Status = match.Status.Status,
            StatusEvidence = Evidence(match.Status),
            Attribution = Denial(match.Status),
            Trigger = trigger,
            Frame = match.Frame.Name,
            Confidence = Confidence(match, others),
        };
        return new EventCoding(coded, match.Trigger, match.Predicate, [.. match.Again], nouns, explanation);
    }

    private TextSpan Trigger(Match match)
    {
        TextSpan span = tree.Document.Token(match.Trigger).Span;
        if (match.Args.Particle < 0 || match.IsNominal) return span;
        int next = match.Trigger + 1;
        return next < tree.Count && tree.Relations[next] == Relation.CompoundPrt ? TextSpan.Cover(span, tree.Document.Token(next).Span) : span;
    }

    private TextSpan Clause(Match match)
    {
        int head = match.Predicate;
        TextSpan span = tree.Document.Token(match.Trigger).Span;
        Sentence sentence = tree.Document.Sentence(tree.SentenceOf[head]);
        for (int t = sentence.First; t < sentence.End; t++)
        {
            if (tree.Parts[t] != Upos.PUNCT && IsPart(t, head)) span = TextSpan.Cover(span, tree.Document.Token(t).Span);
        }

        return span;
    }

    private bool IsPart(int token, int head)
    {
        for (int t = token; t >= 0; t = tree.Heads[t])
        {
            if (t == head) return true;
            if (tree.Relations[t] is Relation.Parataxis or Relation.Advcl || (tree.Relations[t] == Relation.Conj && tree.Heads[t] == head)) return false;
        }

        return false;
    }

    private ImmutableArray<TextSpan> Evidence(StatusReading status)
    {
        if (status.First < 0) return [];
        TextSpan first = tree.Document.Token(status.First).Span;
        if (status.Second < 0) return [first];
        TextSpan second = tree.Document.Token(status.Second).Span;
        return first < second ? [first, second] : [second, first];
    }

    private ImmutableArray<Attribution> Denial(StatusReading status)
    {
        if (status.Denier < 0) return [];
        ReadOnlySpan<int> mentions = parties.MentionsAt(status.Denier);
        return mentions.IsEmpty ? [] : [new Attribution(mentions[0], null, null, tree.Document.Token(status.First).Span, "denied")];
    }

    private EventExplanation Explain(Match match)
    {
        StringBuilder path = new();
        foreach (Slot slot in (ReadOnlySpan<Slot>)[.. match.Frame.Actors, .. match.Frame.Recipients, .. match.Frame.Actions]) AppendSlot(path, slot, match);
        if (match.Args.LightVerb >= 0) path.Append(path.Length > 0 ? " " : "").Append("light=").Append(tree.Document.Token(match.Args.LightVerb).Form);
        return new EventExplanation(
            $"{match.Frame.Name} {match.Frame.Path}:{match.Frame.Line}",
            match.Score,
            path.ToString(),
            [.. match.Beaten.OrderByDescending(beaten => beaten.Score).ThenBy(beaten => beaten.Frame.Index).Select(beaten => $"{beaten.Frame.Name} ({beaten.Score})")]);
    }

    private void AppendSlot(StringBuilder path, Slot slot, Match match)
    {
        int token = slot.Kind == SlotKind.Preposition ? -1 : match.Args.At(slot.Kind);
        foreach ((int word, int phrase) in match.Args.Phrases)
        {
            if (slot.Kind == SlotKind.Preposition && word == slot.Word && token < 0) token = phrase;
        }

        if (token < 0) return;
        if (path.Length > 0) path.Append(' ');
        path.Append(slot.Name(codebook.Words)).Append('=').Append(tree.Document.Token(token).Form);
    }

    /// <summary>
    /// Probability that the type is right, in hundredths: logistic regression with few features, fitted on the sentences of
    /// <c>tests/gold/status.jsonl</c>, where it tells right from wrong with an AUROC of 0.66. Other events of the same sentence speak against it.
    /// </summary>
    private static double Confidence(Match match, int others)
    {
        double logit = 0.9 - 1.1 * Math.Min(others, 2) + (match.Recipients.Count > 0 ? 0.4 : 0) - (match.ActionType is not null || match.Action is not null ? 0.4 : 0)
            + (match.Status.Status != EventStatus.Actual ? 0.4 : 0);
        return Math.Round(1 / (1 + Math.Exp(-logit)), 2);
    }

    /// <summary>First 16 hexadecimal digits of SHA-256 over article, trigger and ordinal.</summary>
    private string Key(TextSpan trigger, int ordinal)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{tree.Document.Article.Id}\n{trigger.Start}\n{trigger.End}\n{ordinal}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
