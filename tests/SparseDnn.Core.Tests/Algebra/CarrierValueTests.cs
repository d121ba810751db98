using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Algebra;

public class CarrierValueTests
{
    private static readonly CarrierValue[] Different =
    [
        CarrierValue.Undefined,
        CarrierValue.Undecided,
        CarrierValue.PositiveInfinity,
        CarrierValue.NegativeInfinity,
        CarrierValue.Number(1),
        CarrierValue.Number(0.5),
        CarrierValue.Integer(1),
        CarrierValue.Word(1),
        CarrierValue.Boolean(true),
        CarrierValue.Boolean(false),
    ];

    [Fact]
    public void Values_EqualThemselvesAndNoOther()
    {
        for (var i = 0; i < Different.Length; i++)
        for (var j = 0; j < Different.Length; j++)
        {
            Assert.Equal(i == j, Different[i] == Different[j]);
            Assert.Equal(i != j, Different[i] != Different[j]);
        }
    }

    [Fact]
    public void EqualNumbers_AreEqualHoweverTheyAreMade()
    {
        Assert.True(CarrierValue.Number(0.0) == CarrierValue.Number(-0.0));
        Assert.True(CarrierValue.Number(3) == CarrierValue.Number((Dyadic)3));
        Assert.True(CarrierValue.Number(double.NaN) == CarrierValue.Undefined);
    }
}
