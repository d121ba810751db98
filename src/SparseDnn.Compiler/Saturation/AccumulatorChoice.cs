using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Saturation;

/// <summary>Which fixed-point accumulator holds every partial sum of a network, in any order of terms.</summary>
/// <param name="rounded">The network in its formats.</param>
/// <param name="sums">Everything that partial sums can be.</param>
internal sealed class AccumulatorChoice(RoundedNetwork rounded, Interval sums)
{
    private static readonly Func<int, StorageFormat>[] Widths = [StorageFormats.Int8, StorageFormats.Int16, StorageFormats.Int32];

    private readonly StorageFormat _declared = rounded.Formats.Accumulator;
    private readonly int _scale = rounded.Formats.Accumulator.Scale ?? 0;

    /// <summary>The narrowest with the declared scale; null where none holds the sums.</summary>
    public StorageFormat? Wider =>
        Widths.Select(width => width(_scale)).FirstOrDefault(format => format.BitWidth > _declared.BitWidth && Holds(format));

    /// <summary>
    /// The declared width, or where that does not do 32 bits, with a smaller scale that still holds every product, bias and ceiling; null
    /// where there is none.
    /// </summary>
    public StorageFormat? Coarser => new[] { _declared.BitWidth, 32 }.SelectMany(bits => Scales(Needed, bits)).FirstOrDefault(Holds);

    /// <summary>32 bits with the greatest scale that holds the sums, though it rounds products; null where there is none.</summary>
    public StorageFormat? Rounding => Scales(-StorageFormats.MaxScale, 32).FirstOrDefault(Holds);

    // The least scale with which nothing is rounded.
    private int Needed
    {
        get
        {
            var finest = int.MaxValue;
            foreach (var layer in rounded.Network.Layers)
            {
                foreach (var weight in layer.Weights.Representatives.Where(weight => !weight.IsZero))
                    finest = Math.Min(finest, weight.Exponent + rounded.Formats.Activations.LeastExponent);
                foreach (var bias in layer.Biases.Representatives.Where(bias => !bias.IsZero))
                    finest = Math.Min(finest, bias.Exponent);
                if (layer.Ceiling is { IsZero: false } ceiling)
                    finest = Math.Min(finest, ceiling.Exponent);
            }

            return finest == int.MaxValue ? _scale : Math.Max(-StorageFormats.MaxScale, -finest);
        }
    }

    private IEnumerable<StorageFormat> Scales(int from, int bits)
    {
        var width = Widths.FirstOrDefault(candidate => candidate(0).BitWidth == bits);
        for (var scale = _scale - 1; scale >= from && width is not null; scale--)
            yield return width(scale);
    }

    // Each rounding moves a partial sum by half a step at most.
    private bool Holds(StorageFormat format)
    {
        var slack = (format.Scale ?? 0) >= Needed ? Dyadic.Zero : new Dyadic(MostTerms, format.LeastExponent - 1);
        return Dyadic.FromDouble(sums.High) + slack <= format.MaxFinite && Dyadic.FromDouble(sums.Low) - slack >= format.MinFinite;
    }

    private int MostTerms =>
        rounded.Network.Layers.Max(layer =>
            Enumerable.Range(0, layer.Outputs).Select(neuron => layer.Edges.Row(neuron).Length + 1).DefaultIfEmpty(1).Max()
        );
}
