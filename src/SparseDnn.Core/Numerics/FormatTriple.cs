namespace SparseDnn.Numerics;

/// <summary>The formats of one network under test.</summary>
/// <param name="Weights">Weights are rounded to it once.</param>
/// <param name="Activations">Inputs, and every layer's outputs as an implementation stores them.</param>
/// <param name="Accumulator">Products, sums, biases and ceilings.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record FormatTriple(StorageFormat Weights, StorageFormat Activations, StorageFormat Accumulator)
{
    /// <summary>One format for everything.</summary>
    /// <param name="format">The format.</param>
    public static FormatTriple Uniform(StorageFormat format) => new(format, format, format);

    /// <inheritdoc/>
    public override string ToString() => $"{Weights}/{Activations}/{Accumulator}";
}
