namespace SparseDnn.Algebra;

/// <summary>The two semirings of one layer: Y' = (Y ⊕₁.⊗₁ W) ⊗₂ b ⊕₂ One₂.</summary>
/// <param name="Correlate">S1, over which the edges are summed.</param>
/// <param name="Select">S2, over which bias and activation act; null where the layer is linear.</param>
public sealed record Oscillation(SemiringSpecification Correlate, SemiringSpecification? Select)
{
    /// <summary>plus-times, then max-plus: the ReLU network.</summary>
    public static Oscillation ReLU { get; } = new(KnownSemirings.PlusTimes, KnownSemirings.MaxPlus);

    /// <inheritdoc/>
    public override string ToString() => Select is null ? Correlate.Name : $"{Correlate.Name} / {Select.Name}";
}
