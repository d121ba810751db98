using System;
using System.ComponentModel;
using SparseDnn.Kernels;

namespace SparseDnn;

/// <summary>A semiring over elements of one type: two operations and their identities.</summary>
/// <typeparam name="TSelf">The semiring.</typeparam>
/// <typeparam name="T">Element type: float, double, int, long, bool or ulong (64 bits, or 64 booleans at once).</typeparam>
/// <remarks>
/// ⊕ is associative and commutative with identity <see cref="Zero"/>, ⊗ is associative with identity <see cref="One"/>,
/// ⊗ distributes over ⊕ on both sides, and Zero annihilates: Zero⊗a = a⊗Zero = Zero. Types with [Semiring] are checked.
/// </remarks>
public interface ISemiring<TSelf, T>
    where TSelf : struct, ISemiring<TSelf, T>
    where T : unmanaged
{
    /// <summary>Identity of ⊕: what an absent entry means.</summary>
    static abstract T Zero { get; }

    /// <summary>Identity of ⊗.</summary>
    static abstract T One { get; }

    /// <summary>
    /// The set V of the semiring as a closed interval; by default every value, of reals R with those infinities that are identities.
    /// </summary>
    static virtual (T Min, T Max) Carrier => throw new NotSupportedException("The semiring declares no carrier.");

    /// <summary>The kernels; given by the generated part of the type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual SemiringBinding Binding =>
        throw new NotSupportedException(
            $"{typeof(TSelf).Name} has no kernels: mark it [Semiring], make it partial and build with the SparseDnn.Gen generator."
        );

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract T Add(T a, T b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract T Multiply(T a, T b);
}
