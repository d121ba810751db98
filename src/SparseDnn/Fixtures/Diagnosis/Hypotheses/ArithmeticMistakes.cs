using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Fixtures.Diagnosis.Plain;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Hypotheses;

/// <summary>Mistakes in formats and rounding.</summary>
internal static class ArithmeticMistakes
{
    public static IEnumerable<Hypothesis> Hypotheses(Evidence evidence)
    {
        if (evidence.Network is not { } network || !network.Layers.All(layer => layer.IsPlusTimes))
            yield break;
        var (formats, plain) = (evidence.Vectors.Formats, network.Arithmetic);
        foreach (var format in Narrower(formats.Accumulator))
        foreach (var (isFused, beginsWithBias) in new[] { (false, false), (true, false), (false, true), (true, true) })
            yield return With(
                $"sums are accumulated in {format} instead of {formats.Accumulator}",
                plain.Accumulating(format) with
                {
                    IsFused = isFused,
                    BeginsWithBias = beginsWithBias,
                }
            );
        foreach (var format in Narrower(formats.Weights))
            yield return Hypothesis.Of(
                $"weights are rounded to {format} instead of {formats.Weights}",
                evidence,
                network with
                {
                    Layers = network.Layers.Select(layer => Rounded(layer, PlainRounding.Of(format))).ToArray(),
                }
            );
        foreach (var format in Narrower(formats.Activations))
            yield return With(
                $"values between layers are stored as {format} instead of {formats.Activations}",
                plain with
                {
                    Activation = PlainRounding.Of(format),
                }
            );
        yield return With($"values between layers are not rounded to {formats.Activations}", plain with { KeepsAccumulators = true });
        yield return With(
            $"values are truncated instead of rounded to nearest even when they are stored as {formats.Activations}",
            plain with
            {
                Activation = PlainRounding.Truncation(formats.Activations),
            }
        );
        yield return With(
            $"sums are truncated instead of rounded to nearest even in {formats.Accumulator}",
            plain with
            {
                Accumulator = PlainRounding.Truncation(formats.Accumulator),
                Cost = PlainRounding.TruncationCost,
            }
        );
        if (formats.Accumulator is FloatingStorage accumulator)
            yield return With(
                $"subnormal {accumulator} sums are flushed to 0",
                plain with
                {
                    Accumulator = PlainRounding.Flushing(accumulator),
                }
            );
        if (formats.Activations is FloatingStorage activations)
            yield return With(
                $"subnormal {activations} numbers are flushed to 0",
                plain with
                {
                    Activation = PlainRounding.Flushing(activations),
                }
            );

        Hypothesis With(string sentence, PlainArithmetic arithmetic) =>
            Hypothesis.Of(sentence, evidence, network with { Arithmetic = arithmetic });
    }

    // Most precise first, so that the mildest fault that fits is named; TF32 is rarer than binary16, which is as precise.
    private static IEnumerable<StorageFormat> Narrower(StorageFormat format) =>
        format switch
        {
            FloatingStorage => StorageFormats
                .FloatingPoint.Where(other => other.BitWidth < format.BitWidth || other.Precision < format.Precision)
                .OrderByDescending(other => other.Precision)
                .ThenBy(other => other.BitWidth),
            FixedPointStorage => new[] { StorageFormats.Int16(format.Scale!.Value), StorageFormats.Int8(format.Scale!.Value) }.Where(
                other => other.BitWidth < format.BitWidth
            ),
            _ => [],
        };

    private static PlainLayer Rounded(PlainLayer layer, Func<double, double> round) =>
        layer with
        {
            Weights = Array.ConvertAll(layer.Weights, weight => round(weight)),
        };
}
