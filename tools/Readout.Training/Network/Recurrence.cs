using System.Runtime.Intrinsics;

namespace Readout.Training.Network;

/// <summary>
/// One direction of a simple recurrent layer over one sentence. With the columns g = [candidate | forget | reset]:
/// <c>f = σ(gf + vf·c′)</c>, <c>r = σ(gr + vr·c′)</c>, <c>c = x + f·(c′ − x)</c> with <c>x = τ(gx)</c>, <c>h = r·c</c>.
/// σ and τ are piecewise parabolas with the slopes of the logistic function and tanh at 0, so that the shipped model
/// computes them exactly in integers.
/// </summary>
internal static unsafe class Recurrence
{
    private const int Lane = 16;

    /// <summary>
    /// Runs the cells of one sentence. The gate columns of <paramref name="g"/> are overwritten with their sums.
    /// </summary>
    /// <param name="g">Rows of 3·half columns.</param>
    /// <param name="c">Receives the cells, rows of half columns.</param>
    /// <param name="output">Receives h added to what is there, rows of <paramref name="stride"/> columns.</param>
    public static void Forward(float* g, float* c, float* output, int stride, RecurrentParameters p, int length, int half, bool backward)
    {
        for (int k = 0; k < half; k += Lane)
        {
            Vector512<float> vf = Vector512.Load(p.Forget.At + k), vr = Vector512.Load(p.Reset.At + k), previous = default;
            for (int step = 0; step < length; step++)
            {
                int t = backward ? length - 1 - step : step;
                float* gt = g + (long)t * 3 * half + k;
                Vector512<float> x = Tau(Vector512.Load(gt));
                Vector512<float> f = Vector512.FusedMultiplyAdd(vf, previous, Vector512.Load(gt + half));
                Vector512<float> r = Vector512.FusedMultiplyAdd(vr, previous, Vector512.Load(gt + 2 * half));
                f.Store(gt + half);
                r.Store(gt + 2 * half);
                previous = x + Sigma(f) * (previous - x);
                previous.Store(c + (long)t * half + k);
                float* target = output + (long)t * stride + k;
                (Vector512.Load(target) + Sigma(r) * previous).Store(target);
            }
        }
    }

    /// <summary>Turns the gradients of h into those of the columns, in place of <paramref name="g"/>.</summary>
    public static void Backward(
        float* g, float* c, float* dh, int stride, RecurrentParameters p, float* dForget, float* dReset, int length, int half, bool backward)
    {
        for (int k = 0; k < half; k += Lane)
        {
            Vector512<float> vf = Vector512.Load(p.Forget.At + k), vr = Vector512.Load(p.Reset.At + k);
            Vector512<float> dvf = default, dvr = default, carried = default;
            for (int step = length - 1; step >= 0; step--)
            {
                int t = backward ? length - 1 - step : step;
                int before = backward ? t + 1 : t - 1;
                float* gt = g + (long)t * 3 * half + k;
                Vector512<float> gx = Vector512.Load(gt), gf = Vector512.Load(gt + half), gr = Vector512.Load(gt + 2 * half);
                Vector512<float> previous = step > 0 ? Vector512.Load(c + (long)before * half + k) : default;
                Vector512<float> cell = Vector512.Load(c + (long)t * half + k);
                Vector512<float> d = Vector512.Load(dh + (long)t * stride + k);
                Vector512<float> x = Tau(gx), f = Sigma(gf);
                Vector512<float> dGr = d * cell * SigmaSlope(gr);
                Vector512<float> dc = carried + d * Sigma(gr);
                Vector512<float> dGf = dc * (previous - x) * SigmaSlope(gf);
                Vector512<float> dGx = dc * (Vector512<float>.One - f) * TauSlope(gx);
                carried = dc * f + dGf * vf + dGr * vr;
                dvf += dGf * previous;
                dvr += dGr * previous;
                dGx.Store(gt);
                dGf.Store(gt + half);
                dGr.Store(gt + 2 * half);
            }

            (Vector512.Load(dForget + k) + dvf).Store(dForget + k);
            (Vector512.Load(dReset + k) + dvr).Store(dReset + k);
        }
    }

    private static Vector512<float> Rest(Vector512<float> u, float reach) => Vector512.Max(
        Vector512<float>.Zero, Vector512<float>.One - Vector512.Abs(u) * Vector512.Create(1 / reach));

    private static Vector512<float> Bend(Vector512<float> u, float reach)
    {
        Vector512<float> rest = Rest(u, reach);
        return Vector512.CopySign(Vector512<float>.One - rest * rest, u);
    }

    private static Vector512<float> Sigma(Vector512<float> u) => Vector512.Create(0.5f) + Vector512.Create(0.5f) * Bend(u, 4);

    private static Vector512<float> SigmaSlope(Vector512<float> u) => Vector512.Create(0.25f) * Rest(u, 4);

    private static Vector512<float> Tau(Vector512<float> u) => Bend(u, 2);

    private static Vector512<float> TauSlope(Vector512<float> u) => Rest(u, 2);
}
