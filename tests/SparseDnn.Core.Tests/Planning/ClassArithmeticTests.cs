using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Planning;
using Xunit;

namespace SparseDnn.Core.Tests.Planning;

/// <summary>
/// The transfer functions against the operations themselves, on every class with its extremes: no class is missing, none is there in vain.
/// </summary>
public sealed class ClassArithmeticTests
{
    private static readonly double[] Positive =
    [
        double.Epsilon,
        1.4e-45,
        2.8e-45,
        1e-38,
        1e-200,
        0.25,
        0.5,
        1,
        1.5,
        2,
        3,
        100,
        3e38,
        3.4028234663852886e38,
        1e300,
        double.MaxValue,
    ];

    private static readonly double[] Values =
    [
        .. Positive,
        .. Positive.Select(value => -value),
        0.0,
        -0.0,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
    ];

    private static readonly ExpressionOperator[] Operators =
    [
        ExpressionOperator.Add,
        ExpressionOperator.Subtract,
        ExpressionOperator.Multiply,
        ExpressionOperator.Divide,
        ExpressionOperator.Negate,
        ExpressionOperator.Abs,
        ExpressionOperator.Min,
        ExpressionOperator.Max,
        ExpressionOperator.Less,
        ExpressionOperator.LessOrEqual,
        ExpressionOperator.Greater,
        ExpressionOperator.GreaterOrEqual,
        ExpressionOperator.Equal,
        ExpressionOperator.NotEqual,
        ExpressionOperator.FusedMultiplyAdd,
        ExpressionOperator.Exp,
        ExpressionOperator.Log,
    ];

    public static TheoryData<object, ElementFormat> Cases
    {
        get
        {
            var data = new TheoryData<object, ElementFormat>();
            foreach (var op in Operators)
            foreach (var format in new[] { ElementFormat.Binary32, ElementFormat.Binary64 })
                data.Add(op, format);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AResultHasTheClassesThatItCanHaveAndNoOthers(object operation, ElementFormat format)
    {
        var op = (ExpressionOperator)operation;
        var attained = new Dictionary<(ValueClasses, ValueClasses, ValueClasses), ValueClasses>();
        var values = Values.Select(value => format == ElementFormat.Binary32 ? (float)value : value).Distinct(Comparer).ToArray();
        var arity = op switch
        {
            ExpressionOperator.FusedMultiplyAdd => 3,
            ExpressionOperator.Negate or ExpressionOperator.Abs or ExpressionOperator.Exp or ExpressionOperator.Log => 1,
            _ => 2,
        };
        foreach (var x in values)
        foreach (var y in arity > 1 ? values : [0])
        foreach (var z in arity > 2 ? values : [0])
        {
            var key = (ValueClass.Of(x), ValueClass.Of(y), ValueClass.Of(z));
            attained[key] =
                attained.GetValueOrDefault(key)
                | (format == ElementFormat.Binary32 ? Compute(op, (float)x, (float)y, (float)z) : Compute(op, x, y, z));
        }

        foreach (var ((x, y, z), classes) in attained)
        {
            var told = ClassArithmetic.Apply(op, new[] { x, y, z }[..arity]);
            Assert.True((classes & ~told) == 0, $"{op} of {x}, {y}, {z} can be {classes}, not only {told}.");
            Assert.True(told == classes, $"{op} of {x}, {y}, {z} is never all of {told}, only {classes}.");
        }

        Assert.Equal((int)Math.Pow(7, arity), attained.Count);
    }

    [Fact]
    public void UnionsAreUnionsOfPairs()
    {
        Assert.Equal(
            ValueClasses.NaN | ValueClasses.PositiveZero,
            ClassArithmetic.Apply(ExpressionOperator.Multiply, ValueClasses.PositiveZero, ValueClasses.NonNegative & ~ValueClasses.Positive)
        );
        Assert.Equal(ValueClasses.False, ClassArithmetic.Apply(ExpressionOperator.Not, ValueClasses.True));
        Assert.Equal(ValueClasses.Either, ClassArithmetic.Apply(ExpressionOperator.And, ValueClasses.True, ValueClasses.Either));
        Assert.Equal(ValueClasses.False, ClassArithmetic.Apply(ExpressionOperator.And, ValueClasses.False, ValueClasses.Either));
        Assert.Equal(ValueClasses.True, ClassArithmetic.Apply(ExpressionOperator.Or, ValueClasses.True, ValueClasses.Either));
        Assert.Equal(ValueClasses.True, ClassArithmetic.Apply(ExpressionOperator.Xor, ValueClasses.True, ValueClasses.False));
        Assert.Equal(
            ValueClasses.Numbers,
            ClassArithmetic.Apply(ExpressionOperator.ShiftLeft, ValueClasses.Positive, ValueClasses.Positive)
        );
    }

    private static ValueClasses Compute(ExpressionOperator op, float x, float y, float z) =>
        op switch
        {
            ExpressionOperator.Add => ValueClass.Of(x + y),
            ExpressionOperator.Subtract => ValueClass.Of(x - y),
            ExpressionOperator.Multiply => ValueClass.Of(x * y),
            ExpressionOperator.Divide => ValueClass.Of(x / y),
            ExpressionOperator.Negate => ValueClass.Of(-x),
            ExpressionOperator.Abs => ValueClass.Of(MathF.Abs(x)),
            ExpressionOperator.Min => ValueClass.Of(MathF.Min(x, y)),
            ExpressionOperator.Max => ValueClass.Of(MathF.Max(x, y)),
            ExpressionOperator.FusedMultiplyAdd => ValueClass.Of(MathF.FusedMultiplyAdd(x, y, z)),
            ExpressionOperator.Exp => ValueClass.Of(MathF.Exp(x)),
            ExpressionOperator.Log => ValueClass.Of(MathF.Log(x)),
            _ => Compare(op, x, y),
        };

    private static ValueClasses Compute(ExpressionOperator op, double x, double y, double z) =>
        op switch
        {
            ExpressionOperator.Add => ValueClass.Of(x + y),
            ExpressionOperator.Subtract => ValueClass.Of(x - y),
            ExpressionOperator.Multiply => ValueClass.Of(x * y),
            ExpressionOperator.Divide => ValueClass.Of(x / y),
            ExpressionOperator.Negate => ValueClass.Of(-x),
            ExpressionOperator.Abs => ValueClass.Of(Math.Abs(x)),
            ExpressionOperator.Min => ValueClass.Of(Math.Min(x, y)),
            ExpressionOperator.Max => ValueClass.Of(Math.Max(x, y)),
            ExpressionOperator.FusedMultiplyAdd => ValueClass.Of(Math.FusedMultiplyAdd(x, y, z)),
            ExpressionOperator.Exp => ValueClass.Of(Math.Exp(x)),
            ExpressionOperator.Log => ValueClass.Of(Math.Log(x)),
            _ => Compare(op, x, y),
        };

    private static ValueClasses Compare(ExpressionOperator op, double x, double y) =>
        (
            op switch
            {
                ExpressionOperator.Less => x < y,
                ExpressionOperator.LessOrEqual => x <= y,
                ExpressionOperator.Greater => x > y,
                ExpressionOperator.GreaterOrEqual => x >= y,
                ExpressionOperator.Equal => x == y,
                _ => x != y,
            }
        )
            ? ValueClasses.True
            : ValueClasses.False;

    private static IEqualityComparer<double> Comparer { get; } =
        EqualityComparer<double>.Create(
            (x, y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y),
            x => x.GetHashCode()
        );
}
