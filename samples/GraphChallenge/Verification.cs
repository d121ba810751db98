using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Networks;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>
/// Judges a sample of items twice: against exact arithmetic and its derived bound, and against a replay of the planned sums to the last
/// bit.
/// </summary>
/// <param name="Items">Items judged.</param>
/// <param name="Alive">How many of them have an output that is not zero.</param>
/// <param name="Faulty">1-based number of an image whose outputs exceed their bounds or are not the replayed bits; null where there is
/// none.</param>
/// <param name="WorstError">Largest distance of an output from the exact one.</param>
/// <param name="LargestBound">Largest bound that any correct implementation keeps.</param>
internal sealed record Verification(int Items, int Alive, int? Faulty, double WorstError, double LargestBound)
{
    private const int SampleOfEach = 8;

    /// <summary>Judges a few images that stay alive and a few that do not, spread over all.</summary>
    /// <param name="model">The network.</param>
    /// <param name="network">The same, compiled.</param>
    /// <param name="images">All images.</param>
    /// <param name="inference">What the network said of all images.</param>
    /// <param name="categories">1-based numbers of the images that stay alive, ascending.</param>
    public static Verification Run(Network model, SparseNetwork<float> network, ImageSet images, Inference inference, List<int> categories)
    {
        var alive = Spread(categories);
        var dead = Spread(Enumerable.Range(1, images.Count).Except(categories).ToList());
        var verdicts = new List<ExactVerdict>();
        int? faulty = null;
        Progress.Show(
            "Verifying",
            alive.Length + dead.Length,
            progress =>
            {
                foreach (var image in alive.Concat(dead))
                {
                    double[] input = Widen(images[image - 1]),
                        actual = Widen(OutputsOf(image - 1));
                    verdicts.Add(ExactVerifier.Check(model, input, actual));
                    // Categories say less than outputs, but nothing else.
                    if (inference.Alive[image - 1] != actual.Any(value => value != 0))
                        faulty ??= image;
                    if (!verdicts[^1].IsWithinBounds || !RoundedEvaluator.Evaluate(model, input).AsSpan().SequenceEqual(actual))
                        faulty ??= image;
                    progress.Report(verdicts.Count);
                }
            }
        );
        return new Verification(
            verdicts.Count,
            alive.Length,
            faulty,
            verdicts.Max(verdict => verdict.WorstError),
            verdicts.Max(verdict => verdict.LargestBound)
        );

        // Where categories alone were asked for the sampled images are inferred by themselves.
        ReadOnlySpan<float> OutputsOf(int image)
        {
            if (inference.Outputs.Length > 0)
                return inference.Outputs.AsSpan(image * network.Outputs, network.Outputs);
            var outputs = new float[network.Outputs];
            network.Infer(images[image], outputs);
            return outputs;
        }
    }

    private static int[] Spread(List<int> numbers)
    {
        var count = Math.Min(SampleOfEach, numbers.Count);
        return Enumerable.Range(0, count).Select(i => numbers[(int)((long)i * numbers.Count / count)]).ToArray();
    }

    private static double[] Widen(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = values[i];
        return wide;
    }
}
