using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Numerics;

public class DyadicTests
{
    private const int Scale = 400; // the oracle: integers over 2^Scale

    private static readonly Random Random = new(20180712);

    [Fact]
    public void SumsProductsAndOrder_AgreeWithScaledIntegers()
    {
        for (var i = 0; i < 20_000; i++)
        {
            var (a, x) = Any();
            var (b, y) = Any();
            Assert.Equal(x + y, Scaled(a + b, Scale));
            Assert.Equal(x - y, Scaled(a - b, Scale));
            Assert.Equal(x * y, Scaled(a * b, 2 * Scale));
            Assert.Equal(-x, Scaled(-a, Scale));
            Assert.Equal(BigInteger.Abs(x), Scaled(a.Abs(), Scale));
            Assert.Equal(Math.Sign(x.CompareTo(y)), Math.Sign(a.CompareTo(b)));
            Assert.Equal(x == y, a == b);
            Assert.Equal(x < y, a < b);
            Assert.Equal(x >= y, a >= b);
            Assert.Equal(BigInteger.Min(x, y), Scaled(Dyadic.Min(a, b), Scale));
            Assert.Equal(BigInteger.Max(x, y), Scaled(Dyadic.Max(a, b), Scale));
            Assert.Equal(x.Sign, a.Sign);
        }
    }

    [Fact]
    public void MantissaIsOddOrZero_SoEqualNumbersAreStoredAlike()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var (a, _) = Any();
            var same = new Dyadic(a.Mantissa << 7, a.Exponent - 7);
            Assert.Equal(a, same);
            Assert.Equal(a.GetHashCode(), same.GetHashCode());
            Assert.True(a.IsZero ? a.Mantissa.IsZero && a.Exponent == 0 : !a.Mantissa.IsEven);
            Assert.Equal((int)BigInteger.Abs(a.Mantissa).GetBitLength(), a.BitLength);
            if (!a.IsZero)
                Assert.Equal((int)BigInteger.Abs(a.Mantissa).GetBitLength() - 1 + a.Exponent, a.FloorLog2);
        }
        Assert.Equal(Dyadic.Zero, default);
        Assert.Equal(Dyadic.One, 1);
    }

    [Fact]
    public void EveryDouble_SurvivesTheWayThere_AndBack()
    {
        foreach (var value in Samples.Doubles(50_000, seed: 1))
        {
            var exact = Dyadic.FromDouble(value);
            Assert.True(exact.IsExactDouble);
            Assert.Equal(value, exact.ToDouble());
        }
    }

    [Fact]
    public void ToDouble_RoundsAsTheRuntimeRounds()
    {
        foreach (var (value, other) in Samples.Doubles(40_000, seed: 2).Zip(Samples.Doubles(40_000, seed: 3)))
        {
            var exactProduct = Dyadic.FromDouble(value) * Dyadic.FromDouble(other);
            Assert.Equal(value * other, exactProduct.ToDouble());
            if (Math.Abs(Math.Log2(Math.Abs(value / other))) < 2000)
                Assert.Equal(value + other, (Dyadic.FromDouble(value) + Dyadic.FromDouble(other)).ToDouble());
        }
    }

    [Fact]
    public void Overflow_RoundsToInfinityFromTheMidpointOn()
    {
        var largest = Dyadic.FromDouble(double.MaxValue);
        var midpoint = largest + new Dyadic(1, 970);
        Assert.Equal(double.PositiveInfinity, midpoint.ToDouble());
        Assert.Equal(double.MaxValue, (midpoint - new Dyadic(1, -5000)).ToDouble());
        Assert.False(new Dyadic(1, 1024).IsExactDouble);
        Assert.Equal(0, new Dyadic(1, -1075).ToDouble());
        Assert.Equal(double.Epsilon, (new Dyadic(1, -1075) + new Dyadic(1, -3000)).ToDouble());
    }

    [Fact]
    public void Infinities_FollowTheLimits_AndRefuseWhatHasNone()
    {
        var (up, down) = (Dyadic.PositiveInfinity, Dyadic.NegativeInfinity);
        Assert.Equal(up, up + 5);
        Assert.Equal(down, down + up.ScaleByPowerOfTwo(3) * -1);
        Assert.Equal(down, up * -3);
        Assert.Equal(up, -down);
        Assert.True(down < new Dyadic(-1, 100_000) && new Dyadic(1, 100_000) < up);
        Assert.Equal(double.NegativeInfinity, down.ToDouble());
        Assert.Equal(up, Dyadic.FromDouble(double.PositiveInfinity));
        Assert.Throws<ArithmeticException>(() => up + down);
        Assert.Throws<ArithmeticException>(() => up - up);
        Assert.Throws<ArithmeticException>(() => 0 * up);
        Assert.Throws<ArgumentException>(() => Dyadic.FromDouble(double.NaN));
        Assert.Throws<InvalidOperationException>(() => up.Mantissa);
        Assert.Throws<InvalidOperationException>(() => Dyadic.Zero.FloorLog2);
    }

    [Fact]
    public void Comparison_OfDistantMagnitudes_NeedsNoHugeIntegers() =>
        Assert.True(new Dyadic(1, 1_000_000_000) > new Dyadic(3, -1_000_000_000));

    [Fact]
    public void ShortNumbers_PrintAsTheRuntimePrintsDecimals()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var (mantissa, exponent) = (Random.Next(-5000, 5000), Random.Next(-12, 40));
            var value = exponent < 0 ? mantissa / (decimal)(1 << -exponent) : mantissa * (decimal)(1L << exponent);
            Assert.Equal(value.ToString("0.############", CultureInfo.InvariantCulture), new Dyadic(mantissa, exponent).ToString());
        }
    }

    [Theory]
    [InlineData(1, -1, "0.5")]
    [InlineData(-3, 2, "-12")]
    [InlineData(1, -30, "0.000000000931322574615478515625")]
    [InlineData(1, -1074, "1*2^-1074")]
    [InlineData(-7, 500, "-7*2^500")]
    public void Text_IsDecimalWhereShort_AndAPowerOfTwoElsewhere(int mantissa, int exponent, string text) =>
        Assert.Equal(text, new Dyadic(mantissa, exponent).ToString());

    [Fact]
    public void WhatToStringWrites_TryParseReads()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var (value, _) = Any();
            Assert.True(Dyadic.TryParse(value.ToString(), out var back), value.ToString());
            Assert.Equal(value, back);
        }
        Assert.True(Dyadic.TryParse("-Infinity", out var infinity));
        Assert.Equal(Dyadic.NegativeInfinity, infinity);
    }

    [Theory]
    [InlineData("1.5e3", 1500)]
    [InlineData("+25e-2", 0.25)]
    [InlineData("-0.0", 0)]
    [InlineData("12*2^-3", 1.5)]
    public void TryParse_ReadsDecimalsThatAreDyadic(string text, double expected)
    {
        Assert.True(Dyadic.TryParse(text, out var value));
        Assert.Equal(Dyadic.FromDouble(expected), value);
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData(" 1")]
    [InlineData("1e999999999")]
    [InlineData("1e")]
    [InlineData("*2^3")]
    [InlineData("1*2^")]
    [InlineData("1*2^2147483647")]
    [InlineData("1\0")]
    [InlineData("nan")]
    [InlineData("1,5")]
    public void TryParse_RefusesOtherTexts(string text) => Assert.False(Dyadic.TryParse(text, out _));

    private static (Dyadic Value, BigInteger Scaled) Any()
    {
        var bytes = new byte[Random.Next(1, 20)];
        Random.NextBytes(bytes);
        var mantissa = Random.Next(3) == 0 ? Random.Next(-9, 10) : new BigInteger(bytes);
        var exponent = Random.Next(4) == 0 ? Random.Next(-Scale, 200) : Random.Next(-40, 40);
        return (new Dyadic(mantissa, exponent), mantissa << (Scale + exponent));
    }

    private static BigInteger Scaled(Dyadic value, int scale)
    {
        if (value.IsZero)
            return 0;
        Assert.True(value.Exponent + scale >= 0);
        return value.Mantissa << (value.Exponent + scale);
    }
}
