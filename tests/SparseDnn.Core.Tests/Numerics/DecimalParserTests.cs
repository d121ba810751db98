using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Numerics;

public class DecimalParserTests
{
    [Fact]
    public void EveryDecimal_ParsesToTheDoubleOfTheRuntime_WithTheTrueResidue()
    {
        foreach (var text in Decimals(150_000, seed: 31))
        {
            var expected = double.Parse(text, CultureInfo.InvariantCulture);
            var status = DecimalParser.Parse(text.AsSpan(), out var number, out _);
            Assert.Equal(double.IsInfinity(expected) ? DecimalStatus.OutOfRange : DecimalStatus.Ok, status);
            if (status != DecimalStatus.Ok)
                continue;
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(number.Nearest), text);
            Assert.True(ExactSide(text, number.Nearest) == number.Residue, text);
        }
    }

    [Fact]
    public void RoundedOnceToAFormat_EqualsTheRuntimesOwnParser()
    {
        foreach (var text in Decimals(100_000, seed: 32).Concat(NearMidpoints(20_000, seed: 33)))
        {
            if (DecimalParser.Parse(text.AsSpan(), out var number, out _) != DecimalStatus.Ok)
                continue;
            Assert.True(float.Parse(text, CultureInfo.InvariantCulture).Equals((float)NumberFormats.Binary32.Round(number)), text);
            Assert.True(Half.Parse(text, CultureInfo.InvariantCulture).Equals((Half)NumberFormats.Binary16.Round(number)), text);
        }
    }

    [Fact]
    public void MidpointsOfNarrowFormats_FallToTheSideOfTheirTail()
    {
        var random = new Random(34);
        foreach (var format in NumberFormats.All.Where(format => format.Precision < 53))
        {
            for (var i = 0; i < 300; i++)
            {
                var low = format.Round(Math.ScaleB(1 + random.NextDouble(), random.Next(format.LeastExponent, format.MaxExponent)));
                if (low >= format.MaxFinite.ToDouble())
                    continue;
                var high = format.NextUp(low);
                var midpoint = ExactDecimal((low / 2) + (high / 2));
                Assert.Equal(low, Rounded(format, Below(midpoint)));
                Assert.Equal(high, Rounded(format, midpoint + "0000000000000000000000000000001"));
                var tie = Rounded(format, midpoint);
                Assert.True((format.ToBits(Dyadic.FromDouble(tie)) & (format.Name == "tf32" ? 1UL << 13 : 1UL)) == 0, midpoint);
            }
        }
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("-0", -0.0, 0)]
    [InlineData("1.", 1, 0)]
    [InlineData(".5", 0.5, 0)]
    [InlineData("6.250000e-02", 0.0625, 0)]
    [InlineData("0.1", 0.1, -1)]
    [InlineData("0.3", 0.3, 1)]
    [InlineData("-0.1", -0.1, 1)]
    [InlineData("9007199254740993", 9007199254740992, 1)]
    [InlineData("1e-999999999999999999999", 0, 1)]
    [InlineData("-1e-400", -0.0, -1)]
    [InlineData("0e999999999999999999999", 0, 0)]
    [InlineData("4.9406564584124654e-324", double.Epsilon, -1)]
    [InlineData("2.4703282292062327e-324", 0, 1)]
    [InlineData("1.7976931348623158e308", double.MaxValue, 1)]
    public void KnownTexts_GiveKnownNumbers(string text, double nearest, int residue)
    {
        Assert.Equal(DecimalStatus.Ok, DecimalParser.Parse(text.AsSpan(), out var number, out var offset));
        Assert.Equal(BitConverter.DoubleToInt64Bits(nearest), BitConverter.DoubleToInt64Bits(number.Nearest));
        Assert.Equal((residue, 0), (number.Residue, offset));
    }

    [Theory]
    [InlineData("", DecimalStatus.NotANumber, 0)]
    [InlineData("-", DecimalStatus.NotANumber, 1)]
    [InlineData(".", DecimalStatus.NotANumber, 1)]
    [InlineData("1e", DecimalStatus.NotANumber, 2)]
    [InlineData("1e+", DecimalStatus.NotANumber, 3)]
    [InlineData("1e5x", DecimalStatus.NotANumber, 3)]
    [InlineData("1,5", DecimalStatus.NotANumber, 1)]
    [InlineData("1.5.5", DecimalStatus.NotANumber, 3)]
    [InlineData("−1", DecimalStatus.NotANumber, 0)]
    [InlineData("٣", DecimalStatus.NotANumber, 0)]
    [InlineData("0x10", DecimalStatus.NotANumber, 1)]
    [InlineData("1\0", DecimalStatus.NotANumber, 1)]
    [InlineData("nane", DecimalStatus.NotANumber, 0)]
    [InlineData("NaN", DecimalStatus.NotFinite, 0)]
    [InlineData("-inf", DecimalStatus.NotFinite, 0)]
    [InlineData("+Infinity", DecimalStatus.NotFinite, 0)]
    [InlineData("1e999999999", DecimalStatus.OutOfRange, 0)]
    [InlineData("1.797693134862315808e308", DecimalStatus.OutOfRange, 0)]
    [InlineData("-1e309", DecimalStatus.OutOfRange, 0)]
    public void OtherTexts_SayWhereTheyStopBeingNumbers(string text, object status, int at)
    {
        Assert.Equal((DecimalStatus)status, DecimalParser.Parse(text.AsSpan(), out var number, out var offset));
        Assert.Equal(at, offset);
        Assert.Equal(default, number);
    }

    [Fact]
    public void LongZerosAndHugeExponents_CancelOut()
    {
        var zeros = new string('0', 5000);
        Assert.Equal(DecimalNumber.Exact(1.5), Parsed("1.5" + zeros));
        Assert.Equal(DecimalNumber.Exact(15), Parsed($"{zeros}15"));
        Assert.Equal(DecimalNumber.Exact(15), Parsed($"15{zeros}e-5000"));
        Assert.Equal(DecimalNumber.Exact(15), Parsed($"0.{zeros}15e5002"));
        Assert.Equal(new DecimalNumber(1.5, 1), Parsed($"1.5{zeros}1"));
    }

    [Fact]
    public void NothingIsAllocated_ForOrdinaryNumbers()
    {
        string[] texts = ["6.250000e-02", "-0.12345678901234567", "1.2345678901234567e-05", "3", "123456789012345678e9"];
        foreach (var text in texts)
            Parsed(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            DecimalParser.Parse(text.AsSpan(), out _, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static DecimalNumber Parsed(string text)
    {
        Assert.Equal(DecimalStatus.Ok, DecimalParser.Parse(text.AsSpan(), out var number, out _));
        return number;
    }

    private static double Rounded(NumberFormat format, string text) => format.Round(Parsed(text));

    private static IEnumerable<string> Decimals(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var digits = (i % 5) switch
            {
                0 => 3,
                1 => 9,
                2 => 17,
                3 => 19,
                _ => 40,
            };
            var text = new StringBuilder(
                random.Next(3) switch
                {
                    0 => "-",
                    1 => "+",
                    _ => "",
                }
            );
            for (var d = random.Next(1, digits); d > 0; d--)
                text.Append((char)('0' + random.Next(10)));
            if (random.Next(3) > 0)
            {
                text.Append('.');
                for (var d = random.Next(1, digits); d > 0; d--)
                    text.Append((char)('0' + random.Next(10)));
            }
            if (random.Next(3) > 0)
            {
                text.Append(random.Next(2) == 0 ? 'e' : 'E');
                if (random.Next(2) != 0)
                    text.Append(random.Next(2) == 0 ? '-' : '+');
                text.Append(random.Next(8) == 0 ? random.Next(280, 345) : random.Next(0, 30));
            }
            yield return text.ToString();
        }
        foreach (var value in Samples.Doubles(count / 10, seed))
        {
            yield return value.ToString("R", CultureInfo.InvariantCulture);
            yield return value.ToString("E16", CultureInfo.InvariantCulture);
            // The midpoint between two doubles, and a little beside it.
            if (Math.Abs(value) == double.MaxValue)
                continue;
            var midpoint = ExactDecimal((Dyadic.FromDouble(value) + Dyadic.FromDouble(Math.BitIncrement(value))).ScaleByPowerOfTwo(-1));
            yield return midpoint;
            yield return midpoint + "00000000000000000001";
            yield return Below(midpoint);
        }
    }

    private static IEnumerable<string> NearMidpoints(int count, int seed)
    {
        foreach (var value in Samples.Doubles(count, seed))
        {
            foreach (
                var (low, high) in new[]
                {
                    ((double)(float)value, (double)MathF.BitIncrement((float)value)),
                    ((double)(Half)value, (double)Half.BitIncrement((Half)value)),
                }
            )
            {
                if (!double.IsFinite(low) || !double.IsFinite(high) || high == 0)
                    continue;
                var midpoint = ExactDecimal((low / 2) + (high / 2));
                yield return midpoint;
                yield return midpoint + "0000000000000000000000001";
                yield return Below(midpoint);
            }
        }
    }

    /// <summary>A decimal a little smaller in magnitude than a decimal that has a point.</summary>
    private static string Below(string text)
    {
        var digits = text.TrimEnd('0').ToCharArray();
        if (digits[^1] == '.')
        {
            var integer = BigInteger.Parse(text[..^2], CultureInfo.InvariantCulture);
            return integer.IsZero
                ? text
                : string.Create(CultureInfo.InvariantCulture, $"{integer - integer.Sign}.9999999999999999999999999999");
        }
        digits[^1]--;
        return new string(digits) + "9999999999999999999999999999";
    }

    /// <summary>All digits of a double, with a point and at least one digit after it.</summary>
    private static string ExactDecimal(double value) => ExactDecimal(Dyadic.FromDouble(value));

    private static string ExactDecimal(Dyadic exact)
    {
        if (exact.IsZero || exact.Exponent >= 0)
            return (exact.IsZero ? 0 : exact.Mantissa << exact.Exponent).ToString(CultureInfo.InvariantCulture) + ".0";
        var digits = (BigInteger.Abs(exact.Mantissa) * BigInteger.Pow(5, -exact.Exponent))
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(1 - exact.Exponent, '0');
        return (exact.Sign < 0 ? "-" : "") + digits.Insert(digits.Length + exact.Exponent, ".");
    }

    /// <summary>Sign of (decimal text − value), by exact rational arithmetic.</summary>
    private static int ExactSide(string text, double value)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = mark < 0 ? text : text[..mark];
        var point = digits.IndexOf('.');
        if (point >= 0)
            exponent -= digits.Length - point - 1;
        var left = BigInteger.Parse(digits.Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var exact = Dyadic.FromDouble(value);
        var right = exact.Mantissa;
        if (exponent >= 0)
            left *= BigInteger.Pow(10, exponent);
        else
            right *= BigInteger.Pow(10, -exponent);
        if (exact.Exponent >= 0)
            right <<= exact.Exponent;
        else
            left <<= -exact.Exponent;
        return left.CompareTo(right);
    }
}
