using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>The kernels' arithmetic on binary64 numbers against exact arithmetic and the library's rounding.</summary>
public sealed class SoftArithmeticTests
{
    public static TheoryData<string> Formats =>
        new(DyadicSamples.AllFormats.Where(format => format.Name != "binary64").Select(format => format.Name));

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryOperationIsRoundedOnce(string name)
    {
        Assert.True(StorageFormats.TryParse(name, out var format));
        var rounder = Rounder.Of(format!);
        var (fused, strict) = (
            new SoftArithmetic(rounder, rounder, Fusion.Always, 1),
            new SoftArithmetic(rounder, rounder, Fusion.Never, 1)
        );
        var random = new SplitMix64(7);
        for (var i = 0; i < 3000; i++)
        {
            var (a, b) = (Value(ref random, format!), Value(ref random, format!));
            // Near the negated product in half of the cases, so that bits below it decide.
            var c = random.Next(2) == 0 ? Value(ref random, format!) : format!.Round(-(a * b));
            if (!c.IsFinite)
                continue;
            var (x, y, z) = (a.ToDouble(), b.ToDouble(), c.ToDouble());
            Assert.Equal(format!.Round(a + b).ToDouble(), fused.Add(x, y));
            Assert.Equal(format.Round(a * b).ToDouble(), fused.Multiply(x, y));
            Assert.Equal(format.Round((a * b) + c).ToDouble(), fused.MultiplyAdd(x, y, z));
            if (format.Round(a * b) is { IsFinite: true } product)
                Assert.Equal(format.Round(product + c).ToDouble(), strict.MultiplyAdd(x, y, z));
        }
    }

    // Magnitudes from the least numbers to the largest, in a third of the cases near 1.
    private static Dyadic Value(ref SplitMix64 random, StorageFormat format)
    {
        var (least, most) = (format.LeastExponent, format.MaxFinite.FloorLog2);
        var exponent = random.Next(3) == 0 ? random.Next(6) - 3 : least + random.Next(most - least + 1);
        var value = new Dyadic((long)(random.NextUInt64() >> 39), exponent - 25);
        var rounded = format.Round(random.Next(2) == 0 ? value : -value);
        return rounded.IsFinite ? rounded : format.MaxFinite;
    }
}
