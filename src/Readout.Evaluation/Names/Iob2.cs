using System.Collections.Immutable;
using System.Globalization;
using Readout.Evaluation.Gold;

namespace Readout.Evaluation.Names;

/// <summary>A sentence of an IOB2 file.</summary>
/// <param name="Id">Value of <c># sent_id</c>; the sentence's number from 1 where there is none.</param>
/// <param name="Line">Line of its first token.</param>
/// <param name="Text">Value of <c># text</c>, or null.</param>
/// <param name="Forms">Its tokens.</param>
/// <param name="Tags">Tags as written, one per token; empty where the file has no column for them.</param>
internal sealed record IobSentence(string Id, int Line, string? Text, ImmutableArray<string> Forms, ImmutableArray<string> Tags);

/// <summary>Reads IOB2 as Universal NER writes it: number, form, tag and further columns, parted by tabs.</summary>
internal static class Iob2
{
    /// <summary>The sentences in order.</summary>
    /// <exception cref="GoldFormatException">A line is no token line; the message names it.</exception>
    public static IEnumerable<IobSentence> Read(string path)
    {
        using StreamReader reader = GoldFile.Open(path);
        SentenceBuilder sentence = new(path);
        while (reader.ReadLine() is { } line)
        {
            if (sentence.Take(line) is { } finished) yield return finished;
        }

        if (sentence.Take("") is { } last) yield return last;
    }

    /// <summary>
    /// The entities of a sentence: ranges of tokens with a type. An <c>I-</c> without the <c>B-</c> before it opens an
    /// entity of its own.
    /// </summary>
    public static IReadOnlyList<TokenEntity> Entities(IReadOnlyList<string> tags)
    {
        List<TokenEntity> entities = [];
        int start = -1;
        string type = "";
        for (int i = 0; i <= tags.Count; i++)
        {
            string tag = i < tags.Count ? tags[i] : "O";
            bool goesOn = start >= 0 && tag.StartsWith("I-", StringComparison.Ordinal) && tag.AsSpan(2).SequenceEqual(type);
            if (start >= 0 && !goesOn)
            {
                entities.Add(new TokenEntity(start, i, type));
                start = -1;
            }

            if (start < 0 && tag.Length > 2)
            {
                start = i;
                type = tag[2..];
            }
        }

        return entities;
    }

    /// <summary>The tags of disjoint entities.</summary>
    public static string[] Tags(int count, IEnumerable<TokenEntity> entities)
    {
        string[] tags = new string[count];
        Array.Fill(tags, "O");
        foreach (TokenEntity entity in entities)
        {
            for (int i = entity.First; i < entity.End; i++) tags[i] = (i == entity.First ? "B-" : "I-") + entity.Type;
        }

        return tags;
    }

    private sealed class SentenceBuilder(string path)
    {
        private readonly List<string> _forms = [];
        private readonly List<string> _tags = [];
        private string? _id;
        private string? _text;
        private int _line;
        private int _firstLine;
        private int _count;

        /// <summary>Takes one line; the sentence that it ends, or null.</summary>
        public IobSentence? Take(string line)
        {
            _line++;
            if (string.IsNullOrWhiteSpace(line)) return Finish();
            if (line[0] == '#' && _forms.Count == 0)
            {
                _id = Comment(line, "sent_id") ?? _id;
                _text = Comment(line, "text") ?? _text;
                return null;
            }

            AddToken(line);
            return null;
        }

        private void AddToken(string line)
        {
            string[] columns = line.Split('\t');
            if (columns.Length < 2) throw new GoldFormatException(path, _line, "a token line has number, form and tag, parted by tabs");
            if (columns[0].AsSpan().ContainsAny('-', '.')) return;
            if (_forms.Count == 0) _firstLine = _line;
            _forms.Add(columns[1]);
            if (columns.Length == 2) return;
            string tag = columns[2];
            bool isTag = tag == "O" || (tag.Length > 2 && (tag.StartsWith("B-", StringComparison.Ordinal) || tag.StartsWith("I-", StringComparison.Ordinal)));
            if (!isTag) throw new GoldFormatException(path, _line, $"'{tag}' is no IOB2 tag such as O, B-PER or I-PER");
            _tags.Add(tag);
        }

        private IobSentence? Finish()
        {
            if (_forms.Count == 0) return null;
            if (_tags.Count > 0 && _tags.Count < _forms.Count) throw new GoldFormatException(path, _firstLine, "some tokens of the sentence have a tag and some have none");
            _count++;
            string id = _id ?? _count.ToString(CultureInfo.InvariantCulture);
            IobSentence sentence = new(id, _firstLine, _text, [.. _forms], [.. _tags]);
            _forms.Clear();
            _tags.Clear();
            _id = _text = null;
            return sentence;
        }

        private static string? Comment(string line, string name)
        {
            ReadOnlySpan<char> body = line.AsSpan(1).TrimStart();
            if (!body.StartsWith(name, StringComparison.Ordinal)) return null;
            ReadOnlySpan<char> rest = body[name.Length..].TrimStart();
            return rest.StartsWith("=") ? rest[1..].Trim().ToString() : null;
        }
    }
}
