namespace Readout.Text.Tokens;

/// <summary>
/// What the splitter looks at between two tokens. Eleven small fields and three words; each template of
/// <see cref="BoundaryFeatures"/> picks some of them, and the model has a weight for each value that a template takes.
/// </summary>
internal struct Boundary
{
    /// <summary>Shape of the token before the last where the last one closes a quotation or bracket, else Edge.</summary>
    public TokenShape Closed;

    /// <summary>Shape of the last token before the gap.</summary>
    public TokenShape Last;

    /// <summary>Shape of the token before the final punctuation.</summary>
    public TokenShape Before;

    /// <summary>Shape of the token after the gap.</summary>
    public TokenShape Next;

    /// <summary>Shape of the token after that.</summary>
    public TokenShape Second;

    /// <summary>Shape of the sentence's first token.</summary>
    public TokenShape First;

    /// <summary>What kind of abbreviation the last token is.</summary>
    public AbbreviationKind Abbreviation;

    /// <summary>Gap: 0 none, 1 space, 2 line break after a short line, 3 line break after a long line.</summary>
    public int Gap;

    /// <summary>Tokens since the sentence's start: 0 for one, 1 for two, 2 to 4, 3 to 8, 4 to 16, 5 to 32, 6 more.</summary>
    public int Length;

    /// <summary>Whether a double quotation mark is open.</summary>
    public bool Quoted;

    /// <summary>Whether a bracket is open.</summary>
    public bool Bracketed;

    /// <summary>Hash of the last token's form, letter case dropped.</summary>
    public uint LastWord;

    /// <summary>Hash of the form before the final punctuation.</summary>
    public uint BeforeWord;

    /// <summary>Hash of the next form.</summary>
    public uint NextWord;
}

/// <summary>The feature templates of the sentence splitter and their hashes.</summary>
internal static class BoundaryFeatures
{
    /// <summary>Number of templates without a word.</summary>
    public const int ShapeCount = 11;

    /// <summary>Number of templates with a word.</summary>
    public const int WordCount = 7;

    /// <summary>A feature: its template, the small fields packed into a code, and a word's hash or 0.</summary>
    internal readonly record struct Feature(int Template, int Code, uint Word)
    {
        /// <summary>The key under which the model keeps its weight.</summary>
        public uint Key
        {
            get
            {
                uint key = ((uint)Template * 0x9E3779B1u) ^ ((uint)Code * 0x85EBCA6Bu) ^ (Word * 0xC2B2AE35u);
                key ^= key >> 15;
                key *= 0x2C1B3C6Du;
                return key ^ (key >> 13);
            }
        }
    }

    /// <summary>The features of shapes alone, <see cref="ShapeCount"/> of them.</summary>
    public static void FillShapes(in Boundary at, Span<Feature> features)
    {
        int end = ((int)at.Closed * 32) + (int)at.Last;
        int gap = (end * 32) + (int)at.Next;
        features[0] = new(0, end, 0);
        features[1] = new(1, gap, 0);
        features[2] = new(2, (gap * 32) + (int)at.Before, 0);
        features[3] = new(3, (end * 8) + at.Length, 0);
        features[4] = new(4, (gap * 8) + at.Length, 0);
        features[5] = new(5, (gap * 4) + (at.Quoted ? 2 : 0) + (at.Bracketed ? 1 : 0), 0);
        features[6] = new(6, (gap * 4) + at.Gap, 0);
        features[7] = new(7, (gap * 32) + (int)at.Second, 0);
        features[8] = new(8, ((int)at.Abbreviation * 32) + (int)at.Next, 0);
        features[9] = new(9, (end * 256) + ((int)at.First * 8) + at.Length, 0);
        features[10] = new(10, (at.Gap * 256) + ((int)at.Next * 8) + at.Length, 0);
    }

    /// <summary>The features that hold a word, <see cref="WordCount"/> of them.</summary>
    public static void FillWords(in Boundary at, Span<Feature> features)
    {
        int end = ((int)at.Closed * 32) + (int)at.Last;
        features[0] = new(11, end, at.NextWord);
        features[1] = new(12, (int)at.Next, at.LastWord);
        features[2] = new(13, end, at.BeforeWord);
        features[3] = new(14, (int)at.Abbreviation, at.NextWord);
        features[4] = new(15, (at.Gap * 32) + (int)at.Next, at.LastWord);
        features[5] = new(16, (at.Gap * 32) + (int)at.Last, at.NextWord);
        features[6] = new(17, ((int)at.Next * 32) + (int)at.Last, at.BeforeWord);
    }

    /// <summary>Hash of a form with ASCII letter case dropped; never 0. FNV-1a over UTF-16 code units.</summary>
    public static uint Hash(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        foreach (char c in form) hash = (hash ^ (c is >= 'A' and <= 'Z' ? (uint)(c | 0x20) : c)) * 16777619;
        return hash == 0 ? 1 : hash;
    }
}
