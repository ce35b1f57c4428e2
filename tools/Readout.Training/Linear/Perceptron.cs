using System.Runtime.InteropServices;

namespace Readout.Training.Linear;

/// <summary>An averaged perceptron over hashed features (Collins 2002), with the average kept lazily.</summary>
internal sealed class Perceptron(int classes)
{
    private readonly Dictionary<int, Row> _rows = [];
    private readonly float[] _scores = new float[classes];
    private int _step;
    private bool _averaged;

    /// <summary>Features with a weight.</summary>
    public int Count => _rows.Count;

    /// <summary>Scores of the classes; valid until the next call.</summary>
    public ReadOnlySpan<float> Score(ReadOnlySpan<int> features)
    {
        Array.Clear(_scores);
        foreach (int feature in features)
        {
            if (!_rows.TryGetValue(feature, out Row? row)) continue;
            for (int c = 0; c < classes; c++) _scores[c] += row.Weights[c];
        }

        return _scores;
    }

    /// <summary>The best class of all.</summary>
    public int Best(ReadOnlySpan<int> features)
    {
        ReadOnlySpan<float> scores = Score(features);
        int best = 0;
        for (int c = 1; c < classes; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return best;
    }

    /// <summary>Moves the weights from the class that was guessed to the right one.</summary>
    public void Update(ReadOnlySpan<int> features, int right, int guess)
    {
        _step++;
        if (right == guess) return;
        foreach (int feature in features)
        {
            ref Row? row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, feature, out _);
            row ??= new Row(classes);
            row.Change(right, 1, _step);
            row.Change(guess, -1, _step);
        }
    }

    /// <summary>Puts the average of all steps in the place of the weights.</summary>
    public void Average()
    {
        if (_averaged) return;
        _averaged = true;
        foreach (Row row in _rows.Values) row.Average(_step);
    }

    private sealed class Row(int classes)
    {
        private readonly float[] _sums = new float[classes];
        private readonly int[] _since = new int[classes];

        public float[] Weights { get; } = new float[classes];

        public void Change(int at, float by, int step)
        {
            _sums[at] += (step - _since[at]) * Weights[at];
            _since[at] = step;
            Weights[at] += by;
        }

        public void Average(int step)
        {
            for (int c = 0; c < Weights.Length; c++)
            {
                _sums[c] += (step - _since[c]) * Weights[c];
                Weights[c] = _sums[c] / Math.Max(1, step);
            }
        }
    }
}
