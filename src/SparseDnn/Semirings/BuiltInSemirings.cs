using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Kernels;
using SparseDnn.Networks;

namespace SparseDnn.Execution;

/// <summary>From a semiring's specification to its kernels: one row for each built-in semiring and element type.</summary>
internal static class BuiltInSemirings
{
    private static readonly Dictionary<(string Name, Type Element), Func<SemiringBinding>> Rows = new()
    {
        [("plus-times", typeof(float))] = SemiringBinding.For<PlusTimes, float>,
        [("plus-times", typeof(double))] = SemiringBinding.For<PlusTimes, double>,
        [("plus-times", typeof(int))] = SemiringBinding.For<PlusTimes, int>,
        [("plus-times", typeof(long))] = SemiringBinding.For<PlusTimes, long>,
        [("max-plus", typeof(float))] = SemiringBinding.For<MaxPlus, float>,
        [("max-plus", typeof(double))] = SemiringBinding.For<MaxPlus, double>,
        [("min-plus", typeof(float))] = SemiringBinding.For<MinPlus, float>,
        [("min-plus", typeof(double))] = SemiringBinding.For<MinPlus, double>,
        [("max-times", typeof(float))] = SemiringBinding.For<MaxTimes, float>,
        [("max-times", typeof(double))] = SemiringBinding.For<MaxTimes, double>,
        [("min-times", typeof(float))] = SemiringBinding.For<MinTimes, float>,
        [("min-times", typeof(double))] = SemiringBinding.For<MinTimes, double>,
        [("max-min", typeof(float))] = SemiringBinding.For<MaxMin, float>,
        [("max-min", typeof(double))] = SemiringBinding.For<MaxMin, double>,
        [("max-min", typeof(int))] = SemiringBinding.For<MaxMin, int>,
        [("max-min", typeof(long))] = SemiringBinding.For<MaxMin, long>,
        [("min-max", typeof(float))] = SemiringBinding.For<MinMax, float>,
        [("min-max", typeof(double))] = SemiringBinding.For<MinMax, double>,
        [("min-max", typeof(int))] = SemiringBinding.For<MinMax, int>,
        [("min-max", typeof(long))] = SemiringBinding.For<MinMax, long>,
        [("or-and", typeof(ulong))] = SemiringBinding.For<OrAnd, ulong>,
        [("xor-and", typeof(ulong))] = SemiringBinding.For<XorAnd, ulong>,
        [("xor-and", typeof(int))] = SemiringBinding.For<XorAnd, int>,
        [("xor-and", typeof(long))] = SemiringBinding.For<XorAnd, long>,
        [("union-intersection", typeof(ulong))] = SemiringBinding.For<UnionIntersection, ulong>,
        [("union-intersection", typeof(int))] = SemiringBinding.For<UnionIntersection, int>,
        [("union-intersection", typeof(long))] = SemiringBinding.For<UnionIntersection, long>,
        [("log", typeof(float))] = SemiringBinding.For<Log, float>,
        [("log", typeof(double))] = SemiringBinding.For<Log, double>,
    };

    /// <summary>The kernel of each layer.</summary>
    /// <exception cref="NotSupportedException">A semiring is not built in for the element type.</exception>
    public static LayerKernel<T>[] Kernels<T>(Network network)
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
        Rows.TryGetValue((semiring.Name, typeof(T)), out var binding)
            ? binding()
            : throw new NotSupportedException($"{semiring.Name} has no built-in kernels for {typeof(T).Name}.");
}
