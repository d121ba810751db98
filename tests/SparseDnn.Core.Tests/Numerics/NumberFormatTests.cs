using System;
using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Numerics;

public class NumberFormatTests
{
    public static TheoryData<string> Names => new(NumberFormats.All.Select(format => format.Name));

    public static TheoryData<string> NarrowNames =>
        new(NumberFormats.All.Where(format => format.BitWidth <= 16).Select(format => format.Name));

    private static NumberFormat Get(string name) => NumberFormats.TryGet(name, out var format) ? format : throw new ArgumentException(name);

    [Fact]
    public void Binary32_RoundsAsTheConversionToFloat()
    {
        foreach (var value in Samples.Doubles(200_000, seed: 11))
            Assert.Equal(BitConverter.DoubleToInt64Bits((float)value), BitConverter.DoubleToInt64Bits(NumberFormats.Binary32.Round(value)));
    }

    [Fact]
    public void Binary16_RoundsAsTheConversionToHalf()
    {
        foreach (var value in Samples.Doubles(200_000, seed: 12))
            Assert.Equal(
                BitConverter.DoubleToInt64Bits((double)(Half)value),
                BitConverter.DoubleToInt64Bits(NumberFormats.Binary16.Round(value))
            );
    }

    [Fact]
    public void BFloat16_RoundsAsTheUpperHalfOfAFloat()
    {
        foreach (var value in Samples.Doubles(200_000, seed: 13).Where(value => value == (float)value))
        {
            var bits = BitConverter.SingleToUInt32Bits((float)value);
            var upper = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16 << 16;
            Assert.Equal(BitConverter.UInt32BitsToSingle(upper), NumberFormats.BFloat16.Round(value));
        }
    }

    [Fact]
    public void TF32_RoundsAsAFloatWithoutItsLow13Bits()
    {
        foreach (var value in Samples.Doubles(200_000, seed: 14).Where(value => value == (float)value))
        {
            var bits = BitConverter.SingleToUInt32Bits((float)value);
            var rounded = (bits + 0xFFF + ((bits >> 13) & 1)) >> 13 << 13;
            Assert.Equal(BitConverter.UInt32BitsToSingle(rounded), NumberFormats.TF32.Round(value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RoundingADouble_AgreesWithRoundingTheExactNumber(string name)
    {
        var format = Get(name);
        foreach (var value in Samples.Doubles(50_000, seed: 15))
        {
            var exact = format.Round(Dyadic.FromDouble(value));
            Assert.Equal(exact.ToDouble(), format.Round(value));
            Assert.Equal(exact == Dyadic.FromDouble(value) && exact.IsFinite, format.IsRepresentable(value));
            Assert.Equal(format.IsRepresentable(value), format.IsRepresentable(Dyadic.FromDouble(value)));
        }
    }

    [Fact]
    public void Binary64_AcceptsEveryDouble()
    {
        foreach (var value in Samples.Doubles(10_000, seed: 16))
        {
            Assert.Equal(value, NumberFormats.Binary64.Round(value));
            Assert.Equal(
                unchecked((ulong)BitConverter.DoubleToInt64Bits(value + 0.0)),
                NumberFormats.Binary64.ToBits(Dyadic.FromDouble(value))
            );
            Assert.Equal(Math.BitIncrement(value), NumberFormats.Binary64.NextUp(value));
            Assert.Equal(Math.BitDecrement(value), NumberFormats.Binary64.NextDown(value));
        }
    }

    [Fact]
    public void BitsOfBinary32AndBinary16_AreThoseOfTheRuntime()
    {
        foreach (var value in Samples.Doubles(50_000, seed: 17))
        {
            if (NumberFormats.Binary32.IsRepresentable(value) && value != 0)
                Assert.Equal(BitConverter.SingleToUInt32Bits((float)value), NumberFormats.Binary32.ToBits(Dyadic.FromDouble(value)));
            if (NumberFormats.Binary16.IsRepresentable(value) && value != 0)
                Assert.Equal(BitConverter.HalfToUInt16Bits((Half)value), NumberFormats.Binary16.ToBits(Dyadic.FromDouble(value)));
        }
        for (var bits = 0U; bits <= 0xFFFF; bits++)
        {
            var half = BitConverter.UInt16BitsToHalf((ushort)bits);
            Assert.Equal(!Half.IsNaN(half), NumberFormats.Binary16.TryFromBits(bits, out var value));
            if (!Half.IsNaN(half))
                Assert.Equal((double)half, value.ToDouble());
        }
    }

    [Theory]
    [MemberData(nameof(NarrowNames))]
    public void EveryPattern_IsANumberOrRefused_AndComesBack(string name)
    {
        var format = Get(name);
        var negativeZero = 1UL << (format.BitWidth - 1);
        for (var bits = 0UL; bits < 1UL << format.BitWidth; bits++)
        {
            if (!format.TryFromBits(bits, out var value))
                continue;
            Assert.True(format.IsRepresentable(value));
            Assert.Equal(value, format.Round(value));
            Assert.Equal(bits == negativeZero ? 0 : bits, format.ToBits(value));
        }
        Assert.False(format.TryFromBits(1UL << format.BitWidth, out _));
    }

    [Theory]
    [MemberData(nameof(NarrowNames))]
    public void Neighbours_AreTheNeighbouringPatterns(string name)
    {
        var format = Get(name);
        for (var bits = 0UL; format.TryFromBits(bits, out var value) && value < format.MaxFinite; bits++)
        {
            var (here, next) = (value.ToDouble(), format.FromBits(bits + 1).ToDouble());
            Assert.Equal(next, format.NextUp(here));
            Assert.Equal(here, format.NextDown(next));
            Assert.Equal(-here, format.NextUp(-next));
            Assert.Equal(next, format.NextUp((here + next) / 2));
            Assert.Equal(here, format.NextDown((here + next) / 2));
        }
        Assert.Equal(double.PositiveInfinity, format.NextUp(format.MaxFinite.ToDouble()));
        Assert.Equal(format.MaxFinite.ToDouble(), format.NextDown(double.PositiveInfinity));
    }

    [Theory]
    [InlineData("e4m3", 0x7E, 448)]
    [InlineData("e4m3", 0x08, 0.015625)]
    [InlineData("e4m3", 0x07, 0.013671875)]
    [InlineData("e4m3", 0x01, 0.001953125)]
    [InlineData("e4m3", 0x38, 1)]
    [InlineData("e4m3", 0xB8, -1)]
    [InlineData("e5m2", 0x7B, 57344)]
    [InlineData("e5m2", 0x04, 0.00006103515625)]
    [InlineData("e5m2", 0x03, 0.0000457763671875)]
    [InlineData("e5m2", 0x01, 0.0000152587890625)]
    [InlineData("e5m2", 0x7C, double.PositiveInfinity)]
    [InlineData("e5m2", 0xFC, double.NegativeInfinity)]
    [InlineData("bfloat16", 0x7F7F, 3.3895313892515355e38)]
    [InlineData("binary32", 0x7F7FFFFF, 3.4028234663852886e38)]
    [InlineData("tf32", 0x7F7FE000, 3.4011621342146535e38)]
    public void PublishedPatterns_HaveTheirPublishedValues(string name, ulong bits, double value) =>
        Assert.Equal(value, Get(name).FromBits(bits).ToDouble());

    [Theory]
    [InlineData("e4m3", 0x7F)]
    [InlineData("e4m3", 0xFF)]
    [InlineData("e5m2", 0x7D)]
    [InlineData("e5m2", 0x7F)]
    [InlineData("tf32", 0x3F800001)]
    public void NaNsAndUnusedBits_AreRefused(string name, ulong bits)
    {
        Assert.False(Get(name).TryFromBits(bits, out _));
        Assert.Throws<ArgumentException>(() => Get(name).FromBits(bits));
    }

    [Fact]
    public void E4M3_SignalsOverflowThoughItHasNoInfinity()
    {
        Assert.Equal(448, NumberFormats.E4M3.Round(464.0));
        Assert.Equal(double.PositiveInfinity, NumberFormats.E4M3.Round(464.0001));
        Assert.Equal(Dyadic.NegativeInfinity, NumberFormats.E4M3.Round((Dyadic)(-480)));
        Assert.False(NumberFormats.E4M3.IsRepresentable(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => NumberFormats.E4M3.ToBits(Dyadic.PositiveInfinity));
    }

    [Theory]
    [InlineData("binary64", 53, 1023, -1074, -1022)]
    [InlineData("binary32", 24, 127, -149, -126)]
    [InlineData("tf32", 11, 127, -136, -126)]
    [InlineData("binary16", 11, 15, -24, -14)]
    [InlineData("bfloat16", 8, 127, -133, -126)]
    [InlineData("e4m3", 4, 8, -9, -6)]
    [InlineData("e5m2", 3, 15, -16, -14)]
    public void Parameters_AreThoseOfTheStandards(string name, int precision, int maxExponent, int leastExponent, int leastNormal)
    {
        var format = Get(name);
        Assert.Equal(
            (precision, maxExponent, leastExponent, leastNormal),
            (format.Precision, format.MaxExponent, format.LeastExponent, format.LeastNormalExponent)
        );
        Assert.Equal(Math.ScaleB(1, -precision), format.UnitRoundoff);
        Assert.Equal(maxExponent, format.MaxFinite.FloorLog2);
    }

    [Fact]
    public void NaNAndInfinity_PassThroughRounding()
    {
        foreach (var format in NumberFormats.All)
        {
            Assert.True(double.IsNaN(format.Round(double.NaN)));
            Assert.Equal(double.NegativeInfinity, format.Round(double.NegativeInfinity));
            Assert.False(format.IsRepresentable(double.NaN));
            Assert.Equal(double.NegativeInfinity, 1 / format.Round(-0.0));
        }
    }
}
