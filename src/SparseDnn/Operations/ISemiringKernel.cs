using System.ComponentModel;
using SparseDnn.Lanes;

namespace SparseDnn.Operations;

/// <summary>A semiring as kernels see it: its operations on registers of items.</summary>
/// <typeparam name="T">Element type of the kernels: float, double, int, long or ulong; booleans are computed 64 items a ulong.</typeparam>
/// <remarks>
/// Implemented by the built-in semirings and by the generated parts of types with [Semiring]; not meant to be implemented by hand.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISemiringKernel<T>
    where T : unmanaged
{
    /// <summary>Identity of ⊕: what an absent entry means, and where sums start.</summary>
    static abstract T Zero { get; }

    /// <summary>Identity of ⊗.</summary>
    static abstract T One { get; }

    /// <summary>
    /// Whether sums under <see cref="Summation.Planned"/> round a term once: of numbers' + and ×, where whoever declares the semiring says
    /// so.
    /// </summary>
    static virtual bool FusesProducts => false;

    /// <summary>Whether, by their formulas, z ⊗ b is z + b and z ⊕ One is max(z, +0): an epilogue is then bias and ReLU.</summary>
    static virtual bool Rectifies => false;

    /// <summary>a ⊕ b in every lane, bit for bit the scalar definition.</summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Add<TVector, TLanes>(TVector a, TVector b)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;

    /// <summary>a ⊗ b in every lane, bit for bit the scalar definition.</summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Multiply<TVector, TLanes>(TVector a, TVector b)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;

    /// <summary>sum ⊕ (weight ⊗ x) in every lane, bit for bit the scalar definition.</summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="sum">The sum so far.</param>
    /// <param name="weight">Weight of the edge.</param>
    /// <param name="x">Activations.</param>
    static abstract TVector Accumulate<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;

    /// <summary>
    /// sum ⊕ (weight ⊗ x) by the processor's own min and max: the same bits where no operand of them is NaN and zeros have one sign.
    /// </summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="sum">The sum so far.</param>
    /// <param name="weight">Weight of the edge.</param>
    /// <param name="x">Activations.</param>
    static abstract TVector AccumulateOrdered<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;
}
