using System;
using System.Reflection;
using SparseDnn.Numerics;
using Table = System.Collections.Generic.Dictionary<SparseDnn.Algebra.Expressions.ExpressionOperator, System.Func<long, long, long, long>>;

namespace SparseDnn.Algebra.Expressions;

/// <summary>The operations of every element type on bits: one table a type.</summary>
internal static class ScalarTables
{
    public static Table Logic { get; } =
        new()
        {
            [ExpressionOperator.And] = static (x, y, _) => x & y,
            [ExpressionOperator.Or] = static (x, y, _) => x | y,
            [ExpressionOperator.Xor] = static (x, y, _) => x ^ y,
            [ExpressionOperator.Not] = static (x, _, _) => 1 - x,
            [ExpressionOperator.Equal] = static (x, y, _) => Bit(x == y),
            [ExpressionOperator.NotEqual] = static (x, y, _) => Bit(x != y),
            // max and min of booleans are or and and, as false comes before true.
            [ExpressionOperator.Max] = static (x, y, _) => x | y,
            [ExpressionOperator.Min] = static (x, y, _) => x & y,
        };

    public static Table Int32 { get; } = Integers(static value => unchecked((int)value), countMask: 31);

    public static Table Int64 { get; } = Integers(static value => value, countMask: 63);

    public static Table Words { get; } =
        new(Integers(static value => value, countMask: 63))
        {
            [ExpressionOperator.Divide] = static (x, y, _) => unchecked((long)((ulong)x / (ulong)y)),
            [ExpressionOperator.Min] = static (x, y, _) => unchecked((ulong)x < (ulong)y) ? x : y,
            [ExpressionOperator.Max] = static (x, y, _) => unchecked((ulong)x > (ulong)y) ? x : y,
            [ExpressionOperator.Abs] = static (x, _, _) => x,
            [ExpressionOperator.Less] = static (x, y, _) => Bit(unchecked((ulong)x < (ulong)y)),
            [ExpressionOperator.LessOrEqual] = static (x, y, _) => Bit(unchecked((ulong)x <= (ulong)y)),
            [ExpressionOperator.Greater] = static (x, y, _) => Bit(unchecked((ulong)x > (ulong)y)),
            [ExpressionOperator.GreaterOrEqual] = static (x, y, _) => Bit(unchecked((ulong)x >= (ulong)y)),
            [ExpressionOperator.ShiftRight] = static (x, y, _) => unchecked((long)((ulong)x >> (int)(y & 63))),
        };

#pragma warning disable RS0030 // Kernels call these very functions; where those are evaluated here, the bits are the platform's.
    public static Table Doubles { get; } = Reals(static value => value, NumberFormats.Binary64, Math.Exp, Math.Log);

    public static Table Singles { get; } = Reals(static value => (float)value, NumberFormats.Binary32, SingleExp(), SingleLog());
#pragma warning restore RS0030

    private static Table Integers(Func<long, long> wrap, int countMask) =>
        new()
        {
            [ExpressionOperator.Add] = (x, y, _) => wrap(unchecked(x + y)),
            [ExpressionOperator.Subtract] = (x, y, _) => wrap(unchecked(x - y)),
            [ExpressionOperator.Multiply] = (x, y, _) => wrap(unchecked(x * y)),
            [ExpressionOperator.Divide] = (x, y, _) => y == -1 && x == wrap(1L << countMask) ? throw new OverflowException() : x / y,
            [ExpressionOperator.Negate] = (x, _, _) => wrap(unchecked(-x)),
            [ExpressionOperator.Min] = static (x, y, _) => Math.Min(x, y),
            [ExpressionOperator.Max] = static (x, y, _) => Math.Max(x, y),
            [ExpressionOperator.Abs] = (x, _, _) => x == wrap(1L << countMask) ? throw new OverflowException() : Math.Abs(x),
            [ExpressionOperator.Less] = static (x, y, _) => Bit(x < y),
            [ExpressionOperator.LessOrEqual] = static (x, y, _) => Bit(x <= y),
            [ExpressionOperator.Greater] = static (x, y, _) => Bit(x > y),
            [ExpressionOperator.GreaterOrEqual] = static (x, y, _) => Bit(x >= y),
            [ExpressionOperator.Equal] = static (x, y, _) => Bit(x == y),
            [ExpressionOperator.NotEqual] = static (x, y, _) => Bit(x != y),
            [ExpressionOperator.And] = static (x, y, _) => x & y,
            [ExpressionOperator.Or] = static (x, y, _) => x | y,
            [ExpressionOperator.Xor] = static (x, y, _) => x ^ y,
            [ExpressionOperator.Not] = static (x, _, _) => ~x,
            [ExpressionOperator.ShiftLeft] = (x, y, _) => wrap(x << (int)(y & countMask)),
            [ExpressionOperator.ShiftRight] = (x, y, _) => x >> (int)(y & countMask),
            [ExpressionOperator.FusedMultiplyAdd] = (x, y, z) => wrap(unchecked((x * y) + z)),
        };

    // Sums, differences, products and quotients of binary32 numbers are correctly rounded by way of binary64.
    private static Table Reals(Func<double, double> round, NumberFormat format, Func<double, double> exp, Func<double, double> log) =>
        new()
        {
            [ExpressionOperator.Add] = (x, y, _) => Bits(round(Number(x) + Number(y))),
            [ExpressionOperator.Subtract] = (x, y, _) => Bits(round(Number(x) - Number(y))),
            [ExpressionOperator.Multiply] = (x, y, _) => Bits(round(Number(x) * Number(y))),
            [ExpressionOperator.Divide] = (x, y, _) => Bits(round(Number(x) / Number(y))),
            [ExpressionOperator.Negate] = static (x, _, _) => Bits(-Number(x)),
            [ExpressionOperator.Abs] = static (x, _, _) => Bits(Math.Abs(Number(x))),
            [ExpressionOperator.Min] = static (x, y, _) => Lesser(x, y),
            [ExpressionOperator.Max] = static (x, y, _) => Bits(-Number(Lesser(Bits(-Number(x)), Bits(-Number(y))))),
            [ExpressionOperator.Less] = static (x, y, _) => Bit(Number(x) < Number(y)),
            [ExpressionOperator.LessOrEqual] = static (x, y, _) => Bit(Number(x) <= Number(y)),
            [ExpressionOperator.Greater] = static (x, y, _) => Bit(Number(x) > Number(y)),
            [ExpressionOperator.GreaterOrEqual] = static (x, y, _) => Bit(Number(x) >= Number(y)),
            [ExpressionOperator.Equal] = static (x, y, _) => Bit(Number(x) == Number(y)),
            [ExpressionOperator.NotEqual] = static (x, y, _) => Bit(Number(x) != Number(y)),
            [ExpressionOperator.FusedMultiplyAdd] = (x, y, z) => Bits(Fused(Number(x), Number(y), Number(z), format)),
            [ExpressionOperator.Exp] = (x, _, _) => Bits(exp(Number(x))),
            [ExpressionOperator.Log] = (x, _, _) => Bits(log(Number(x))),
        };

    // NaN wins, −0 comes before +0.
    private static long Lesser(long x, long y)
    {
        double a = Number(x),
            b = Number(y);
        if (double.IsNaN(a) || double.IsNaN(b))
            return Bits(double.NaN);
        return a < b || (a == b && x < 0) ? x : y;
    }

    private static double Fused(double x, double y, double z, NumberFormat format)
    {
        if (!IsFinite(x) || !IsFinite(y) || !IsFinite(z) || x == 0 || y == 0)
            return (x * y) + z;
        var exact = (Dyadic.FromDouble(x) * Dyadic.FromDouble(y)) + Dyadic.FromDouble(z);
        if (exact.IsZero)
            return 0;
        // A sum that rounds to zero keeps its sign.
        return format.Round(exact).ToDouble() is var rounded && rounded == 0 && exact.Sign < 0 ? -0.0 : rounded;
    }

    // MathF is not part of netstandard2.0, but of every runtime that kernels run on. Type and method stand as constants in one
    // expression, which trimmers follow: they keep the method, so that a trimmed program computes the same bits.
#pragma warning disable RS0030 // The same functions.
    private static Func<double, double> SingleExp() =>
        Single(Type.GetType("System.MathF, System.Runtime")?.GetMethod("Exp", [typeof(float)]), Math.Exp);

    private static Func<double, double> SingleLog() =>
        Single(Type.GetType("System.MathF, System.Runtime")?.GetMethod("Log", [typeof(float)]), Math.Log);
#pragma warning restore RS0030

    private static Func<double, double> Single(MethodInfo? method, Func<double, double> otherwise)
    {
        if (method is null)
            return value => (float)otherwise(value);
        var single = (Func<float, float>)method.CreateDelegate(typeof(Func<float, float>));
        return value => single((float)value);
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static long Bit(bool value) => value ? 1 : 0;

    private static double Number(long bits) => BitConverter.Int64BitsToDouble(bits);

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
