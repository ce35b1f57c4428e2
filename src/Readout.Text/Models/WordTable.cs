namespace Readout.Text.Models;

/// <summary>
/// The input side of the network: a vocabulary with an embedding a word, a hashed table for affixes, shapes and
/// membership in name lists. Immutable; safe from every thread.
/// </summary>
internal sealed unsafe class WordTable
{
    private readonly TextIndex _vocabulary;
    private readonly NameLists _lists;
    private readonly Tensor _words, _affixes;

    /// <summary>Takes the tables of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="part">What its entries' names begin with.</param>
    public WordTable(ModelFile model, string part)
    {
        _vocabulary = new TextIndex(model.Count(part + "vocabulary"));
        model.Each(part + "vocabulary", (index, word) => _vocabulary[word] = index);
        _lists = new NameLists(model, part + "lists");
        _words = model.Tensor(part + "words");
        _affixes = model.Tensor(part + "affixes");
    }

    /// <summary>Width of an embedding.</summary>
    public int Width => _words.Columns;

    /// <summary>Writes the summed embedding of a form.</summary>
    public void Embed(ReadOnlySpan<char> form, short* target)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        ReadOnlySpan<char> normalized = buffer[..WordFeatures.Normalize(form, buffer)];
        int word = _vocabulary.Find(normalized, 0);
        new Span<short>(_words.Shorts + (nint)word * Width, Width).CopyTo(new Span<short>(target, Width));
        Span<int> rows = stackalloc int[WordFeatures.RowCount + NameLists.Count];
        uint mask = (uint)_affixes.Rows - 1;
        WordFeatures.Rows(form, normalized, mask, rows);
        int count = WordFeatures.RowCount + _lists.Rows(form, normalized, mask, rows[WordFeatures.RowCount..]);
        for (int i = 0; i < count; i++) FixedPoint.Add(_affixes.Shorts + (nint)rows[i] * Width, target, Width);
    }
}

/// <summary>
/// Lists of words that names are made of (given names, surnames, places, organisations …), as features of a word.
/// Immutable; safe from every thread.
/// </summary>
internal sealed class NameLists
{
    /// <summary>Most lists that there may be.</summary>
    public const int Count = 16;

    private readonly TextIndex _bits;

    /// <summary>Takes lines <c>list TAB word</c>, the list as a number below <see cref="Count"/>, the word normalised.</summary>
    public NameLists(IReadOnlyList<string> lines)
    {
        _bits = new TextIndex(lines.Count);
        foreach (string line in lines) Add(line);
    }

    /// <summary>Takes the lines of a model's table.</summary>
    public NameLists(ModelFile model, string table)
    {
        _bits = new TextIndex(model.Count(table));
        model.Each(table, (_, line) => Add(line));
    }

    /// <summary>Writes the hashed row of each list that holds the word; returns how many.</summary>
    public int Rows(ReadOnlySpan<char> form, ReadOnlySpan<char> normalized, uint mask, Span<int> rows)
    {
        int bits = _bits.Find(normalized, 0);
        if (bits == 0) return 0;
        bool capital = form.Length > 0 && char.IsUpper(form[0]);
        int count = 0;
        for (int list = 0; list < Count; list++)
        {
            if ((bits >> list & 1) != 0) rows[count++] = WordFeatures.Row((uint)(32 + list * 2 + (capital ? 1 : 0)), "", mask);
        }

        return count;
    }

    private void Add(ReadOnlySpan<char> line)
    {
        int tab = line.IndexOf('\t');
        int list = int.Parse(line[..tab], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        _bits[line[(tab + 1)..]] |= 1 << list;
    }
}
