using Readout.Text.Models;
using Readout.Training.Network;
using Readout.Training.Numerics;

namespace Readout.Training.Export;

/// <summary>Writes a trained network as fixed-point tensors in the layout that <see cref="FixedPoint"/> reads.</summary>
internal static class Quantizer
{
    private const int StreamBits = Text.Models.Encoder.StreamBits, GateBits = Text.Models.Encoder.GateBits, MostBits = 13;

    /// <summary>Sums stay below 2³¹ while token vectors stay within ±8.</summary>
    private const long ColumnLimit = (1L << 31) / (8 << StreamBits);

    /// <summary>Writes words, layers, tags and trees.</summary>
    public static void WriteTrees(ParserNetwork net, ModelWriter writer)
    {
        Encoder(net, writer, "");
        foreach (AffineParameters p in new[] { net.ArcDependent, net.ArcHead, net.LabelDependent, net.LabelHead, net.LabelOut, net.Upos, net.Tag })
            Affine(writer, p.Weight, p.Bias, p.Weight.Name, p.Bias.Name);
        Affine(writer, net.ArcBilinear, net.ArcPrior, net.ArcBilinear.Name, net.ArcPrior.Name);
        Rows(writer, net.ArcRoot.Name, net.ArcRoot, StreamBits);
        Rows(writer, net.LabelRoot.Name, net.LabelRoot, StreamBits);
        Rows(writer, net.LabelDistance.Name, net.LabelDistance, StreamBits);
        writer.Add(net.ArcDistance.Name, 1, net.ArcDistance.Columns, 2 * StreamBits, Ints(net.ArcDistance, 2 * StreamBits));
    }

    /// <summary>Writes words, layers and names.</summary>
    public static void WriteNames(ParserNetwork net, ModelWriter writer)
    {
        const string part = NameNetwork.Part;
        Encoder(net, writer, part);
        foreach (AffineParameters p in new[] { net.NameHidden, net.Name }) Affine(writer, p.Weight, p.Bias, part + p.Weight.Name, part + p.Bias.Name);
        Rows(writer, part + net.NamePhrases.Name, net.NamePhrases, StreamBits);
        int bits = StreamBits + Bits(net.Name.Weight);
        writer.Add(part + net.NamePairs.Name, 1, net.NamePairs.Columns, bits, Ints(net.NamePairs, bits));
    }

    private static void Encoder(ParserNetwork net, ModelWriter writer, string part)
    {
        writer.Add(part + "layers", net.Shape.Layers, 1, 0, new int[net.Shape.Layers]);
        Rows(writer, part + "words", net.Words, StreamBits);
        Rows(writer, part + "affixes", net.Affixes, StreamBits);
        foreach (RecurrentParameters layer in net.Layers)
        {
            Affine(writer, layer.Weight, layer.Bias, part + layer.Weight.Name, part + layer.Bias.Name);
            Rows(writer, part + layer.Forget.Name, layer.Forget, GateBits);
            Rows(writer, part + layer.Reset.Name, layer.Reset, GateBits);
        }
    }

    private static void Rows(ModelWriter writer, string name, Parameter p, int bits) =>
        writer.Add(name, p.Rows, p.Columns, bits, [.. p.Value.Select(v => Round(v, bits))]);

    private static void Affine(ModelWriter writer, Parameter weight, Parameter bias, string weightName, string biasName)
    {
        int bits = Bits(weight);
        short[] packed = new short[weight.Value.Length];
        int at = 0;
        for (int block = 0; block < weight.Columns; block += 16)
        {
            for (int k = 0; k < weight.Rows; k += 2)
            {
                for (int column = block; column < block + 16; column++)
                {
                    packed[at++] = Round(weight.Value[k * weight.Columns + column], bits);
                    packed[at++] = Round(weight.Value[(k + 1) * weight.Columns + column], bits);
                }
            }
        }

        writer.Add(weightName, weight.Rows, weight.Columns, bits, packed);
        writer.Add(biasName, 1, bias.Columns, StreamBits + bits, Ints(bias, StreamBits + bits));
    }

    /// <summary>Most fraction bits at which the weights fit and no column can overflow.</summary>
    private static int Bits(Parameter weight)
    {
        float most = weight.Value.Max(Math.Abs);
        double column = Enumerable.Range(0, weight.Columns)
            .Max(c => Enumerable.Range(0, weight.Rows).Sum(r => (double)Math.Abs(weight.Value[r * weight.Columns + c])));
        int bits = MostBits;
        while (bits > 1 && (most * (1 << bits) > short.MaxValue || column * (1 << bits) > ColumnLimit)) bits--;
        return bits;
    }

    private static int[] Ints(Parameter p, int bits) => [.. p.Value.Select(v => (int)Math.Round(v * (double)(1 << bits), MidpointRounding.ToEven))];

    private static short Round(float value, int bits) =>
        (short)Math.Clamp(Math.Round(value * (double)(1 << bits), MidpointRounding.ToEven), short.MinValue, short.MaxValue);
}
