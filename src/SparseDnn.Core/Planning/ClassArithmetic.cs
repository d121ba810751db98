using System;
using System.Collections.Generic;
using SparseDnn.Algebra.Expressions;
using static SparseDnn.Planning.ValueClasses;

namespace SparseDnn.Planning;

/// <summary>
/// Floating-point operations on classes of values: the result contains the class of every result that rounding to nearest can give.
/// </summary>
/// <remarks>
/// Operations are given on single classes and united over all pairs. Two facts carry most of it: a sum of numbers underflows
/// never (it is 0 only where it is exactly 0, and then +0 unless both are −0), a product may underflow to a zero of its sign.
/// </remarks>
internal static class ClassArithmetic
{
    private static readonly ValueClasses[] Singles =
    [
        NaN,
        NegativeInfinity,
        Negative,
        NegativeZero,
        PositiveZero,
        Positive,
        PositiveInfinity,
        True,
        False,
    ];

    /// <summary>An operator on classes of operands.</summary>
    /// <param name="op">Any operator with operands.</param>
    /// <param name="operands">As many as it takes.</param>
    public static ValueClasses Apply(ExpressionOperator op, params ValueClasses[] operands)
    {
        var result = None;
        foreach (var x in Single(operands[0]))
        {
            if (operands.Length == 1)
            {
                result |= One(op, x);
                continue;
            }

            foreach (var y in Single(operands[1]))
            {
                if (operands.Length == 2)
                {
                    result |= Two(op, x, y);
                    continue;
                }

                foreach (var z in Single(operands[2]))
                    result |= op == ExpressionOperator.FusedMultiplyAdd ? Fused(x, y, z) : Numbers;
            }
        }

        return result;
    }

    /// <summary>The classes that a mask unites.</summary>
    /// <param name="classes">Any mask.</param>
    public static IEnumerable<ValueClasses> Single(ValueClasses classes)
    {
        foreach (var single in Singles)
            if ((classes & single) != ValueClasses.None)
                yield return single;
    }

    private static ValueClasses One(ExpressionOperator op, ValueClasses x) =>
        op switch
        {
            ExpressionOperator.Negate => Negate(x),
            ExpressionOperator.Abs => IsNegative(x) ? Negate(x) : x,
            ExpressionOperator.Not when x == True => False,
            ExpressionOperator.Not when x == False => True,
            ExpressionOperator.Not => Numbers,
            ExpressionOperator.Exp => x switch
            {
                NegativeInfinity => PositiveZero,
                Negative => PositiveZero | Positive,
                NegativeZero or PositiveZero => Positive,
                Positive => Positive | PositiveInfinity,
                _ => x,
            },
            ExpressionOperator.Log => x switch
            {
                NegativeInfinity or Negative => NaN,
                NegativeZero or PositiveZero => NegativeInfinity,
                Positive => Negative | PositiveZero | Positive,
                _ => x,
            },
            _ => Numbers,
        };

    private static ValueClasses Two(ExpressionOperator op, ValueClasses x, ValueClasses y) =>
        op switch
        {
            ExpressionOperator.Add => Add(x, y),
            ExpressionOperator.Subtract => Add(x, Negate(y)),
            ExpressionOperator.Multiply => Multiply(x, y),
            ExpressionOperator.Divide => Divide(x, y),
            // Classes are numbered in the order of their values, so the lesser class is that of the lesser value.
            ExpressionOperator.Min when (x | y).HasFlag(NaN) => NaN,
            ExpressionOperator.Min when x < y => x,
            ExpressionOperator.Min => y,
            ExpressionOperator.Max when (x | y).HasFlag(NaN) => NaN,
            ExpressionOperator.Max when x > y => x,
            ExpressionOperator.Max => y,
            ExpressionOperator.And => Condition(x == True && y == True, x, y),
            ExpressionOperator.Or => Condition(x == True || y == True, x, y),
            ExpressionOperator.Xor => Condition(x != y, x, y),
            ExpressionOperator.Less => Compare(x, y, order => order < 0, false),
            ExpressionOperator.LessOrEqual => Compare(x, y, order => order <= 0, false),
            ExpressionOperator.Greater => Compare(x, y, order => order > 0, false),
            ExpressionOperator.GreaterOrEqual => Compare(x, y, order => order >= 0, false),
            ExpressionOperator.Equal => Compare(x, y, order => order == 0, false),
            ExpressionOperator.NotEqual => Compare(x, y, order => order != 0, true),
            _ => Numbers,
        };

    private static ValueClasses Add(ValueClasses x, ValueClasses y)
    {
        if (x == NaN || y == NaN)
            return NaN;
        if (IsInfinite(x))
            return IsInfinite(y) && x != y ? NaN : x;
        if (IsInfinite(y))
            return y;
        if (IsZero(x))
            return IsZero(y) && x != y ? PositiveZero : y;
        if (IsZero(y))
            return x;
        if (x != y)
            return Negative | PositiveZero | Positive;
        return x == Positive ? Positive | PositiveInfinity : Negative | NegativeInfinity;
    }

    private static ValueClasses Multiply(ValueClasses x, ValueClasses y)
    {
        if (x == NaN || y == NaN)
            return NaN;
        if (IsInfinite(x) || IsInfinite(y))
            return IsZero(x) || IsZero(y) ? NaN : Signed(PositiveInfinity, x, y);
        return Signed(IsZero(x) || IsZero(y) ? PositiveZero : PositiveZero | Positive | PositiveInfinity, x, y);
    }

    private static ValueClasses Divide(ValueClasses x, ValueClasses y)
    {
        if (x == NaN || y == NaN || (IsInfinite(x) && IsInfinite(y)) || (IsZero(x) && IsZero(y)))
            return NaN;
        if (IsInfinite(x) || IsZero(y))
            return Signed(PositiveInfinity, x, y);
        return Signed(IsZero(x) || IsInfinite(y) ? PositiveZero : PositiveZero | Positive | PositiveInfinity, x, y);
    }

    // The product of two finite numbers other than 0 is no zero and no infinity before the addend joins it.
    private static ValueClasses Fused(ValueClasses x, ValueClasses y, ValueClasses z)
    {
        if (!(IsFinite(x) && IsFinite(y)))
            return Apply(ExpressionOperator.Add, Multiply(x, y), z);
        if (z == NaN || IsInfinite(z))
            return z;
        if (IsZero(z))
            return Signed(PositiveZero | Positive | PositiveInfinity, x, y);
        var product = Signed(Positive, x, y);
        var overflow = Signed(PositiveInfinity, x, y);
        return product == z ? z | overflow : Negative | NegativeZero | PositiveZero | Positive | overflow;
    }

    private static ValueClasses Compare(ValueClasses x, ValueClasses y, Func<int, bool> holds, bool ofNaN)
    {
        if (x > PositiveInfinity || y > PositiveInfinity)
            return Either;
        if (x == NaN || y == NaN)
            return ofNaN ? True : False;
        if (IsFinite(x) && x == y)
            return (holds(-1) ? True : False) | (holds(0) ? True : False) | (holds(1) ? True : False);
        return holds(IsZero(x) && IsZero(y) ? 0 : x.CompareTo(y)) ? True : False;
    }

    private static ValueClasses Condition(bool value, ValueClasses x, ValueClasses y)
    {
        if (x < True || y < True)
            return Numbers;
        if (value)
            return True;
        return False;
    }

    private static ValueClasses Signed(ValueClasses positive, ValueClasses x, ValueClasses y)
    {
        if (IsNegative(x) == IsNegative(y))
            return positive;
        var negative = None;
        foreach (var single in Single(positive))
            negative |= Negate(single);
        return negative;
    }

    private static ValueClasses Negate(ValueClasses x) =>
        x switch
        {
            NegativeInfinity => PositiveInfinity,
            Negative => Positive,
            NegativeZero => PositiveZero,
            PositiveZero => NegativeZero,
            Positive => Negative,
            PositiveInfinity => NegativeInfinity,
            _ => x,
        };

    private static bool IsInfinite(ValueClasses x) => x is NegativeInfinity or PositiveInfinity;

    private static bool IsZero(ValueClasses x) => x is NegativeZero or PositiveZero;

    private static bool IsFinite(ValueClasses x) => x is Negative or Positive;

    private static bool IsNegative(ValueClasses x) => x is NegativeInfinity or Negative or NegativeZero;
}
