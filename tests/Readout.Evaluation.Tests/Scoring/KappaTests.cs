using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Tests.Scoring;

public sealed class KappaTests
{
    [Fact]
    public void Is_agreement_beyond_chance()
    {
        // Twenty of both, fifteen of neither, five and ten apart: observed 0.7, expected 0.5.
        ConfusionMatrix matrix = Matrix((20, "yes", "yes"), (5, "yes", "no"), (10, "no", "yes"), (15, "no", "no"));
        Assert.Equal(0.4, Kappa.Of(matrix)!.Value, 9);
    }

    [Fact]
    public void Is_undefined_where_one_class_is_used_throughout()
    {
        Assert.Null(Kappa.Of(Matrix((3, "yes", "yes"))));
        Assert.Null(Kappa.Of(new ConfusionMatrix()));
    }

    private static ConfusionMatrix Matrix(params (int Times, string First, string Second)[] cells)
    {
        ConfusionMatrix matrix = new();
        foreach ((int times, string first, string second) in cells)
        {
            for (int i = 0; i < times; i++) matrix.Add(first, second);
        }

        return matrix;
    }
}
