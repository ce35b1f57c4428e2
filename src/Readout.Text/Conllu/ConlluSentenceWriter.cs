using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Readout.Text.Conllu;

/// <summary>Builds the CoNLL-U sentences of one document, asked for in order.</summary>
internal sealed class ConlluSentenceWriter
{
    private readonly Document _document;
    private readonly string?[] _names;
    private int _block;

    public ConlluSentenceWriter(Document document)
    {
        _document = document;
        _names = new string?[document.TokenCount];
        foreach (Name name in document.Names)
        {
            string kind = name.Kind switch { NameKind.Person => "PER", NameKind.Organization => "ORG", _ => "LOC" };
            for (int i = name.First; i < name.End; i++) _names[i] = (i == name.First ? "NER=B-" : "NER=I-") + kind;
        }
    }

    public ConlluSentence Sentence(int index)
    {
        Sentence sentence = _document.Sentence(index);
        ImmutableArray<ConlluToken>.Builder lines = ImmutableArray.CreateBuilder<ConlluToken>(sentence.Count + 4);
        for (int i = sentence.First; i < sentence.End;)
        {
            int end = Contraction.End(_document, i, sentence.End);
            bool range = end > i + 1;
            if (range) lines.Add(RangeLine(sentence, i, end));
            for (; i < end; i++) lines.Add(WordLine(sentence, i, range));
        }

        return new ConlluSentence { Comments = Comments(sentence), Lines = lines.ToImmutable() };
    }

    private ConlluToken RangeLine(Sentence sentence, int first, int end) => new()
    {
        Id = Print(first - sentence.First + 1) + "-" + Print(end - sentence.First),
        Form = OneLine(new TextSpan(_document.Token(first).Start, _document.Token(end - 1).End)),
        Misc = TouchesNext(end - 1) ? "SpaceAfter=No" : "_",
    };

    private ConlluToken WordLine(Sentence sentence, int index, bool inRange)
    {
        Token token = _document.Token(index);
        DocumentLayers layers = _document.Layers;
        string head = layers.Heads.Length == 0 ? "_" : token.IsRoot ? "0" : Print(token.HeadIndex - sentence.First + 1);
        return new ConlluToken
        {
            Id = Print(index - sentence.First + 1),
            Form = OneLine(token.Span),
            Lemma = layers.Lemmas.Length == 0 ? "_" : token.Lemma,
            Upos = token.Upos == Upos.None ? "_" : token.Upos.ToString(),
            Xpos = token.Tag.Label(),
            Head = head,
            Deprel = token.Relation.Label(),
            Misc = Misc(index, !inRange && TouchesNext(index)),
        };
    }

    private string Misc(int index, bool noSpace) => (_names[index], noSpace) switch
    {
        (null, false) => "_",
        (null, true) => "SpaceAfter=No",
        ({ } name, false) => name,
        ({ } name, true) => name + "|SpaceAfter=No",
    };

    private bool TouchesNext(int index) =>
        index + 1 < _document.TokenCount && _document.Token(index + 1).Start == _document.Token(index).End;

    private ImmutableArray<string> Comments(Sentence sentence)
    {
        ImmutableArray<string>.Builder comments = ImmutableArray.CreateBuilder<string>(4);
        string id = OneLine(_document.Article.Id);
        if (sentence.Index == 0) comments.Add("# newdoc id = " + id);
        if (OpensParagraph(sentence)) comments.Add("# newpar");
        comments.Add("# sent_id = " + id + "-" + Print(sentence.Index + 1));
        comments.Add("# text = " + OneLine(sentence.Span));
        return comments.ToImmutable();
    }

    private bool OpensParagraph(Sentence sentence)
    {
        if (sentence.Index == 0) return true;
        int previous = _document.Token(sentence.First - 1).End;
        int start = sentence.Span.Start;
        ImmutableArray<ArticleBlock> blocks = _document.Article.Blocks;
        while (_block < blocks.Length && blocks[_block].Span.Start < previous) _block++;
        if (_block < blocks.Length && blocks[_block].Span.Start <= start) return true;
        return blocks.IsEmpty && _document.Text.AsSpan(previous, start - previous).Count('\n') > 1;
    }

    private string OneLine(TextSpan span) => OneLine(span.In(_document.Text));

    /// <summary>Runs of white space and line breaks as one space, so that a value stays in its column.</summary>
    private static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString();
    }

    private static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);
}
