using System;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>Judges an implementation's outputs for one item against exact arithmetic.</summary>
public static class ExactVerifier
{
    /// <summary>Compares with the derived bound.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="input">The item, values of the network's format.</param>
    /// <param name="actual">The implementation's outputs.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <exception cref="ArgumentException">A length is wrong or an input is not finite.</exception>
    public static ExactVerdict Check(
        Network network,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> actual,
        CancellationToken cancellationToken = default
    )
    {
        if (actual.Length != network.Outputs)
            throw new ArgumentException($"There are {actual.Length} outputs but the network gives {network.Outputs}.", nameof(actual));
        var bound = new RoundingBound(network);
        ExactLayer? last = null;
        foreach (var layer in ExactOracle.Trace(network, input, cancellationToken))
        {
            bound.Follow(layer);
            last = layer;
        }

        return Compare(last!.Outputs, actual, bound.Errors);
    }

    private static ExactVerdict Compare(ExactVector exact, ReadOnlySpan<double> actual, ReadOnlySpan<double> bounds)
    {
        double worst = 0,
            largestBound = 0;
        var worstNeuron = -1;
        var exceeded = -1;
        for (var i = 0; i < actual.Length; i++)
        {
            largestBound = Math.Max(largestBound, bounds[i]);
            var error =
                double.IsNaN(actual[i]) || double.IsInfinity(actual[i])
                    ? Dyadic.PositiveInfinity
                    : (Dyadic.FromDouble(actual[i]) - exact[i]).Abs();
            if (exceeded < 0 && !(double.IsPositiveInfinity(bounds[i]) || error <= Dyadic.FromDouble(bounds[i])))
                exceeded = i;
            var size = error.ToDouble();
            if (size > worst)
            {
                worst = size;
                worstNeuron = i;
            }
        }

        return new ExactVerdict(exceeded, worst, worstNeuron, largestBound);
    }
}

/// <summary>The outcome of a comparison with exact arithmetic.</summary>
/// <param name="FirstFault">First output whose error exceeds its bound; −1 where none does.</param>
/// <param name="WorstError">Largest |actual − exact|; infinite where an output is NaN or infinite.</param>
/// <param name="WorstOutput">The output that has it; −1 where all are exact.</param>
/// <param name="LargestBound">Largest derived bound of the outputs; infinite where a sum may overflow, so that nothing can be
/// demanded.</param>
public sealed record ExactVerdict(int FirstFault, double WorstError, int WorstOutput, double LargestBound)
{
    /// <summary>Whether every output lies within its bound.</summary>
    public bool IsWithinBounds => FirstFault < 0;
}
