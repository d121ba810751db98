using System.Runtime.CompilerServices;

namespace SparseDnn.Kernels;

/// <summary>How a product joins a sum: the network's <see cref="Summation"/> as a type, so that kernels are specialised on it.</summary>
public interface ISummation
{
    /// <summary>sum + weight × x, rounded as the summation says.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="sum">The sum so far.</param>
    /// <param name="weight">Factor.</param>
    /// <param name="x">Factor.</param>
    static abstract TVector Accumulate<T, TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;
}

/// <summary><see cref="Summation.Planned"/>: one rounding a term.</summary>
public readonly struct FusedSummation : ISummation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Accumulate<T, TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.FusedMultiplyAdd(weight, x, sum);
}

/// <summary><see cref="Summation.Strict"/>: the product is rounded, then the sum.</summary>
public readonly struct SeparateSummation : ISummation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Accumulate<T, TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Add(sum, TLanes.Multiply(weight, x));
}
