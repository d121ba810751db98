using System;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Core.Tests.Contract;
using SparseDnn.Core.Tests.Networks;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>
/// Texts of plans that something happened to are refused as such, or mean a layer whose rows all exist: kernels do not look at an index
/// again.
/// </summary>
public sealed class DamagedPlanTests
{
    private const int Damages = 200;

    [Fact]
    public void LayersCutShortOrLengthenedAreRefused() =>
        Assert.All(
            Layers(),
            text =>
            {
                for (var length = 0; length < text.Length; length++)
                    Assert.Throws<ContractException>(() => LayerDataCodec.Decode(text.AsSpan(0, length)));
                Assert.Throws<ContractException>(() => LayerDataCodec.Decode(text + '\0'));
            }
        );

    [Fact]
    public void DamagedLayersAreRefusedOrSound() =>
        Assert.All(
            Layers(),
            text =>
            {
                for (var seed = 0; seed < Damages; seed++)
                {
                    if (Decoded(() => LayerDataCodec.Decode(Damage(text, seed))) is not { } data)
                        continue;
                    for (var partial = 0; partial < data.Partials.Count; partial++)
                        Assert.All(data.Partials[partial].ToArray(), row => Assert.InRange(row, 0, data.Inputs + partial - 1));
                    Assert.All(data.Lists.Items.ToArray(), row => Assert.InRange(row, 0, data.Rows - 1));
                    Assert.All(data.ListOfSum, list => Assert.InRange(list, 0, data.Lists.Count - 1));
                    Assert.All(data.SumOfOutput, sum => Assert.InRange(sum, 0, data.Sums - 1));
                    Assert.Equal(Enumerable.Range(0, data.Sums).Sum(data.Terms), data.Weights.Count);
                }
            }
        );

    [Fact]
    public void DamagedLayoutsAreRefusedOrSound() =>
        Assert.All(
            Layouts(),
            text =>
            {
                for (var length = 0; length < text.Length; length++)
                    Assert.Throws<ContractException>(() => RowLayoutCodec.Decode(text.AsSpan(0, length)));
                Assert.Throws<ContractException>(() => RowLayoutCodec.Decode(text + '\0'));
                for (var seed = 0; seed < Damages; seed++)
                {
                    if (Decoded(() => RowLayoutCodec.Decode(Damage(text, seed))) is not { } layout)
                        continue;
                    Assert.Equal(layout.Layers + 1, layout.Rows.Count);
                    Assert.All(layout.Rows, rows => Assert.InRange(rows, 1, int.MaxValue));
                    Assert.All(layout.SharedSums, sums => Assert.InRange(sums, 0, int.MaxValue));
                    Assert.All(layout.RowOfOutput, row => Assert.InRange(row, 0, layout.Rows[layout.Layers] - 1));
                }
            }
        );

    private static string[] Layers() =>
        Plans().SelectMany(plan => plan.Layers).Select(layer => RewriteExactnessTests.Text(LayerDataCodec.Encode(layer.Data))).ToArray();

    private static string[] Layouts() =>
        Plans().Select(plan => RewriteExactnessTests.Text(RowLayoutCodec.Encode(RowLayout.Of(plan)))).ToArray();

    private static NetworkPlan[] Plans() =>
        [
            .. Enumerable.Range(0, 8).Select(seed => Planner.PlanTables(RewriteNetworks.Draw(seed))),
            Planner.PlanTables(Declare.Network(70_000, Declare.Random(3, 5, 1))),
        ];

    private static string Damage(string text, int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var units = text.ToCharArray();
        for (var count = 1 + random.Next(2); count > 0; count--)
            units[random.Next(seed % 2 == 0 ? Math.Min(24, units.Length) : units.Length)] = (char)(
                random.Next(2) == 0 ? random.Next(65_536) : random.Next(40)
            );
        return Texts.Sealed(units);
    }

    private static T? Decoded<T>(Func<T> decode)
        where T : class
    {
        try
        {
            return decode();
        }
        catch (ContractException)
        {
            return null;
        }
    }
}
