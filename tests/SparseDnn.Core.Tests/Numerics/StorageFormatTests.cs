using System;
using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Numerics;

public sealed class StorageFormatTests
{
    // Fixed point against plain integer arithmetic on doubles, which hold these values exactly.
    [Theory]
    [InlineData("Half", "binary16")]
    [InlineData("BF16", "bfloat16")]
    [InlineData("FP8_E5M2", "e5m2")]
    [InlineData(" Float32 ", "binary32")]
    [InlineData("Binary32", "binary32")]
    [InlineData("int4", null)]
    [InlineData("", null)]
    public void NamesOfElsewhere_AreKnown(string name, string? format)
    {
        Assert.Equal(format, StorageFormats.UsualName(name));
        if (format is not null)
            Assert.True(StorageFormats.TryParse(format, out _));
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(16, 0)]
    [InlineData(16, 10)]
    [InlineData(32, -3)]
    public void FixedPointRoundsToNearestEvenAndSaturates(int bits, int scale)
    {
        Assert.True(StorageFormats.TryParse($"int{bits}:{scale}", out var format));
        var (least, largest) = (-Math.Pow(2, bits - 1), Math.Pow(2, bits - 1) - 1);
        foreach (var value in Samples.Doubles(3000, bits + scale))
        {
            if (Math.Abs(value) > 1e100)
                continue;
            var scaled = Math.Round(value * Math.Pow(2, scale), MidpointRounding.ToEven);
            var expected = Math.Clamp(scaled, least, largest) * Math.Pow(2, -scale);
            Assert.Equal(Dyadic.FromDouble(expected), format.Round(Dyadic.FromDouble(value), out var outcome));
            var wanted = expected == value ? RoundingOutcome.Exact : RoundingOutcome.Rounded;
            if (scaled < least || scaled > largest)
                wanted = RoundingOutcome.Saturated;
            Assert.Equal(wanted, outcome);
        }
    }

    [Fact]
    public void FixedPointHasTheBitsOfTwosComplement()
    {
        var format = StorageFormats.Int8(4);
        for (var i = sbyte.MinValue; ; i++)
        {
            var value = new Dyadic(i, -4);
            Assert.Equal((byte)i, format.ToBits(value));
            Assert.True(format.TryFromBits((byte)i, out var back));
            Assert.Equal(value, back);
            if (i == sbyte.MaxValue)
                break;
        }

        Assert.Throws<ArgumentException>(() => format.ToBits(8));
        Assert.False(format.TryFromBits(0x100, out _));
        Assert.Equal(unchecked((uint)int.MinValue), StorageFormats.Int32(2).ToBits(new Dyadic(int.MinValue, -2)));
    }

    [Fact]
    public void EveryFormatIsFoundByItsNameAndKeepsItsValues()
    {
        foreach (
            var format in StorageFormats.FloatingPoint.Concat([StorageFormats.Int8(3), StorageFormats.Int16(-2), StorageFormats.Int32(20)])
        )
        {
            Assert.True(StorageFormats.TryParse(format.Name, out var found));
            Assert.Equal(format, found);
            Assert.True(StorageFormats.TryGet(format.BaseName, format.Scale, out found));
            Assert.Equal(format, found);
            Assert.True(format.IsRepresentable(format.MaxFinite) && format.IsRepresentable(format.MinFinite));
            Assert.Null(format.NextUp(format.MaxFinite));
            Assert.Null(format.NextDown(format.MinFinite));
            Assert.Equal(Dyadic.One.ScaleByPowerOfTwo(format.LeastExponent), format.NextUp(Dyadic.Zero));
            foreach (var value in Samples.Doubles(300, 5).Select(Dyadic.FromDouble))
            {
                var rounded = format.Round(value, out var outcome);
                if (outcome == RoundingOutcome.Overflowed)
                    continue;
                Assert.True(format.IsRepresentable(rounded));
                Assert.True(format.TryFromBits(format.ToBits(rounded), out var back));
                Assert.Equal(rounded, back);
                Assert.Equal(outcome == RoundingOutcome.Exact, rounded == value);
            }
        }

        foreach (var wrong in new[] { null, "", "int8:", "int8:x", "int8:1\0", "float", "binary32:1", "int9:0", "int8:99999" })
            Assert.False(StorageFormats.TryParse(wrong, out _));
    }

    [Fact]
    public void IntegersOf64BitsAreAFormatOfTheirOwn()
    {
        Assert.True(StorageFormats.TryParse("int64", out var format));
        Assert.Same(StorageFormats.Int64, format);
        Assert.DoesNotContain("int64", StorageFormats.BaseNames);
        foreach (var value in new[] { long.MinValue, long.MinValue + 1, -1L, 0L, 1L, long.MaxValue })
        {
            Assert.Equal(unchecked((ulong)value), format.ToBits(value));
            Assert.True(format.TryFromBits(unchecked((ulong)value), out var back));
            Assert.Equal(value, back);
        }

        Assert.Equal(long.MaxValue, format.Round(new Dyadic(1, 63), out var outcome));
        Assert.Equal(RoundingOutcome.Saturated, outcome);
        Assert.False(StorageFormats.TryParse("int64:0", out _));
    }

    [Fact]
    public void OverflowIsInfiniteInFloatingPointAndReported()
    {
        foreach (var format in StorageFormats.FloatingPoint)
        {
            Assert.Equal(Dyadic.NegativeInfinity, format.Round(-(format.MaxFinite * 2), out var outcome));
            Assert.Equal(RoundingOutcome.Overflowed, outcome);
        }
    }
}
