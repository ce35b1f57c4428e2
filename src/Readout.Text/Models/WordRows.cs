namespace Readout.Text.Models;

/// <summary>Embeddings and first gates of some words, as an encoder takes them: three matrices with a row a word.</summary>
internal readonly unsafe struct WordRows(Encoder encoder, short* vectors, EncoderScratch gates, int words)
{
    private readonly int _width = encoder.Width, _gates = encoder.GateWidth;

    /// <summary>First gates from left to right.</summary>
    public short* Forward { get; } = gates.Forward.Shorts(words, encoder.GateWidth);

    /// <summary>First gates from right to left.</summary>
    public short* Backward { get; } = gates.Backward.Shorts(words, encoder.GateWidth);

    /// <summary>Fills word <paramref name="i"/> from a kept row; returns what follows in the row.</summary>
    public short* Load(short* row, int i)
    {
        Copy(row, vectors + (nint)i * _width, _width);
        Copy(row + _width, Forward + (nint)i * _gates, _gates);
        Copy(row + _width + _gates, Backward + (nint)i * _gates, _gates);
        return row + _width + 2 * _gates;
    }

    /// <summary>Writes word <paramref name="i"/> into a row to keep; returns what follows in the row.</summary>
    public short* Save(short* row, int i)
    {
        Copy(vectors + (nint)i * _width, row, _width);
        Copy(Forward + (nint)i * _gates, row + _width, _gates);
        Copy(Backward + (nint)i * _gates, row + _width + _gates, _gates);
        return row + _width + 2 * _gates;
    }

    private static void Copy(short* source, short* target, int length) => new Span<short>(source, length).CopyTo(new Span<short>(target, length));
}

/// <summary>One thread's buffers for words that were not met before.</summary>
internal sealed class WordScratch : IDisposable
{
    /// <summary>Their embeddings.</summary>
    public NativeBuffer Vectors { get; } = new();

    /// <summary>Their first gates.</summary>
    public EncoderScratch Gates { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Vectors.Dispose();
        Gates.Dispose();
    }
}
