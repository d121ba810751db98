using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Core.Tests.Planning.Rewriting;
using SparseDnn.Exact.Vectors.Codec;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using Xunit;

namespace SparseDnn.Core.Tests.Contract;

/// <summary>Whatever happens to a text that generated code carries, its reader says so in one way.</summary>
public sealed class ContractTextTests
{
    private const int Mutations = 120;

    // Kept tables and arrays are some times as large as the text; nothing may be as large as a count in it claims.
    private const long MostBytesAUnit = 400,
        MostBytes = 1 << 20;

    [Fact]
    public void CutTextsAreRefused() =>
        Assert.All(
            Samples(),
            sample =>
            {
                foreach (var length in Enumerable.Range(0, Math.Min(sample.Units.Length, 400)).Append(sample.Units.Length - 1))
                    Refuses(sample, sample.Units[..length]);
                // Also where somebody made the checksum fit.
                for (var length = Texts.HeaderUnits; length < Math.Min(sample.Units.Length, 400); length++)
                    IsRefusedOrRead(sample, Texts.Sealed(sample.Units.AsSpan(0, length)));
            }
        );

    [Fact]
    public void LengthenedTextsAreRefused() =>
        Assert.All(
            Samples(),
            sample =>
            {
                Refuses(sample, sample.Units + '\0');
                Refuses(sample, Texts.Sealed(sample.Units + '\0'));
                Refuses(sample, sample.Units + sample.Units);
            }
        );

    [Fact]
    public void AlteredTextsAreRefused() =>
        Assert.All(
            Samples(),
            sample =>
            {
                for (var seed = 0; seed < Mutations; seed++)
                    Refuses(sample, Mutated(sample.Units, seed, 0));
            }
        );

    [Fact]
    public void AlteredTextsWithAChecksumThatFitsAreRefusedOrRead() =>
        Assert.All(
            Samples(),
            sample =>
            {
                for (var seed = 0; seed < Mutations; seed++)
                    IsRefusedOrRead(sample, Texts.Sealed(Mutated(sample.Units, seed, Texts.HeaderUnits)));
            }
        );

    // Counts of 31 bits, one after another at every place where a text says how many.
    [Fact]
    public void LyingCountsAllocateNothing() =>
        Assert.All(
            Samples().Where(sample => sample.Kind != ContractUnit.Vectors),
            sample =>
            {
                for (var place = Texts.HeaderUnits; place < Math.Min(sample.Units.Length, 60); place++)
                    foreach (var count in new[] { "\uffff\uffff", "\uffff\u0000", "\u8000\u0001", "\u7fff" })
                        IsRefusedOrRead(sample, Texts.Sealed(sample.Units[..place] + count + sample.Units[(place + 1)..]));
            }
        );

    [Fact]
    public void OtherTextsAreForeign() =>
        Assert.All(
            Samples(),
            sample =>
            {
                foreach (var text in new[] { "", "S", "XD", "damaged", "{\"kind\": 1}", "\0\0\0\0\0\0\0\0" })
                    Assert.Equal(ContractFault.Foreign, Refuses(sample, text).Fault);
                foreach (var other in Samples().Where(other => other.Kind != sample.Kind).Take(8))
                    Assert.Equal(ContractFault.Foreign, Refuses(sample, other.Units).Fault);
            }
        );

    [Fact]
    public void TextsOfOtherContractsSayWhichPackageToRaise() =>
        Assert.All(
            Samples(),
            sample =>
            {
                var newer = Refuses(sample, Texts.OfVersion(sample.Units, ContractVersion.Current + 1));
                Assert.Equal(ContractFault.RuntimeIsOlder, newer.Fault);
                Assert.Contains("update the SparseDnn.Gen package of the application", newer.Message, StringComparison.Ordinal);
                var older = Refuses(sample, Texts.OfVersion(sample.Units, ContractVersion.Oldest - 1));
                Assert.Equal(ContractFault.GeneratedCodeIsOlder, older.Fault);
                Assert.Contains("update the SparseDnn.Gen package of the project", older.Message, StringComparison.Ordinal);
                // Before the checksum, whose meaning may be another's there.
                Assert.Equal(
                    ContractFault.RuntimeIsOlder,
                    Refuses(sample, Texts.OfVersion(sample.Units, ContractVersion.Current + 1) + '\0').Fault
                );
            }
        );

    [Fact]
    public void TextsOfAnotherNetworkAreForeign()
    {
        var plans = new[] { 1, 2, 3, 4, 5 }.Select(seed => Planner.PlanTables(RewriteNetworks.Draw(seed))).ToArray();
        foreach (var plan in plans)
        {
            var (layout, layers, order) = (Layout(plan), Layers(plan), Texts.Of(OrderText.Encode(OrderText.Write(plan))));
            var decoded = DecodedNetwork.Of(layout, layers, order, Widths(plan));
            Assert.Equal(RowLayout.Of(plan), decoded.Layout);
            Assert.Equal(plan.Layers.Select(layer => layer.Passes ? null : layer.Data), decoded.Layers);
            foreach (var other in plans.Where(other => !Widths(other).SequenceEqual(Widths(plan))))
                Assert.Equal(
                    ContractFault.Foreign,
                    Assert.Throws<ContractException>(() => DecodedNetwork.Of(Layout(other), layers, order, Widths(plan))).Fault
                );
            Assert.Equal(
                ContractFault.Foreign,
                Assert
                    .Throws<ContractException>(() =>
                        DecodedNetwork.Of(
                            layout,
                            [Texts.Of(LayerDataCodec.Encode(GoldenLayers.Version1().Last().Data)), .. layers.Skip(1)],
                            order,
                            Widths(plan)
                        )
                    )
                    .Fault
            );
        }

        static string Layout(NetworkPlan plan) => Texts.Of(RowLayoutCodec.Encode(RowLayout.Of(plan)));

        static string?[] Layers(NetworkPlan plan) =>
            [.. plan.Layers.Select(layer => layer.Passes ? null : Texts.Of(LayerDataCodec.Encode(layer.Data)))];

        static int[] Widths(NetworkPlan plan) => [plan.Network.Inputs, .. plan.Network.Layers.Select(layer => layer.Outputs)];
    }

    private static ContractException Refuses(Sample sample, string units) => Assert.Throws<ContractException>(() => sample.Decode(units));

    private static void IsRefusedOrRead(Sample sample, string units)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            sample.Decode(units);
        }
        catch (ContractException) { }

        if (sample.Kind != ContractUnit.Vectors)
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes + (MostBytesAUnit * units.Length));
    }

    private static string Mutated(string text, int seed, int first)
    {
        var random = new SplitMix64((ulong)seed);
        var units = text.ToCharArray();
        for (var count = 1 + random.Next(3); count > 0; count--)
        {
            var place =
                first + random.Next(Math.Min(seed % 2 == 0 ? 24 : int.MaxValue, units.Length - first) is var span and > 0 ? span : 1);
            if (place < units.Length)
                units[place] ^= (char)(1 + random.Next(random.Next(2) == 0 ? 40 : 65_535));
        }

        // What was altered twice may be as it was.
        return new string(units) == text ? Mutated(text, seed + Mutations, first) : new string(units);
    }

    private static IEnumerable<Sample> Samples()
    {
        foreach (var (name, data) in GoldenLayers.Version1())
            yield return Layer(name, data);
        foreach (var plan in Enumerable.Range(0, 3).Select(seed => Planner.PlanTables(RewriteNetworks.Draw(seed))))
        {
            foreach (var layer in plan.Layers)
                yield return Layer(plan.Network.Name, layer.Data);
            yield return Layout(plan.Network.Name, RowLayout.Of(plan));
        }

        foreach (var (name, layout) in GoldenLayouts.Version1())
            yield return Layout(name, layout);
        yield return new("xXnA", ContractUnit.Order, Texts.Of(OrderText.Encode("xXnA")), text => OrderText.Decode(text, 4));
        foreach (var (name, vectors) in GoldenVectors.Version1())
            yield return new(
                name,
                ContractUnit.Vectors,
                Texts.FromBase64(VectorCodec.Encode(vectors)),
                units => VectorCodec.Decode(Texts.ToBase64(units))
            );
    }

    private static Sample Layer(string name, LayerData data) =>
        new(name, ContractUnit.LayerData, Texts.Of(LayerDataCodec.Encode(data)), text => LayerDataCodec.Decode(text));

    private static Sample Layout(string name, RowLayout layout) =>
        new(name, ContractUnit.RowLayout, Texts.Of(RowLayoutCodec.Encode(layout)), text => RowLayoutCodec.Decode(text));

    private sealed record Sample(string Name, ContractUnit Kind, string Units, Func<string, object> Decode);
}
