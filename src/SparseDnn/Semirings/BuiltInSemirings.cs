using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Kernels;
using SparseDnn.Networks;

namespace SparseDnn.Semirings;

/// <summary>From the specification of a built-in semiring to its kernels, for networks whose semirings only the run knows.</summary>
internal static class BuiltInSemirings
{
    // A row a semiring, with the element types that it is over. Booleans are computed as words.
    private static readonly Dictionary<(string Type, Type Element), Func<SemiringBinding>> Rows = new([
        .. Reals<PlusTimes>(),
        .. Integers<PlusTimes>(),
        .. Reals<MaxPlus>(),
        .. Reals<MinPlus>(),
        .. Reals<MaxTimes>(),
        .. Reals<MinTimes>(),
        .. Reals<MaxMin>(),
        .. Integers<MaxMin>(),
        .. Reals<MinMax>(),
        .. Integers<MinMax>(),
        .. Words<OrAnd>(),
        .. Words<XorAnd>(),
        .. Integers<XorAnd>(),
        .. Words<UnionIntersection>(),
        .. Integers<UnionIntersection>(),
        .. Reals<Log>(),
    ]);

    /// <summary>The kernel of each layer: an array of <see cref="LayerKernel{T}"/>, of words for booleans.</summary>
    /// <exception cref="NotSupportedException">A semiring is not built in for the element type.</exception>
    public static object Kernels<T>(Network network)
        where T : unmanaged => typeof(T) == typeof(bool) ? OfLayers<ulong>(network) : OfLayers<T>(network);

    private static LayerKernel<T>[] OfLayers<T>(Network network)
        where T : unmanaged
    {
        var made = new Dictionary<Oscillation, LayerKernel<T>>();
        return network
            .Layers.Select(layer =>
            {
                if (!made.TryGetValue(layer.Semirings, out var kernel))
                    made[layer.Semirings] = kernel = LayerKernel<T>.Of(
                        Find<T>(layer.Semirings.Correlate),
                        layer.Semirings.Select is { } select ? Find<T>(select) : null,
                        network.Summation
                    );
                return kernel;
            })
            .ToArray();
    }

    private static SemiringBinding Find<T>(SemiringSpecification semiring) =>
        semiring.IsBuiltIn && Rows.TryGetValue((semiring.TypeName, typeof(T)), out var binding)
            ? binding()
            : throw new NotSupportedException($"{semiring.Name} has no built-in kernels for {typeof(T).Name}.");

    private static KeyValuePair<(string, Type), Func<SemiringBinding>>[] Reals<TSemiring>()
        where TSemiring : struct, ISemiring<TSemiring, float>, ISemiring<TSemiring, double> =>
        [Row<TSemiring, float>(), Row<TSemiring, double>()];

    private static KeyValuePair<(string, Type), Func<SemiringBinding>>[] Integers<TSemiring>()
        where TSemiring : struct, ISemiring<TSemiring, int>, ISemiring<TSemiring, long> => [Row<TSemiring, int>(), Row<TSemiring, long>()];

    private static KeyValuePair<(string, Type), Func<SemiringBinding>>[] Words<TSemiring>()
        where TSemiring : struct, ISemiring<TSemiring, ulong> => [Row<TSemiring, ulong>()];

    private static KeyValuePair<(string, Type), Func<SemiringBinding>> Row<TSemiring, T>()
        where TSemiring : struct, ISemiring<TSemiring, T>
        where T : unmanaged => new(($"global::{typeof(TSemiring).FullName}", typeof(T)), SemiringBinding.For<TSemiring, T>);
}
