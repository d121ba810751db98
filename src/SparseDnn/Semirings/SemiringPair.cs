using System;
using SparseDnn.Algebra;
using SparseDnn.Kernels;
using SparseDnn.Networks;

namespace SparseDnn.Semirings;

/// <summary>The semirings of a network that is loaded: for the stages as data, for the kernels as bindings.</summary>
internal sealed record SemiringPair(Oscillation Specification, SemiringBinding Correlate, SemiringBinding? Select)
{
    /// <summary>What networks are over that name no semiring: plus-times, then max-plus where the element type has it.</summary>
    /// <exception cref="NotSupportedException">The type holds no numbers.</exception>
    public static SemiringPair Default<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Of<float, PlusTimes, MaxPlus>();
        if (typeof(T) == typeof(double))
            return Of<double, PlusTimes, MaxPlus>();
        if (typeof(T) == typeof(int))
            return Linear<int, PlusTimes>();
        if (typeof(T) == typeof(long))
            return Linear<long, PlusTimes>();
        throw new NotSupportedException($"{typeof(T).Name} has no plus-times; name a semiring.");
    }

    /// <summary>The pair that naming one semiring means.</summary>
    public static SemiringPair Of<T, TSemiring>()
        where T : unmanaged
        where TSemiring : struct, ISemiring<TSemiring, T> =>
        // Naming the default changes nothing: plus-times is the ReLU network, as in a declaration.
        typeof(TSemiring) == typeof(PlusTimes)
            ? Default<T>()
            : Linear<T, TSemiring>();

    /// <summary>A pair of two.</summary>
    public static SemiringPair Of<T, TCorrelate, TSelect>()
        where T : unmanaged
        where TCorrelate : struct, ISemiring<TCorrelate, T>
        where TSelect : struct, ISemiring<TSelect, T> =>
        new(
            new Oscillation(SemiringSpecifications.Of<TCorrelate, T>(), SemiringSpecifications.Of<TSelect, T>()),
            SemiringBinding.For<TCorrelate, T>(),
            SemiringBinding.For<TSelect, T>()
        );

    private static SemiringPair Linear<T, TSemiring>()
        where T : unmanaged
        where TSemiring : struct, ISemiring<TSemiring, T> =>
        new(new Oscillation(SemiringSpecifications.Of<TSemiring, T>(), null), SemiringBinding.For<TSemiring, T>(), null);

    /// <summary>One kernel for all layers of a network: an array of <see cref="LayerKernel{T}"/>, of words for booleans.</summary>
    public object Kernels<T>(Network network)
        where T : unmanaged =>
        typeof(T) == typeof(bool)
            ? new[] { LayerKernel<ulong>.Of(Correlate, Select, network.Summation) }
            : new[] { LayerKernel<T>.Of(Correlate, Select, network.Summation) };
}
