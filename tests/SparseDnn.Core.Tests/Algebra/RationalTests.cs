using System;
using System.Numerics;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Algebra;

public class RationalTests
{
    private readonly Random _random = new(1807);

    [Fact]
    public void SumsProductsQuotientsAndOrder_AgreeWithFractionsOfIntegers()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var (x, p, q) = Any();
            var (y, r, s) = Any();
            Equal((p * s) + (r * q), q * s, x + y);
            Equal((p * s) - (r * q), q * s, x - y);
            Equal(p * r, q * s, x * y);
            Equal(-p, q, -x);
            if (!r.IsZero)
                Equal(p * s, q * r, x / y);
            Assert.Equal((p * s).CompareTo(r * q), Math.Sign(x.CompareTo(y)));
            Assert.Equal(p * s == r * q, x.Equals(y));
            Assert.Equal(p * s == r * q, x == y);
            Assert.Equal(p * s != r * q, x != y);
            Assert.Equal(p * s < r * q, x < y);
            Assert.Equal(p * s <= r * q, x <= y);
            Assert.Equal(p * s > r * q, x > y);
            Assert.Equal(p * s >= r * q, x >= y);
        }
    }

    [Fact]
    public void EqualFractions_AreStoredAlike()
    {
        var third = (Rational)1 / 3;
        Assert.Equal(third, (Rational)7 / 21);
        Assert.Equal(third.GetHashCode(), ((Rational)(-4) / (-12)).GetHashCode());
        Assert.Equal((Rational)1, third + third + third);
        Assert.True((third * 3).IsDyadic);
        Assert.Equal(default, third - third);
    }

    [Theory]
    [InlineData(1, 3, "1/3")]
    [InlineData(-5, 12, "−5/12")]
    [InlineData(12, 5, "12/5")]
    [InlineData(-3, 2, "−1.5")]
    [InlineData(1, 1 << 20, "2^−20")]
    [InlineData(-1048575, 1 << 20, "−1048575·2^−20")]
    [InlineData(1000000, 1, "1000000")]
    public void Text_IsInvariantWithARealMinusSign(int over, int under, string expected) =>
        Assert.Equal(expected, ((Rational)over / under).ToString());

    [Fact]
    public void Infinities_AreOrderedAroundTheNumbers()
    {
        Rational up = new(Dyadic.PositiveInfinity),
            down = new(Dyadic.NegativeInfinity),
            third = (Rational)1 / 3;
        Assert.True(down.CompareTo(third) < 0 && third.CompareTo(up) < 0 && up.CompareTo(up) == 0);
        Assert.Equal(up, third + up);
        Assert.Equal(down, down - third);
        Assert.Equal(down, -third * up);
        Assert.Equal("∞ −∞", $"{up} {down}");
    }

    private static void Equal(BigInteger over, BigInteger under, Rational actual)
    {
        Assert.Equal(new Rational(new Dyadic(over, 0)), actual * new Rational(new Dyadic(under, 0)));
        Assert.Equal((over * under).Sign, actual.Sign);
    }

    private (Rational Value, BigInteger Over, BigInteger Under) Any()
    {
        BigInteger over = _random.NextInt64(-1000, 1000) << _random.Next(3),
            under = _random.NextInt64(1, 200);
        if (_random.Next(8) == 0)
            over *= BigInteger.Pow(3, 60);
        return (new Rational(new Dyadic(over, 0)) / new Rational(new Dyadic(under, 0)), over, under);
    }
}
