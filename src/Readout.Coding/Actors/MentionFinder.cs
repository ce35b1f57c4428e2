using Readout.Coding.Quotes;
using Readout.Text;

namespace Readout.Coding.Actors;

/// <summary>
/// Finds who is mentioned in a document and resolves them as of the article's day: names, titles, bodies, generic agents
/// with their owners, pronouns and phrases that point back. Built once; immutable; safe on every thread.
/// </summary>
/// <param name="directory">Who is known.</param>
/// <param name="quotes">The words of speaking, by which <c>we</c> and unlisted officials are settled.</param>
public sealed class MentionFinder(ActorDirectory directory, QuoteWords quotes)
{
    /// <summary>
    /// The mentions of a document. Works on tokens alone; tags, trees and names make it better. Linear in the text but
    /// for names that are in no directory, each of which is compared with its surnames.
    /// </summary>
    /// <param name="document">The document; offices are those held on <see cref="Article.Published"/>.</param>
    public ActorLayer Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        WordRuns runs = WordRuns.Of(document);
        List<Phrase> phrases = Phrases(directory, document, runs, anyCase: false);
        References references = new(directory, document.Article.Published, latest: false);
        return new DocumentReading(directory, document, runs, references, quotes).Resolve(phrases);
    }

    /// <summary>The naming phrases of a document.</summary>
    /// <param name="directory">Who is known.</param>
    /// <param name="document">The document.</param>
    /// <param name="runs">Its words.</param>
    /// <param name="anyCase">Whether names need no capitals, as in a query.</param>
    internal static List<Phrase> Phrases(ActorDirectory directory, Document document, WordRuns runs, bool anyCase)
    {
        List<Phrase> phrases = [];
        NameOverlay names = new(directory, document, runs);
        List<List<Element>> sentences = [];
        List<int> ends = [];
        int run = 0;
        for (int s = 0; s < document.SentenceCount; s++)
        {
            int end = run;
            while (end < runs.Count && runs.TokenOf(end) < document.Sentence(s).End) end++;
            if (end == run) continue;
            sentences.Add(names.Apply(ElementScanner.Scan(directory.Parts.Phrases, runs, run, end, anyCase), run, end));
            ends.Add(run = end);
        }

        if (!anyCase) new UnlistedNames(directory, document, runs).Add(sentences);
        ChainBuilder chains = new(directory, runs);
        ChainReader reader = new(directory, runs, chains);
        for (int s = 0; s < sentences.Count; s++)
        {
            foreach (Chain chain in chains.Build(sentences[s], ends[s])) reader.Read(chain, phrases);
        }

        PhraseLinks.Link(directory, runs, phrases);
        return phrases;
    }
}
