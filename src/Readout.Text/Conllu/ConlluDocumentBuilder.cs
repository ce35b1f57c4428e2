using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Readout.Text.Conllu;

/// <summary>Gathers the text and the layers of a document from sentences of CoNLL-U.</summary>
internal sealed class ConlluDocumentBuilder(bool running)
{
    private static readonly Dictionary<string, Upos> UposByName =
        Enum.GetValues<Upos>().Skip(1).ToDictionary(tag => tag.ToString(), StringComparer.Ordinal);

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<ArticleBlock>.Builder _blocks = ImmutableArray.CreateBuilder<ArticleBlock>();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _first = [];
    private readonly List<ConlluToken> _words = [];
    private readonly List<int> _heads = [];
    private BlockKind _blockKind = BlockKind.Paragraph;
    private int _blockStart;
    private bool _spaceAfter;

    public void Add(ConlluSentence sentence)
    {
        bool opens = _first.Count == 0 || sentence.OpensParagraph || sentence.OpensDocument;
        if (opens && _first.Count > 0)
        {
            CloseBlock();
            _text.Append("\n\n");
        }
        else if (!opens)
        {
            if (!running) _text.Append('\n');
            else if (_spaceAfter) _text.Append(' ');
        }

        if (opens)
        {
            _blockStart = _text.Length;
            bool heading = sentence.Comment("newpar_block")?.StartsWith("head", StringComparison.Ordinal) == true;
            _blockKind = heading ? BlockKind.Heading : BlockKind.Paragraph;
        }

        AddWords(sentence);
        _spaceAfter = !sentence.Lines[^1].NoSpaceAfter;
    }

    public Document Build(string id)
    {
        if (_first.Count > 0) CloseBlock();
        Article article = new() { Id = id, Text = _text.ToString(), Blocks = _blocks.ToImmutable() };
        DocumentLayers layers = new()
        {
            Starts = [.. _starts],
            Ends = [.. _ends],
            SentenceFirst = [.. _first],
            Upos = Layer(word => word.Upos, (word, _) => UposByName.GetValueOrDefault(word.Upos)),
            Tags = Layer(word => word.Xpos, (word, _) => PennTags.Parse(word.Xpos)),
            Lemmas = Layer(word => word.Lemma, (word, _) => word.Lemma == "_" ? word.Form : word.Lemma),
            Heads = Layer(word => word.Head, (_, index) => _heads[index]),
            Relations = Layer(word => word.Deprel, (word, _) => Annotation(word.Deprel)),
        };
        return new Document(article, layers);
    }

    private static Relation Annotation(string label) => label == "_" ? Relation.None : Relations.Parse(label);

    private T[] Layer<T>(Func<ConlluToken, string> column, Func<ConlluToken, int, T> value) =>
        _words.Any(word => column(word) != "_") ? [.. _words.Select(value)] : [];

    private void CloseBlock() =>
        _blocks.Add(new ArticleBlock(_blockKind, new TextSpan(_blockStart, _text.Length)));

    private void AddWords(ConlluSentence sentence)
    {
        int first = _words.Count;
        _first.Add(first);
        foreach (ConlluToken word in sentence.Words)
        {
            _words.Add(word);
            int head = word.Head == "_" ? 0 : int.Parse(word.Head, NumberStyles.None, CultureInfo.InvariantCulture);
            _heads.Add(head == 0 ? -1 : first + head - 1);
        }

        List<SurfaceToken> surface = Surface(sentence);
        int offset = _text.Length;
        string? text = sentence.Text?.Trim();
        if (text is not null && Follow(text, surface)) _text.Append(text);
        else _text.Append(Join(surface));
        foreach (SurfaceToken token in surface) AddSpans(token, offset);
    }

    private void AddSpans(SurfaceToken token, int offset)
    {
        int start = offset + token.Start;
        for (int i = 0; i < token.Words.Count; i++)
        {
            int end = offset + token.Start + token.Cut(i);
            _starts.Add(start);
            _ends.Add(end);
            start = end;
        }
    }

    /// <summary>The tokens as they are written: multiword ranges whole, the other words one by one.</summary>
    private static List<SurfaceToken> Surface(ConlluSentence sentence)
    {
        List<SurfaceToken> surface = [];
        int rangeEnd = 0;
        int number = 0;
        foreach (ConlluToken line in sentence.Lines)
        {
            if (line.Kind == ConlluLineKind.Range)
            {
                rangeEnd = int.Parse(line.Id.AsSpan(line.Id.IndexOf('-', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture);
                surface.Add(new SurfaceToken(line.Form, !line.NoSpaceAfter));
            }
            else if (line.Kind == ConlluLineKind.Word)
            {
                number++;
                if (number > rangeEnd) surface.Add(new SurfaceToken(line.Form, !line.NoSpaceAfter));
                surface[^1].Words.Add(line.Form);
            }
        }

        foreach (SurfaceToken token in surface) token.Settle();
        return surface;
    }

    /// <summary>Whether the forms follow one another in the text; sets where each starts.</summary>
    private static bool Follow(string text, List<SurfaceToken> surface)
    {
        int position = 0;
        foreach (SurfaceToken token in surface)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
            if (!text.AsSpan(position).StartsWith(token.Form, StringComparison.Ordinal)) return false;
            token.Start = position;
            position += token.Form.Length;
        }

        return position == text.Length;
    }

    private static string Join(List<SurfaceToken> surface)
    {
        StringBuilder text = new();
        for (int i = 0; i < surface.Count; i++)
        {
            surface[i].Start = text.Length;
            text.Append(surface[i].Form);
            if (surface[i].SpaceAfter && i + 1 < surface.Count) text.Append(' ');
        }

        return text.ToString();
    }

    private sealed class SurfaceToken(string form, bool spaceAfter)
    {
        public string Form { get; private set; } = form;

        public bool SpaceAfter { get; } = spaceAfter;

        public List<string> Words { get; } = [];

        public int Start { get; set; }

        private bool _spelt;

        /// <summary>Settles how the words share the form; a form too short for its words is replaced by theirs.</summary>
        public void Settle()
        {
            string together = string.Concat(Words);
            if (Form.Length < Words.Count) Form = together;
            _spelt = together == Form;
        }

        /// <summary>Offset in the form after the word at <paramref name="index"/>.</summary>
        public int Cut(int index)
        {
            if (!_spelt) return Form.Length * (index + 1) / Words.Count;
            int length = 0;
            for (int i = 0; i <= index; i++) length += Words[i].Length;
            return length;
        }
    }
}
