using Readout.Coding.Quotes;
using Readout.Coding.Record;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Settles <c>we</c>, <c>our</c> and <c>I</c>: inside quotation marks they are whoever the sentence or the one before says to be
/// speaking, outside them the state in whose name a speech or statement is made.
/// </summary>
/// <param name="document">A parsed document.</param>
/// <param name="discourse">What it has spoken of.</param>
/// <param name="mentions">The mentions made so far.</param>
/// <param name="quotes">The words of speaking.</param>
internal sealed class FirstPerson(Document document, Discourse discourse, MentionList mentions, QuoteWords quotes)
{
    /// <summary>Adds a mention for each pronoun that can be settled.</summary>
    public void Settle()
    {
        Trace? own = null;
        bool quoted = false, sought = false;
        for (int t = 0; t < document.TokenCount; t++)
        {
            Token token = document.Token(t);
            if (token.Form is "\"" or "\u201C" or "\u201D" or "``" or "''") quoted = token.Form is "\u201C" or "``" || token.Form is "\"" && !quoted;
            if (token.Tag is not (PennTag.PRP or PennTag.PRPS) || !IsFirst(token)) continue;
            if (!quoted && !sought) (own, sought) = (Owner(), true);
            Trace? speaker = quoted ? Speaker(t) : own;
            if (speaker is null) continue;
            MentionForm form = token.Tag == PennTag.PRPS ? MentionForm.Possessive : MentionForm.Pronoun;
            mentions.AddPronoun(token, form, speaker with { Actor = mentions.ActorOf(speaker.Mention) });
        }
    }

    private static bool IsFirst(Token token) => token.Is("we") || token.Is("us") || token.Is("our") || token.Is("i") || token.Is("me") || token.Is("my");

    private Trace? Speaker(int token)
    {
        int sentence = document.SentenceOf(token);
        Trace? found = null;
        foreach (Trace trace in discourse.In(sentence - 1).Concat(discourse.In(sentence)))
        {
            if (mentions.ActorOf(trace.Mention).Code is null) continue;
            Token subject = document.Token(trace.Token);
            bool speaks = !subject.IsRoot && subject.Relation == Relation.Nsubj && quotes.IsSpeech(subject.Head.Lemma);
            if (speaks && (found is null || trace.Sentence >= found.Sentence)) found = trace;
        }

        return found;
    }

    /// <summary>The state that first acts in the text's own voice; else the only one that it names.</summary>
    private Trace? Owner()
    {
        Trace? only = null;
        foreach (Trace trace in discourse.Traces.OrderBy(trace => trace.Token))
        {
            if (trace.Actor is not { Kind: "state", Code: { } code }) continue;
            if (trace.IsSubject) return trace;
            if (discourse.OnlyState == code) only ??= trace;
        }

        return only;
    }
}
