using System.ComponentModel;
using System.Runtime.CompilerServices;
using SparseDnn.Lanes;

namespace SparseDnn.Operations;

/// <summary>What follows the sums but for the ceiling, over the select semiring: bias and activation, (z ⊗ b) ⊕ One.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEpilogue<T>
    where T : unmanaged
{
    /// <summary>One of the select semiring: what an absent sum ends as.</summary>
    static abstract T One { get; }

    /// <summary>
    /// Whether anything follows the sums; if not, what the layer says of bias, activation and ceiling is left to a later pass.
    /// </summary>
    static abstract bool Acts { get; }

    /// <summary>Whether it is + bias, then max(·, +0).</summary>
    static abstract bool Rectifies { get; }

    /// <summary>z ⊗ b.</summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="z">Sums.</param>
    /// <param name="bias">The bias in every lane.</param>
    static abstract TVector Bias<TVector, TLanes>(TVector z, TVector bias)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;

    /// <summary>z ⊕ One.</summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="z">Biased sums.</param>
    static abstract TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;
}

/// <summary>No epilogue: the layer is linear.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoEpilogue<T> : IEpilogue<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static T One => default;

    /// <inheritdoc/>
    public static bool Acts => false;

    /// <inheritdoc/>
    public static bool Rectifies => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bias<TVector, TLanes>(TVector z, TVector bias)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => z;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => z;
}

/// <summary>An epilogue over any semiring.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
/// <typeparam name="TSemiring">The semiring.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SemiringEpilogue<T, TSemiring> : IEpilogue<T>
    where T : unmanaged
    where TSemiring : struct, ISemiringKernel<T>
{
    /// <inheritdoc/>
    public static T One => TSemiring.One;

    /// <inheritdoc/>
    public static bool Acts => true;

    /// <inheritdoc/>
    public static bool Rectifies => TSemiring.Rectifies;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bias<TVector, TLanes>(TVector z, TVector bias)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TSemiring.Multiply<TVector, TLanes>(z, bias);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> =>
        // The same bits in fewer instructions; the compiler knows which it is.
        TSemiring.Rectifies
            ? TLanes.Rectify(z)
            : TSemiring.Add<TVector, TLanes>(z, TLanes.Broadcast(TSemiring.One));
}

/// <summary>
/// The epilogue over max-plus: z + b, then max(z, +0), the bits of <see cref="SemiringEpilogue{T, TSemiring}"/> in fewer instructions.
/// </summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReluEpilogue<T> : IEpilogue<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static T One => default;

    /// <inheritdoc/>
    public static bool Acts => true;

    /// <inheritdoc/>
    public static bool Rectifies => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bias<TVector, TLanes>(TVector z, TVector bias)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Add(z, bias);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Activate<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Rectify(z);
}
