using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SparseDnn.Lanes;
using SparseDnn.Operations;

namespace SparseDnn.Generators.Tests.Semirings;

/// <summary>Compares the generated kernels of a semiring with its own scalar methods, bit for bit, at every register width.</summary>
internal static class KernelComparison
{
    /// <summary>What differs, at most one line a member and width.</summary>
    public static List<string> Differences<TSemiring, T>(IReadOnlyList<T> values)
        where TSemiring : struct, ISemiring<TSemiring, T>, ISemiringKernel<T>
        where T : unmanaged, IBinaryNumber<T>
    {
        var found = new List<string>();
        if (!Same(Kernel<TSemiring, T>.Zero, Scalar<TSemiring, T>.Zero) || !Same(Kernel<TSemiring, T>.One, Scalar<TSemiring, T>.One))
            found.Add("identities");
        Width<TSemiring, T, T, LaneOne<T>>(values, found);
        Width<TSemiring, T, Vector128<T>, Lanes128<T>>(values, found);
        Width<TSemiring, T, Vector256<T>, Lanes256<T>>(values, found);
        Width<TSemiring, T, Vector512<T>, Lanes512<T>>(values, found);
        return found;
    }

    private static void Width<TSemiring, T, TVector, TLanes>(IReadOnlyList<T> values, List<string> found)
        where TSemiring : struct, ISemiring<TSemiring, T>, ISemiringKernel<T>
        where T : unmanaged, IBinaryNumber<T>
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>
    {
        // Triples in a fixed order; every lane of a register gets another one.
        var triples = values
            .SelectMany(a => values, (a, b) => (a, b))
            .SelectMany((pair, i) => new[] { values[i % values.Count], values[i * 7 % values.Count] }, (pair, c) => (pair.a, pair.b, c))
            .ToArray();
        var names = new HashSet<string>();
        for (var first = 0; first < triples.Length; first += TLanes.Count)
        {
            var part = Enumerable.Range(first, TLanes.Count).Select(i => triples[i % triples.Length]).ToArray();
            var (a, b, c) = (Load(part.Select(t => t.a)), Load(part.Select(t => t.b)), Load(part.Select(t => t.c)));
            Compare("Add", TSemiring.Add<TVector, TLanes>(a, b), t => Scalar<TSemiring, T>.Add(t.a, t.b), _ => true);
            Compare("Multiply", TSemiring.Multiply<TVector, TLanes>(a, b), t => Scalar<TSemiring, T>.Multiply(t.a, t.b), _ => true);
            Compare(
                "Accumulate",
                TSemiring.Accumulate<TVector, TLanes>(c, a, b),
                t => Scalar<TSemiring, T>.Add(t.c, Scalar<TSemiring, T>.Multiply(t.a, t.b)),
                _ => true
            );
            Compare(
                "Activate",
                SemiringEpilogue<T, TSemiring>.Activate<TVector, TLanes>(a),
                t => Scalar<TSemiring, T>.Add(t.a, Scalar<TSemiring, T>.One),
                _ => true
            );
            // Ordered: only where no NaN and no −0 takes part.
            Compare(
                "AccumulateOrdered",
                TSemiring.AccumulateOrdered<TVector, TLanes>(c, a, b),
                t => Scalar<TSemiring, T>.Add(t.c, Scalar<TSemiring, T>.Multiply(t.a, t.b)),
                t => IsPlain(t.a) && IsPlain(t.b) && IsPlain(t.c) && IsPlain(Scalar<TSemiring, T>.Multiply(t.a, t.b))
            );

            void Compare(string name, TVector actual, Func<(T a, T b, T c), T> expected, Func<(T a, T b, T c), bool> concerns)
            {
                var lanes = new T[64];
                TLanes.Store(actual, ref lanes[0]);
                for (var i = 0; i < TLanes.Count; i++)
                    if (concerns(part[i]) && !Same(lanes[i], expected(part[i])) && names.Add(name))
                        found.Add($"{name} of {TLanes.Count} lanes: {part[i]}: {lanes[i]}, expected {expected(part[i])}");
            }
        }

        static TVector Load(IEnumerable<T> lanes)
        {
            var array = new T[64];
            lanes.ToArray().CopyTo(array, 0);
            return TLanes.Load(ref array[0]);
        }
    }

    private static bool IsPlain<T>(T value)
        where T : unmanaged, IBinaryNumber<T> => !T.IsNaN(value) && !(T.IsZero(value) && T.IsNegative(value));

    private static bool Same<T>(T x, T y)
        where T : unmanaged, IBinaryNumber<T> =>
        (T.IsNaN(x) && T.IsNaN(y))
        || MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in x)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in y)));
}

internal static class Kernel<TKernel, T>
    where TKernel : struct, ISemiringKernel<T>
    where T : unmanaged
{
    public static T Zero => TKernel.Zero;

    public static T One => TKernel.One;
}

internal static class Scalar<TSemiring, T>
    where TSemiring : struct, ISemiring<TSemiring, T>
    where T : unmanaged
{
    public static T Zero => TSemiring.Zero;

    public static T One => TSemiring.One;

    public static T Add(T a, T b) => TSemiring.Add(a, b);

    public static T Multiply(T a, T b) => TSemiring.Multiply(a, b);
}
