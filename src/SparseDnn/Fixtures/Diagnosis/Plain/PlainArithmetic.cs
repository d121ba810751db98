using System;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Plain;

/// <summary>How an implementation is supposed to add and store.</summary>
/// <param name="Accumulator">Rounds products and sums.</param>
/// <param name="Activation">Rounds what is stored between layers and at the end.</param>
internal sealed record PlainArithmetic(Func<double, double> Accumulator, Func<double, double> Activation)
{
    /// <summary>Whether a product enters its sum unrounded.</summary>
    public bool IsFused { get; init; }

    /// <summary>Whether sums begin with the bias.</summary>
    public bool BeginsWithBias { get; init; }

    /// <summary>Whether layers but the last store accumulator values.</summary>
    public bool KeepsAccumulators { get; init; }

    /// <summary>How many roundings by hardware one of sums costs.</summary>
    public int Cost { get; init; } = 1;

    /// <summary>What the formats say.</summary>
    public static PlainArithmetic Of(FormatTriple formats) =>
        new PlainArithmetic(value => value, PlainRounding.Of(formats.Activations)).Accumulating(formats.Accumulator);

    /// <summary>Sums in another format.</summary>
    public PlainArithmetic Accumulating(StorageFormat format) =>
        this with
        {
            Accumulator = PlainRounding.Of(format),
            Cost = PlainRounding.CostOf(format),
        };
}
