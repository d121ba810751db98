using System;
using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Numerics;

public class IntervalTests
{
    [Fact]
    public void DirectedOperations_BoundTheExactResults_ByAtMostOneUnit()
    {
        foreach (var (a, b) in Samples.Doubles(60_000, seed: 21).Zip(Samples.Doubles(60_000, seed: 22)))
        {
            var (x, y) = (Dyadic.FromDouble(a), Dyadic.FromDouble(b));
            if (Math.Abs((double)Math.ILogB(a) - Math.ILogB(b)) < 4000)
                CheckBounds(x + y, OutwardRounding.AddDown(a, b), OutwardRounding.AddUp(a, b), exactIsKept: true);
            var product = Math.Abs(a * b);
            CheckBounds(
                x * y,
                OutwardRounding.MulDown(a, b),
                OutwardRounding.MulUp(a, b),
                exactIsKept: product is 0 or (> 1e-280 and < 1e290) && Math.Abs(a) < 1e290 && Math.Abs(b) < 1e290
            );
            if (b == 0)
                continue;
            var (down, up) = (OutwardRounding.DivDown(a, b), OutwardRounding.DivUp(a, b));
            Assert.True(up == down || up == Math.BitIncrement(down) || up == Math.BitIncrement(Math.BitIncrement(down)));
            Assert.True(double.IsInfinity(down) || (y.Sign > 0 ? Dyadic.FromDouble(down) * y <= x : Dyadic.FromDouble(down) * y >= x));
            Assert.True(double.IsInfinity(up) || (y.Sign > 0 ? Dyadic.FromDouble(up) * y >= x : Dyadic.FromDouble(up) * y <= x));
        }
    }

    [Fact]
    public void ExactResults_AreNotWidened()
    {
        Assert.Equal(3, OutwardRounding.AddUp(1, 2));
        Assert.Equal(0, OutwardRounding.AddDown(0.1, -0.1));
        Assert.Equal(0.0625 * 32, OutwardRounding.MulUp(0.0625, 32));
        Assert.Equal(0.25, OutwardRounding.DivDown(1, 4));
        Assert.Equal(new Interval(-6, 9), new Interval(-2, 3).Scale(3));
    }

    [Fact]
    public void IntervalOperations_EncloseTheResultsOfTheirMembers()
    {
        var random = new Random(23);
        for (var i = 0; i < 20_000; i++)
        {
            var (left, right) = (AnyInterval(random), AnyInterval(random));
            var (x, y) = (Member(left, random), Member(right, random));
            var (exactX, exactY) = (Dyadic.FromDouble(x), Dyadic.FromDouble(y));
            Assert.True(Encloses(left + right, exactX + exactY));
            Assert.True(Encloses(left - right, exactX - exactY));
            Assert.True(Encloses(left * right, exactX * exactY));
            Assert.True(Encloses(left.Scale(y), exactX * exactY));
            Assert.True(left.Min(y).Contains(Math.Min(x, y)));
            Assert.True(left.Max(y).Contains(Math.Max(x, y)));
            Assert.True(left.Hull(right).Contains(left) && left.Hull(right).Contains(right));
            Assert.True(left.Contains(x) && x <= left.Magnitude);
        }
    }

    [Fact]
    public void UnknownBounds_StayUnknown_ButZeroTimesThemIsZero()
    {
        Assert.Equal(Interval.Whole, Interval.Whole + Interval.Point(5));
        Assert.Equal(default, Interval.Whole * Interval.Point(0));
        Assert.Equal(new Interval(0, double.PositiveInfinity), Interval.Whole.Max(0));
        Assert.Equal(new Interval(0, double.PositiveInfinity), new Interval(0, double.MaxValue) * Interval.Point(2));
        Assert.Equal(
            new Interval(double.MaxValue, double.PositiveInfinity),
            Interval.Point(double.MaxValue) + Interval.Point(double.MaxValue)
        );
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void BoundsThatEncloseNothing_AreRefused(double low, double high) =>
        Assert.Throws<ArgumentException>(() => new Interval(low, high));

    private static void CheckBounds(Dyadic exact, double down, double up, bool exactIsKept)
    {
        Assert.True(Dyadic.FromDouble(down) <= exact && exact <= Dyadic.FromDouble(up), $"{down:R} {exact} {up:R}");
        if (exactIsKept && exact.IsExactDouble)
            Assert.True(down == up, $"{down:R} {exact} {up:R}");
        else
            Assert.True(up <= Math.BitIncrement(Math.BitIncrement(down)), $"{down:R} {exact} {up:R}");
    }

    private static bool Encloses(Interval interval, Dyadic exact) =>
        Dyadic.FromDouble(interval.Low) <= exact && exact <= Dyadic.FromDouble(interval.High);

    private static Interval AnyInterval(Random random)
    {
        var (a, b) = (Number(random), Number(random));
        return new(Math.Min(a, b), Math.Max(a, b));
    }

    private static double Number(Random random) =>
        random.Next(3) == 0 ? random.Next(-3, 4) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 6));

    private static double Member(Interval interval, Random random) =>
        Math.Clamp(interval.Low + (random.NextDouble() * (interval.High - interval.Low)), interval.Low, interval.High);
}
