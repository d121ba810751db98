using System.Runtime.CompilerServices;

namespace SparseDnn.Kernels;

/// <summary>An operation on two registers, as a type.</summary>
public interface IVectorOperation
{
    /// <summary>The result, bit for bit that of the scalar operation.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;

    /// <summary>The result by the processor's own min and max: the same bits where no operand is NaN and zeros have one sign.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;
}

/// <summary>a + b.</summary>
public readonly struct Plus : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Add(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Add(a, b);
}

/// <summary>a × b.</summary>
public readonly struct Times : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Multiply(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Multiply(a, b);
}

/// <summary>The smaller; NaN wins, −0 is below +0.</summary>
public readonly struct Minimum : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Min(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Lesser(a, b);
}

/// <summary>The larger; NaN wins, +0 is above −0.</summary>
public readonly struct Maximum : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Max(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Greater(a, b);
}

/// <summary>a | b.</summary>
public readonly struct Union : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Or(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Or(a, b);
}

/// <summary>a &amp; b.</summary>
public readonly struct Intersection : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.And(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.And(a, b);
}

/// <summary>a ^ b.</summary>
public readonly struct SymmetricDifference : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Xor(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Xor(a, b);
}

/// <summary>log(e^a + e^b), lane by lane.</summary>
public readonly struct LogSum : IVectorOperation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Apply<LogSumOperation<T>>(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ApplyOrdered<T, TVector, TLanes>(TVector a, TVector b)
        where T : unmanaged
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Apply<LogSumOperation<T>>(a, b);
}
