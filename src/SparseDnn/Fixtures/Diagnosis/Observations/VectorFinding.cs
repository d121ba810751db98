using System.Collections.Generic;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>What comparing an implementation's outputs with test vectors found.</summary>
/// <param name="Values">How many values were compared.</param>
/// <param name="Positions">How many items were compared, repeated ones counted anew.</param>
/// <param name="Wrong">How many values break their demand.</param>
/// <param name="WrongPositions">How many items have such a value.</param>
/// <param name="Inexact">How many values differ from the expected ones at all.</param>
/// <param name="First">The first few values that break their demand, at most <see cref="MaxShown"/>.</param>
internal sealed record VectorFinding(
    long Values,
    int Positions,
    long Wrong,
    int WrongPositions,
    long Inexact,
    IReadOnlyList<VectorMismatch> First
)
{
    /// <summary>How many mismatches a finding keeps.</summary>
    public const int MaxShown = 1000;

    /// <summary>Whether every demand is kept.</summary>
    public bool IsSound => Wrong == 0;

    /// <summary>Compares outputs: equality where there is no bound or it is 0, else the bound. Zeros of either sign are equal.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="observed">What was returned.</param>
    public static VectorFinding Of(VectorSet vectors, ObservedOutputs observed)
    {
        var format = vectors.Formats.Activations;
        var columns = vectors.Outputs[0].Count;
        long wrong = 0,
            inexact = 0;
        var wrongPositions = 0;
        var first = new List<VectorMismatch>();
        for (var position = 0; position < observed.Items.Count; position++)
        {
            var item = observed.Items[position];
            var before = wrong;
            for (var output = 0; output < columns; output++)
            {
                var bits = observed.Bits(position, output);
                var expected = vectors.Outputs[item][output];
                Dyadic? actual = format.TryFromBits(bits, out var value) ? value : null;
                if (actual == expected)
                    continue;
                inexact++;
                var bound = vectors.Bounds is { } bounds ? bounds[item][output] : 0;
                if (IsWithin(actual, expected, bound))
                    continue;
                wrong++;
                if (first.Count < MaxShown)
                    first.Add(
                        new(
                            position,
                            item,
                            output,
                            expected,
                            actual,
                            format.ToBits(expected),
                            bits,
                            UlpDistance.Between(format, expected, actual),
                            bound
                        )
                    );
            }

            if (wrong > before)
                wrongPositions++;
        }

        return new VectorFinding((long)observed.Items.Count * columns, observed.Items.Count, wrong, wrongPositions, inexact, first);
    }

    /// <summary>Whether a value keeps its demand.</summary>
    internal static bool IsWithin(Dyadic? actual, Dyadic expected, double bound)
    {
        if (actual == expected)
            return true;
        if (bound == 0)
            return false;
        var error = actual is { IsFinite: true } number && expected.IsFinite ? (number - expected).Abs() : Dyadic.PositiveInfinity;
        return error <= Dyadic.FromDouble(bound);
    }
}
