namespace Readout.Text.Conllu;

/// <summary>
/// Writes CoNLL-U. What <see cref="ConlluReader"/> read comes out byte for byte, with <c>\n</c> line ends and an empty
/// line after each sentence. Safe for several threads on different outputs.
/// </summary>
public static class ConlluWriter
{
    /// <summary>Writes one sentence and the empty line after it.</summary>
    public static void Write(TextWriter output, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (string comment in sentence.Comments)
        {
            output.Write(comment);
            output.Write('\n');
        }

        foreach (ConlluToken line in sentence.Lines) WriteLine(output, line);
        output.Write('\n');
    }

    /// <summary>Writes sentences one after another.</summary>
    public static void Write(TextWriter output, IEnumerable<ConlluSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        foreach (ConlluSentence sentence in sentences) Write(output, sentence);
    }

    private static void WriteLine(TextWriter output, ConlluToken line)
    {
        WriteColumn(output, line.Id);
        WriteColumn(output, line.Form);
        WriteColumn(output, line.Lemma);
        WriteColumn(output, line.Upos);
        WriteColumn(output, line.Xpos);
        WriteColumn(output, line.Feats);
        WriteColumn(output, line.Head);
        WriteColumn(output, line.Deprel);
        WriteColumn(output, line.Deps);
        output.Write(line.Misc);
        output.Write('\n');
    }

    private static void WriteColumn(TextWriter output, string column)
    {
        output.Write(column);
        output.Write('\t');
    }
}
