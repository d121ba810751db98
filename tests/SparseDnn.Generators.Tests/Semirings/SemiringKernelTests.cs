using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Reflection;
using SparseDnn.Lanes;
using SparseDnn.Operations;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests.Semirings;

/// <summary>
/// Generated kernels equal the user's methods bit for bit, whatever the methods compute and however wide the registers are.
/// </summary>
public sealed class SemiringKernelTests
{
    private static readonly float[] Floats =
    [
        0,
        -0f,
        1,
        -1,
        0.5f,
        3,
        0.1f,
        -7.25f,
        2e30f,
        -2e30f,
        float.Epsilon,
        -float.Epsilon,
        1.1754942e-38f,
        float.MaxValue,
        float.MinValue,
        float.PositiveInfinity,
        float.NegativeInfinity,
        float.NaN,
        16777217,
        33,
        -88,
    ];

    private static readonly double[] Doubles =
    [
        0,
        -0d,
        1,
        -1,
        0.5,
        3,
        0.1,
        -7.25,
        2e300,
        -2e300,
        double.Epsilon,
        -double.Epsilon,
        2.2250738585072009e-308,
        double.MaxValue,
        double.MinValue,
        double.PositiveInfinity,
        double.NegativeInfinity,
        double.NaN,
        9007199254740993,
        33,
        -700,
    ];

    private static readonly long[] Integers =
    [
        0,
        1,
        -1,
        2,
        3,
        -3,
        7,
        31,
        32,
        33,
        63,
        64,
        65,
        127,
        65536,
        -65536,
        int.MaxValue,
        int.MinValue,
        long.MaxValue,
        long.MinValue,
        long.MaxValue / 3,
        0x5555555555555555,
        -12345678901234567,
    ];

    [Fact]
    public void Float_KernelsEqualTheMethods() => Check("float", Floats);

    [Fact]
    public void Double_KernelsEqualTheMethods() => Check("double", Doubles);

    [Fact]
    public void Int_KernelsEqualTheMethods() => Check("int", [.. Integers.Select(value => unchecked((int)value))]);

    [Fact]
    public void Long_KernelsEqualTheMethods() => Check("long", Integers);

    [Fact]
    public void ULong_KernelsEqualTheMethods() => Check("ulong", [.. Integers.Select(value => unchecked((ulong)value))]);

    [Fact]
    public void Boolean_KernelsEqualTheMethodsOnEveryBit()
    {
        var program = Load("bool");
        for (var i = 0; i < Formulas.All["bool"].Length; i++)
            (
                (Action)
                    Delegate.CreateDelegate(
                        typeof(Action),
                        Generic(nameof(CheckWords)).MakeGenericMethod(program.GetType($"bool{i}", throwOnError: true)!)
                    )
            )();
    }

    private static void Check<T>(string type, T[] values)
        where T : unmanaged, IBinaryNumber<T>
    {
        var program = Load(type);
        var found = new List<string>();
        for (var i = 0; i < Formulas.All[type].Length; i++)
        {
            var compare = typeof(KernelComparison)
                .GetMethod(nameof(KernelComparison.Differences))!
                .MakeGenericMethod(program.GetType($"{type}{i}", throwOnError: true)!, typeof(T));
            foreach (var difference in (List<string>)compare.Invoke(null, [values])!)
                found.Add($"{type}{i}, {Formulas.All[type][i]}: {difference}");
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static Assembly Load(string type) =>
        Programs.Load(GeneratorRun.Start(new TestProject(Formulas.Program(type))).RequireClean("CS8794").Output);

    private static MethodInfo Generic(string name) =>
        typeof(SemiringKernelTests).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;

    private static void CheckWords<TSemiring>()
        where TSemiring : struct, ISemiring<TSemiring, bool>, ISemiringKernel<ulong>
    {
        Assert.Equal((0UL, ulong.MaxValue), (Kernel<TSemiring, ulong>.Zero, Kernel<TSemiring, ulong>.One));
        ulong[] words = [0, ulong.MaxValue, 0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F00FF00FF, 0x0123456789ABCDEF];
        foreach (var a in words)
        foreach (var b in words)
        foreach (var c in words)
        {
            Assert.Equal(Each((x, y, _) => TSemiring.Add(x, y)), TSemiring.Add<ulong, LaneOne<ulong>>(a, b));
            Assert.Equal(Each((x, y, _) => TSemiring.Multiply(x, y)), TSemiring.Multiply<ulong, LaneOne<ulong>>(a, b));
            var expected = Each((x, y, z) => TSemiring.Add(z, TSemiring.Multiply(x, y)));
            Assert.Equal(expected, TSemiring.Accumulate<ulong, LaneOne<ulong>>(c, a, b));
            Assert.Equal(expected, TSemiring.AccumulateOrdered<ulong, LaneOne<ulong>>(c, a, b));
            Assert.Equal(
                System.Runtime.Intrinsics.Vector256.Create(expected),
                TSemiring.Accumulate<System.Runtime.Intrinsics.Vector256<ulong>, Lanes256<ulong>>(
                    System.Runtime.Intrinsics.Vector256.Create(c),
                    System.Runtime.Intrinsics.Vector256.Create(a),
                    System.Runtime.Intrinsics.Vector256.Create(b)
                )
            );

            ulong Each(Func<bool, bool, bool, bool> operation)
            {
                var word = 0UL;
                for (var bit = 0; bit < 64; bit++)
                    if (operation((a >> bit & 1) != 0, (b >> bit & 1) != 0, (c >> bit & 1) != 0))
                        word |= 1UL << bit;
                return word;
            }
        }
    }
}
