using System.Collections.Generic;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Saturation;

/// <summary>What partial sums can be for every input of a range, in any order of terms: enclosures by outward rounding.</summary>
internal static class SumReach
{
    private const int EdgesBetweenChecks = 1024; // exact weights become bounds, a few tenths of a microsecond each

    /// <summary>
    /// One interval a neuron, layer by layer: from the least sum of its negative terms to the greatest of its positive ones, the bias among
    /// them.
    /// </summary>
    /// <param name="rounded">A plus-times network in its formats.</param>
    /// <param name="inputs">The range of each input.</param>
    /// <param name="cancellationToken">Checked every thousand edges.</param>
    public static IEnumerable<Interval[]> Follow(RoundedNetwork rounded, Interval[] inputs, CancellationToken cancellationToken)
    {
        foreach (var layer in rounded.Network.Layers)
        {
            var reach = new Interval[layer.Outputs];
            var outputs = new Interval[layer.Outputs];
            for (int neuron = 0, edge = 0; neuron < reach.Length; neuron++)
            {
                var (sum, parts) = (Interval.Point(0), Interval.Point(0));
                foreach (var input in layer.Edges.Row(neuron))
                {
                    if (edge % EdgesBetweenChecks == 0)
                        cancellationToken.ThrowIfCancellationRequested();
                    Add(inputs[input] * Enclose(layer.Weights[edge++]));
                }

                var absent = layer.BiasMode == BiasMode.NonzeroSums && sum.Contains(0);
                Add(Enclose(layer.Biases[neuron]));
                reach[neuron] = parts;
                outputs[neuron] = Output(layer, absent ? sum.Hull(Interval.Point(0)) : sum, rounded.Formats.Activations);

                void Add(Interval term)
                {
                    sum += term;
                    parts += term.Hull(Interval.Point(0));
                }
            }

            yield return reach;
            inputs = outputs;
        }
    }

    /// <summary>The least interval of binary64 numbers that holds a number.</summary>
    /// <param name="value">A finite number.</param>
    public static Interval Enclose(Dyadic value) => new(DyadicRounding.Down(value), DyadicRounding.Up(value));

    // Activation, ceiling and the rounding to the activation format are monotone.
    private static Interval Output(DyadicLayer layer, Interval sum, StorageFormat format) =>
        Enclose(Stored(layer, sum.Low, format)).Hull(Enclose(Stored(layer, sum.High, format)));

    private static Dyadic Stored(DyadicLayer layer, double sum, StorageFormat format) =>
        Dyadic.Max(format.MinFinite, Dyadic.Min(format.MaxFinite, format.Round(layer.Select(Dyadic.FromDouble(sum)))));
}
