using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>The same fixtures never accuse a correct kernel, however it adds.</summary>
public sealed class CorrectKernelTests
{
    private static readonly int[] Widths = [1, 2, 3, 4, 8, 16, 32, 64];

    public static TheoryData<string> Orders => new(SumOrders.All.Keys);

    [Theory]
    [MemberData(nameof(Orders))]
    public void NoOrderFusionOrWidthIsAccused(string order)
    {
        foreach (var fixture in FixtureSuite.All.Where(fixture => !fixture.DemandsPlannedSums))
        foreach (var kernel in Variants(SumOrders.All[order]))
            Assert.False(
                Judge.Accuses(fixture, kernel),
                $"{fixture.Vectors.Name}: {order}, {kernel.Fusion}, lanes {kernel.Lanes}, rows {kernel.RowBlock}, bias first "
                    + $"{kernel.BiasFirst}, seed {kernel.Seed}"
            );
    }

    // An accumulator wider than declared errs less: what may be demanded in every order does not tell it apart.
    [Theory]
    [MemberData(nameof(Orders))]
    public void NoWiderAccumulatorIsAccused(string order)
    {
        var kernel = new Kernel { Order = SumOrders.All[order], Accumulator = _ => Rounder.Of(StorageFormats.Binary64) };
        Assert.All(FixtureSuite.All.Where(fixture => !fixture.DemandsPlannedSums), fixture => Assert.False(Judge.Accuses(fixture, kernel)));
    }

    // Where order and fusion are demanded, width and blocking are still free.
    [Fact]
    public void NoWidthOfPlannedSumsIsAccused()
    {
        var kernels = Widths.SelectMany(lanes => Widths.Select(rows => Kernel.Planned with { Lanes = lanes, RowBlock = rows }));
        foreach (var kernel in kernels)
            Assert.All(FixtureSuite.All, fixture => Assert.False(Judge.Accuses(fixture, kernel)));
    }

    private static IEnumerable<Kernel> Variants(SumOrder order)
    {
        var random = new SplitMix64(3);
        for (var seed = 1; seed <= 5; seed++)
            foreach (var fusion in new[] { Fusion.Never, Fusion.Always, Fusion.AtRandom })
            foreach (var biasFirst in new[] { false, true })
                yield return new Kernel
                {
                    Order = order,
                    Fusion = fusion,
                    BiasFirst = biasFirst,
                    Seed = seed,
                    Lanes = Widths[random.Next(Widths.Length)],
                    RowBlock = Widths[random.Next(Widths.Length)],
                };
    }
}
