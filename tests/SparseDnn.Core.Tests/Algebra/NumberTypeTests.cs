using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>The table of number types: one row a format, and what memory holds.</summary>
public sealed class NumberTypeTests
{
    public static TheoryData<string> Formats => [.. NumberFormats.All.Select(format => format.Name)];

    [Fact]
    public void Rows_AreInTheOrderOfTheEnumeration()
    {
        Assert.Equal(Enum.GetValues<ElementFormat>(), NumberTypes.All.Select(row => row.Format));
        Assert.All(NumberTypes.All, row => Assert.Same(row, NumberTypes.Of(row.Format)));
        Assert.All(NumberTypes.All, row => Assert.Contains(row.Accumulator, NumberTypes.Elements));
        Assert.All(NumberTypes.All, row => Assert.Equal(row.Storage.BitWidth <= 8 ? 1 : row.Storage.BitWidth / 8, row.Bytes));
    }

    [Fact]
    public void Types_AreThoseOfTheFormats()
    {
        foreach (var row in NumberTypes.All)
        {
            Assert.Equal(row.Storage.Keyword, row.Keyword);
            Assert.Equal(row.Storage.ClrName, row.ClrName);
            Assert.Equal(row.Name, row.Storage.BaseName);
            Assert.NotNull(Type.GetType("System." + row.ClrName));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Patterns_AreThoseOfExactArithmetic(string name)
    {
        Assert.True(NumberFormats.TryGet(name, out var format));
        var patterns =
            format.BitWidth <= 16
                ? Enumerable.Range(0, 1 << format.BitWidth).Select(pattern => (ulong)pattern)
                : Samples.Doubles(4000, 5).Select(value => format.Round(value)).Where(format.IsRepresentable).Select(format.Pack);
        foreach (var pattern in patterns)
        {
            var value = format.Unpack(pattern);
            if (!format.TryFromBits(pattern, out var exact))
            {
                Assert.True(double.IsNaN(value));
                Assert.True(double.IsNaN(format.Unpack(format.Pack(value))));
                continue;
            }

            Assert.Equal(exact, Dyadic.FromDouble(value));
            Assert.Equal(pattern, format.Pack(value));
            Assert.Equal(format.ToBits(exact), format.Pack(value + 0.0));
        }
    }

    [Theory]
    [InlineData(ElementFormat.Int32, int.MinValue, 2)]
    [InlineData(ElementFormat.Int32, -1, 2)]
    [InlineData(ElementFormat.Int64, long.MinValue, 4)]
    [InlineData(ElementFormat.Boolean, 1, 1)]
    [InlineData(ElementFormat.Word64, -1, 4)]
    public void WholeNumbers_ComeBack(ElementFormat format, long bits, int units)
    {
        var type = NumberTypes.Of(format);
        Assert.Equal(bits, type.Unpack(type.Pack(bits)));
        Assert.Equal(units, type.Units);
        Assert.Null(type.Fault(bits));
    }

    [Fact]
    public void StoredWeights_AreWrittenAsTheirSums()
    {
        var type = NumberTypes.Of(ElementFormat.BFloat16);
        Assert.Equal((2, 1), (type.Bytes, type.Units));
        Assert.Equal("0.100097656f", type.Literal(BitConverter.DoubleToInt64Bits(NumberFormats.BFloat16.Round(0.1))));
        Assert.Equal("it is a bfloat16 value", type.Fault(BitConverter.DoubleToInt64Bits(0.1f)));
        Assert.Equal(ElementFormat.Binary32, type.Accumulator.Format);
    }
}
