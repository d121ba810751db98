using System.Collections.Generic;

namespace SparseDnn.Algebra;

/// <summary>The semirings that a ReLU network oscillates between.</summary>
public static class KnownSemirings
{
    /// <summary>(R, +, ×, 0, 1): correlation.</summary>
    public static SemiringSpecification PlusTimes { get; } = new("plus-times", "+", "×", 0, 1);

    /// <summary>(R ∪ {−∞}, max, +, −∞, 0): selection; adding a bias is its ⊗, ReLU its ⊕ with One.</summary>
    public static SemiringSpecification MaxPlus { get; } = new("max-plus", "max", "+", double.NegativeInfinity, 0);

    /// <summary>All rows.</summary>
    public static IReadOnlyList<SemiringSpecification> All { get; } = [PlusTimes, MaxPlus];
}
