using System.Collections.Generic;

namespace SparseDnn.Algebra;

/// <summary>The semirings of one layer: Y' = (Y ⊕₁.⊗₁ W) ⊗₂ b ⊕₂ One₂, or without an epilogue Y' = Y ⊕₁.⊗₁ W.</summary>
/// <param name="Correlate">S1, over which the edges are summed.</param>
/// <param name="Select">S2, over which bias and activation act; null where the layer is linear over S1.</param>
internal sealed record Oscillation(SemiringSpecification Correlate, SemiringSpecification? Select)
{
    /// <summary>plus-times, then max-plus: the ReLU network.</summary>
    public static Oscillation ReLU { get; } = new(KnownSemirings.PlusTimes, KnownSemirings.MaxPlus);

    /// <summary>Whether the pair is that of a ReLU network.</summary>
    public bool IsReLU => Equals(ReLU);

    /// <summary>Whether sums are those of ordinary arithmetic.</summary>
    public bool IsPlusTimes => Correlate.Equals(KnownSemirings.PlusTimes);

    /// <summary>Whether real arithmetic says all: sums are those of plus-times, and nothing or ReLU's epilogue follows them.</summary>
    public bool IsOrdinary => IsPlusTimes && (Select is null || IsReLU);

    /// <summary>Names of the semirings for people, without that of the epilogue which every ReLU network has.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            yield return Correlate.Name;
            if (Select is not null && !IsReLU)
                yield return Select.Name;
        }
    }

    /// <summary>The same semirings as exchanged vectors know them, see <see cref="SemiringSpecification.Referenced"/>.</summary>
    internal Oscillation Referenced => new(Correlate.Referenced, Select?.Referenced);

    /// <summary>
    /// The oscillation that naming one semiring means: linear over it, except that plus-times, the default, means the ReLU network.
    /// </summary>
    /// <param name="semiring">The semiring.</param>
    public static Oscillation Over(SemiringSpecification semiring) =>
        semiring.Equals(KnownSemirings.PlusTimes) ? ReLU : new(semiring, null);

    /// <inheritdoc/>
    public override string ToString() => Select is null ? Correlate.Name : $"{Correlate.Name} / {Select.Name}";
}
