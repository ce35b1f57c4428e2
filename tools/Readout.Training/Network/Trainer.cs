using System.Diagnostics;
using Readout.Training.Corpora;
using Readout.Training.Numerics;

namespace Readout.Training.Network;

/// <summary>Scores of a network on gold tokens, in per cent.</summary>
internal sealed record NetworkScores(double Upos, double Tag, double Uas, double Las, double LasWithSubtypes, double Names)
{
    public override string ToString() =>
        FormattableString.Invariant($"UPOS {Upos:F2}  XPOS {Tag:F2}  UAS {Uas:F2}  LAS {Las:F2} ({LasWithSubtypes:F2} with subtypes)  names {Names:F2}");
}

/// <summary>Trains a network over shuffled batches, split over threads by sentence.</summary>
internal sealed class Trainer(ParserNetwork net, TrainingOptions options, TextWriter log)
{
    private const int MeanEvery = 16;

    /// <summary>Trains; the network holds the mean of its weights while <paramref name="afterEpoch"/> runs and at the end.</summary>
    /// <param name="draw">The examples of an epoch, by its number from 1.</param>
    /// <param name="afterEpoch">Called after each epoch, with its number from 1.</param>
    public void Train(Func<int, Random, IReadOnlyList<Example>> draw, Action<int> afterEpoch)
    {
        Random random = new(options.Seed);
        Pass[] passes = [.. Enumerable.Range(0, options.Threads).Select(i => new Pass(net, (ulong)(options.Seed * 100 + i + 1), options))];
        foreach (Parameter p in net.All.Where(p => !p.IsSparse && p.Rows > 1)) p.Transpose();
        Adam adam = new(net);
        MeanWeights mean = new(net, options.MeanDecay);
        long done = 0, steps = 0, before = 0;
        Stopwatch clock = Stopwatch.StartNew();
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            double loss = 0;
            long tokens = 0;
            IReadOnlyList<Example> examples = draw(epoch, random);
            long total = examples.Sum(e => (long)e.Length);
            foreach (List<Example> batch in Batches(examples, random))
            {
                int size = batch.Sum(e => e.Length);
                List<Example>[] parts = Split(batch, options.Threads);
                double[] losses = new double[parts.Length];
                Parallel.For(0, parts.Length, i => losses[i] = passes[i].Run(parts[i], train: true, 1f / size));
                double progress = (epoch - 1 + (double)(done - before) / total) / options.Epochs;
                float warm = Math.Min(1f, (done + size) / 30000f);
                float rate = options.LearningRate * warm * (float)(0.5 * (1 + Math.Cos(Math.PI * progress)));
                adam.Update([.. passes.Select(p => p.Gradients)], Math.Max(rate, 1e-5f));
                if (++steps % MeanEvery == 0) mean.Update();
                loss += losses.Sum();
                tokens += size;
                done += size;
            }

            before = done;
            log.WriteLine(FormattableString.Invariant($"epoch {epoch}: loss {loss / tokens:F4}, {clock.Elapsed.TotalSeconds:F0} s"));
            mean.Swap();
            afterEpoch(epoch);
            if (epoch < options.Epochs) mean.Swap();
        }
    }

    public static NetworkScores Score(ParserNetwork net, IReadOnlyList<Example> examples, TrainingOptions options)
    {
        Pass pass = new(net, 1, options);
        long tokens = 0, upos = 0, tag = 0, uas = 0, las = 0, lasSub = 0, found = 0, gold = 0, right = 0;
        foreach (Example e in examples)
        {
            pass.Run([e], train: false, 0);
            TreebankSentence s = e.Gold;
            tokens += e.Length;
            sbyte[] names = new sbyte[e.Length];
            for (int i = 0; i < e.Length; i++)
            {
                if (pass.Heads.PredictedUpos[i] == (int)s.Upos[i]) upos++;
                if (pass.Heads.PredictedTags[i] == (int)s.Tags[i]) tag++;
                names[i] = (sbyte)pass.Heads.PredictedNames[i];
                if (pass.Heads.PredictedHeads[i] != s.Heads[i]) continue;
                uas++;
                Text.Relation relation = (Text.Relation)pass.Heads.PredictedRelations[i];
                if (relation == s.Relations[i]) lasSub++;
                if (Text.Relations.Base(relation) == Text.Relations.Base(s.Relations[i])) las++;
            }

            if (s.Names.Length == 0 || s.Names[0] < 0) continue;
            List<(int, int, int)> a = NameLabels.Spans(names), b = NameLabels.Spans(s.Names);
            found += a.Count;
            gold += b.Count;
            right += a.Count(b.Contains);
        }

        double f1 = found + gold == 0 ? 0 : 200.0 * right / (found + gold);
        return new NetworkScores(Percent(upos, tokens), Percent(tag, tokens), Percent(uas, tokens), Percent(las, tokens), Percent(lasSub, tokens), f1);
    }

    private static double Percent(long part, long whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private IEnumerable<List<Example>> Batches(IReadOnlyList<Example> examples, Random random)
    {
        Example[] order = [.. examples];
        random.Shuffle(order);
        List<Example> batch = [];
        int size = 0;
        foreach (Example e in order)
        {
            batch.Add(e);
            size += e.Length;
            if (size < options.BatchTokens) continue;
            yield return batch;
            batch = [];
            size = 0;
        }

        if (batch.Count > 0) yield return batch;
    }

    private static List<Example>[] Split(List<Example> batch, int threads)
    {
        List<Example>[] parts = [.. Enumerable.Range(0, threads).Select(_ => new List<Example>())];
        int[] sizes = new int[threads];
        foreach (Example e in batch)
        {
            int least = Array.IndexOf(sizes, sizes.Min());
            parts[least].Add(e);
            sizes[least] += e.Length;
        }

        return parts;
    }
}
