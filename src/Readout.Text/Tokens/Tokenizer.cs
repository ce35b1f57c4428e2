using System.Reflection;

namespace Readout.Text.Tokens;

/// <summary>
/// Cuts English text into tokens and sentences by the conventions of the UD English treebanks. Every token is a span of
/// the text as given, spans are disjoint and in order, and what lies outside them is white space. One pass over the
/// characters, time linear in the length, no allocation once the buffer has grown. Immutable; safe for several threads
/// with a buffer each.
/// </summary>
public sealed class Tokenizer
{
    /// <summary>Longest token in UTF-16 code units; longer runs are cut there, surrogate pairs kept whole.</summary>
    public const int MaxTokenLength = 1024;

    /// <summary>
    /// Most tokens a sentence has. One that runs on is cut after the last full stop, semicolon or colon of its second half,
    /// else after the last comma or closing bracket there, else at the bound.
    /// </summary>
    public const int MaxSentenceTokens = 160;

    private static readonly Lazy<Tokenizer> Shared = new(() => new Tokenizer(
        TokenLexicon.Parse(Resource("english-tokens.txt")), SentenceModel.Parse(Resource("english-sentences.txt"))));

    private readonly TokenLexicon _lexicon;
    private readonly SentenceModel _sentences;

    private Tokenizer(TokenLexicon lexicon, SentenceModel sentences)
    {
        _lexicon = lexicon;
        _sentences = sentences;
    }

    /// <summary>The tokeniser of English, read from the program's own data at first use.</summary>
    public static Tokenizer English => Shared.Value;

    /// <summary>Tokenises an article block by block, so that no token or sentence crosses a block.</summary>
    /// <param name="article">The article; offsets are into its text.</param>
    /// <param name="output">Receives tokens and sentences; what it held before is dropped.</param>
    public void Tokenize(Article article, TokenBuffer output)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        if (article.Blocks.IsEmpty)
        {
            Tokenize(article.Text, output);
            return;
        }

        output.Clear();
        foreach (ArticleBlock block in article.Blocks) TokenizeRange(article.Text, block.Span.Start, block.Span.End, output, null);
    }

    /// <summary>Tokenises a text; empty lines part its paragraphs, which no sentence crosses.</summary>
    /// <param name="text">The text.</param>
    /// <param name="output">Receives tokens and sentences; what it held before is dropped.</param>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Clear();
        TokenizeRange(text, 0, text.Length, output, null);
    }

    /// <summary>Tokenises a text, another judge than the model deciding where sentences end. For training.</summary>
    internal void Tokenize(ReadOnlySpan<char> text, TokenBuffer output, SentenceSplitter.Judge judge)
    {
        output.Clear();
        TokenizeRange(text, 0, text.Length, output, judge);
    }

    private void TokenizeRange(ReadOnlySpan<char> text, int start, int end, TokenBuffer output, SentenceSplitter.Judge? judge)
    {
        int first = output.Count;
        ReadOnlySpan<CharClass> classes = CharClasses.All;
        ChunkScanner chunks = new(text, _lexicon, output);
        int position = start;
        while (position < end)
        {
            if (classes[text[position]] == CharClass.Space)
            {
                position++;
                continue;
            }

            int word = position;
            while (position < end && classes[text[position]] <= CharClass.Upper) position++;
            bool comma = position > word && position + 1 < end && text[position] == ',' && classes[text[position + 1]] == CharClass.Space;
            if (position > word && (comma || position == end || classes[text[position]] == CharClass.Space))
            {
                AddWord(text, word, position, output);
                if (comma) output.Add(position, ++position);
                continue;
            }

            while (position < end && classes[text[position]] != CharClass.Space) position++;
            chunks.Scan(word, position, end);
        }

        new SentenceSplitter(text, output, _lexicon, _sentences).Split(first, judge);
    }

    private void AddWord(ReadOnlySpan<char> text, int start, int end, TokenBuffer output)
    {
        if (end - start > MaxTokenLength)
        {
            TokenCut.Add(text, start, end, output);
        }
        else if (_lexicon.Fused(text[start..end]) is { } parts)
        {
            foreach (int part in parts) output.Add(start, start += part);
        }
        else
        {
            output.Add(start, end);
        }
    }

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
