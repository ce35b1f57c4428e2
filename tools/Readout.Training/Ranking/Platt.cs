using Readout.Coding.Ranking;

namespace Readout.Training.Ranking;

/// <summary>An answer to a pair: how far it is trusted and whether it is right.</summary>
/// <param name="Share">Share of its type among all accounts.</param>
/// <param name="Right">Whether it has the type of the gold.</param>
/// <param name="SideRight">Whether it has its side, conflict or cooperation.</param>
internal readonly record struct RankedAnswer(double Share, bool Right, bool SideRight);

/// <summary>The probability that an answer is right: a logistic curve over the logit of its share (Platt 1999).</summary>
/// <param name="Slope">Factor of the logit.</param>
/// <param name="Offset">What is added.</param>
internal sealed record Platt(double Slope, double Offset)
{
    private const int Rounds = 4000;

    /// <summary>Fits the curve by gradient descent on answers to pairs that taught nothing.</summary>
    public static Platt Fit(IReadOnlyList<RankedAnswer> answers)
    {
        double slope = 1, offset = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double bySlope = 0, byOffset = 0;
            foreach (RankedAnswer answer in answers)
            {
                double error = (answer.Right ? 1 : 0) - new Platt(slope, offset).Of(answer.Share);
                bySlope += error * Ranker.Logit(answer.Share);
                byOffset += error;
            }

            slope += 0.5 * bySlope / answers.Count;
            offset += 0.5 * byOffset / answers.Count;
        }

        return new Platt(slope, offset);
    }

    /// <summary>The probability for a share.</summary>
    public double Of(double share) => 1 / (1 + Math.Exp(-(Slope * Ranker.Logit(share) + Offset)));
}
