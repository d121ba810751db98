using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>What happens to a layer's sums, as declared. Null means not given.</summary>
/// <param name="Bias">One bias for every neuron.</param>
/// <param name="Biases">One bias a neuron.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">Whether One of the select semiring is added after the bias; null where not given, which means that it
/// is.</param>
/// <param name="Ceiling">Largest output.</param>
internal sealed record EpilogueDeclaration(
    double? Bias,
    EquatableArray<double>? Biases,
    BiasMode BiasMode,
    Activation? Activation,
    double? Ceiling
)
{
    /// <summary>No bias, ReLU, no ceiling.</summary>
    public static EpilogueDeclaration Default { get; } = new(null, null, BiasMode.Dense, null, null);

    /// <summary>Whether <see cref="BiasMode"/> was written, not left to its default.</summary>
    public bool IsBiasModeGiven { get; init; }

    /// <summary>Whether the sums are followed by an epilogue at all.</summary>
    public Epilogue Epilogue { get; init; }
}
