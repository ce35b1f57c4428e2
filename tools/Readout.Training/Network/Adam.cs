using System.Runtime.Intrinsics;
using Readout.Training.Numerics;

namespace Readout.Training.Network;

/// <summary>Adam (Kingma and Ba 2015) over summed thread gradients; sparse matrices update their touched rows alone.</summary>
internal sealed unsafe class Adam(ParserNetwork net)
{
    private const float Beta1 = 0.9f, Beta2 = 0.95f, Epsilon = 1e-8f, Clip = 5f;

    private readonly FloatBuffer _row = new();
    private int _step;

    public void Update(IReadOnlyList<Gradients> threads, float rate)
    {
        _step++;
        for (int t = 1; t < threads.Count; t++)
        {
            foreach (Parameter p in net.All)
            {
                if (!p.IsSparse) Lanes.Add(threads[t].Of(p), threads[0].Of(p), p.Value.Length);
            }
        }

        float scale = ClipScale(threads[0]);
        foreach (Parameter p in net.All)
        {
            if (p.IsSparse) UpdateRows(p, threads, rate);
            else Apply(p, 0, threads[0].Of(p), p.Value.Length, rate, scale, _step);
            if (!p.IsSparse && p.Rows > 1) p.Transpose();
        }
    }

    private float ClipScale(Gradients gradients)
    {
        double sum = 0;
        foreach (Parameter p in net.All)
        {
            if (!p.IsSparse) sum += Lanes.Dot(gradients.Of(p), gradients.Of(p), p.Value.Length);
        }

        double norm = Math.Sqrt(sum);
        return norm > Clip ? (float)(Clip / norm) : 1;
    }

    private void UpdateRows(Parameter p, IReadOnlyList<Gradients> threads, float rate)
    {
        float* row = _row.Ensure(p.Columns);
        for (int t = 0; t < threads.Count; t++)
        {
            foreach ((int index, int slot) in threads[t].RowsOf(p))
            {
                bool seen = false;
                for (int u = 0; u < t; u++) seen |= threads[u].RowsOf(p).ContainsKey(index);
                if (seen) continue;
                new Span<float>(threads[t].Of(p) + (long)slot * p.Columns, p.Columns).CopyTo(new Span<float>(row, p.Columns));
                for (int u = t + 1; u < threads.Count; u++)
                {
                    if (threads[u].RowsOf(p).TryGetValue(index, out int other)) Lanes.Add(threads[u].Of(p) + (long)other * p.Columns, row, p.Columns);
                }

                p.LastStep[index]++;
                Apply(p, index * p.Columns, row, p.Columns, rate, 1, p.LastStep[index]);
            }
        }
    }

    private static void Apply(Parameter p, int offset, float* gradient, int length, float rate, float scale, int step)
    {
        float correct1 = 1 / (1 - MathF.Pow(Beta1, step)), correct2 = 1 / (1 - MathF.Pow(Beta2, step));
        Vector512<float> g1 = Vector512.Create(1 - Beta1), g2 = Vector512.Create(1 - Beta2), s = Vector512.Create(scale);
        fixed (float* first = p.First, second = p.Second)
        {
            for (int i = 0; i < length; i += 16)
            {
                Vector512<float> g = Vector512.Load(gradient + i) * s;
                Vector512<float> m = Vector512.Load(first + offset + i) * Beta1 + g * g1;
                Vector512<float> v = Vector512.Load(second + offset + i) * Beta2 + g * g * g2;
                m.Store(first + offset + i);
                v.Store(second + offset + i);
                Vector512<float> change = m * (rate * correct1) / (Vector512.Sqrt(v * correct2) + Vector512.Create(Epsilon));
                (Vector512.Load(p.At + offset + i) - change).Store(p.At + offset + i);
            }
        }
    }
}
