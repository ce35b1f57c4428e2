namespace Readout.Text.Conllu;

/// <summary>
/// Turns sentences of CoNLL-U into a <see cref="Document"/> with the tokens, tags, lemmas and trees that they carry,
/// and a document into sentences. Pure; safe for several threads.
/// </summary>
public static class ConlluDocument
{
    /// <summary>
    /// Builds a document. Sentences are parted by a line break (or by a space, which is left out after a sentence whose last
    /// line says <c>SpaceAfter=No</c>: running text, for scoring a sentence splitter) and paragraphs (<c># newpar</c>, <c># newdoc</c>) by an
    /// empty line; each paragraph is a block, a heading where GUM's <c># newpar_block</c> says so. A sentence's text
    /// is its <c># text</c> where the forms follow one another in it with nothing but white space between, else the
    /// forms joined as <c>SpaceAfter</c> says. The words of a multiword range share its form out between them. A tag or
    /// relation outside the closed sets becomes None; empty nodes are left out.
    /// </summary>
    /// <param name="id">Identifier of the article.</param>
    /// <param name="sentences">The sentences in order.</param>
    /// <param name="running">Whether a space parts the sentences of a paragraph instead of a line break.</param>
    public static Document ToDocument(string id, IEnumerable<ConlluSentence> sentences, bool running = false)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ConlluDocumentBuilder builder = new(running);
        foreach (ConlluSentence sentence in sentences) builder.Add(sentence);
        return builder.Build(id);
    }

    /// <summary>
    /// The sentences of a document as CoNLL-U: <c># newdoc</c>, <c># newpar</c>, <c># sent_id</c> and <c># text</c>
    /// (white space runs as one space), <c>SpaceAfter=No</c>, and multiword ranges over contractions and possessives as
    /// UD English writes them (<c>3-4 don't</c>). Names stand in the last column as <c>NER=B-PER</c>, <c>NER=I-PER</c>.
    /// Layers that the document lacks are <c>_</c>.
    /// </summary>
    public static IEnumerable<ConlluSentence> FromDocument(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ConlluSentenceWriter writer = new(document);
        for (int i = 0; i < document.SentenceCount; i++) yield return writer.Sentence(i);
    }

    /// <summary>Groups sentences by document: a group ends where a sentence opens the next one.</summary>
    public static IEnumerable<IReadOnlyList<ConlluSentence>> GroupByDocument(IEnumerable<ConlluSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        List<ConlluSentence> group = [];
        foreach (ConlluSentence sentence in sentences)
        {
            if (sentence.OpensDocument && group.Count > 0)
            {
                yield return group;
                group = [];
            }

            group.Add(sentence);
        }

        if (group.Count > 0) yield return group;
    }
}
