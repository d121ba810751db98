using System;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

public sealed class FixtureCheckTests
{
    private static readonly FixtureSet<float> Set = FixtureSet<float>.FromVectors(FixtureSamples.Vectors());

    [Fact]
    public void EveryElementTypePassesItsRightKernel()
    {
        Passes<double>("binary64", "binary64", "binary64");
        Passes<float>("binary16", "binary32", "binary32");
        Passes<float>("tf32", "tf32", "binary32");
        Passes<Half>("binary16", "binary16", "binary32");
        Passes<ushort>("bfloat16", "bfloat16", "binary32");
        Passes<byte>("e4m3", "e4m3", "binary32");
        Passes<byte>("e5m2", "e5m2", "binary16");
        Passes<sbyte>("int8:2", "int8:2", "int32:4");
        Passes<short>("int16:8", "int16:8", "int32:16");
        Passes<int>("int32:8", "int32:8", "int32:8");
    }

    [Fact]
    public void AnotherElementTypeIsRefusedByName()
    {
        var vectors = FixtureSamples.Vectors(activations: "bfloat16");
        Assert.Equal(
            "Activations are bfloat16, which Single does not hold; use ushort (its bits).",
            Assert.Throws<NotSupportedException>(() => FixtureSet<float>.FromVectors(vectors)).Message
        );
        Assert.Contains(
            "Weights are binary32",
            Assert.Throws<NotSupportedException>(() => Set.AllItems.Layers[0].WeightsAs<Half>()).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(Set.AllItems.Layers[0].Weights.ToArray(), Set.AllItems.Layers[0].WeightsAs<float>().Select(weight => (double)weight));
        Assert.Equal(Set.AllItems.Layers[0].Biases.ToArray(), Set.AllItems.Layers[0].BiasesAs<float>().Select(bias => (double)bias));
    }

    [Fact]
    public void KindsPartTheItemsAndTheWholeHasThemAll()
    {
        var kinds = Set.Where(fixture => fixture != Set.AllItems).ToArray();
        Assert.Equal(Set.AllItems.Vectors.Inputs.Count, kinds.Sum(fixture => fixture.ItemCount));
        Assert.Equal(kinds.Length, kinds.Select(fixture => fixture.Label).Distinct().Count());
        Assert.Equal(Set.Count, Set.Cases.Count());
        Assert.Same(Set[0], Set.Cases.First()[0]);
        Assert.Equal("quarters: all items", Set.AllItems.ToString());
        foreach (var fixture in kinds)
            for (var i = 0; i < fixture.ItemCount; i++)
                Assert.StartsWith(fixture.Label, fixture.Labels[i], StringComparison.Ordinal);
    }

    [Fact]
    public void OneWrongValueIsReportedWhereItIs()
    {
        var fixture = Set.AllItems;
        var report = fixture.Compare(
            (input, output) =>
            {
                FixtureSamples.Run(fixture, input, output);
                if (input.SequenceEqual(fixture.Input(2)))
                    output[1] = MathF.BitIncrement(output[1]);
            }
        );
        var mismatch = Assert.Single(report.Mismatches);
        Assert.Equal((2, 1, 1L), (mismatch.Item, mismatch.Output, mismatch.Ulps));
        Assert.False(report.IsSound);
        Assert.Equal(report.Text, Assert.Throws<FixtureMismatchException>(report.Demand).Message);
    }

    [Fact]
    public void AZeroOfEitherSignIsRight() =>
        Set.AllItems.Check(
            (input, output) =>
            {
                FixtureSamples.Run(Set.AllItems, input, output);
                for (var i = 0; i < output.Length; i++)
                    if (output[i] == 0)
                        output[i] = -0f;
            }
        );

    [Fact]
    public void OutputsThatAreNotWrittenAreWrong()
    {
        var report = Set.AllItems.Compare((_, _) => { });
        Assert.Equal(report.Values, report.WrongValues);
        var bits = FixtureSet<bool>.FromVectors(Truths()).AllItems.Compare((_, _) => { });
        Assert.Equal(bits.Values, bits.WrongValues);
    }

    [Fact]
    public unsafe void WritingBeyondTheEndsIsFound()
    {
        var fixture = Set.AllItems;
        var behind = fixture.Compare(
            (input, output) =>
            {
                FixtureSamples.Run(fixture, input, output);
                fixed (float* first = output)
                    first[output.Length] = 1;
            }
        );
        Assert.Equal("It wrote outside of the outputs (item [0]).", Assert.Single(behind.Faults));
        var before = fixture.Compare(
            (inputs, outputs, batch) =>
            {
                Batch(fixture, inputs, outputs, batch);
                fixed (float* first = inputs)
                    first[-1] = 1;
            }
        );
        Assert.Contains("It wrote outside of the inputs", Assert.Single(before.Faults), StringComparison.Ordinal);
        var inside = fixture.Compare(
            (input, output) =>
            {
                FixtureSamples.Run(fixture, input, output);
                fixed (float* first = input)
                    first[0] += 1;
            }
        );
        Assert.Contains("It changed its inputs", Assert.Single(inside.Faults), StringComparison.Ordinal);
        Assert.StartsWith("quarters: all items: the values are right, but the call is not.", inside.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExceptionBecomesAReport()
    {
        var report = Set.AllItems.Compare((_, _) => throw new IndexOutOfRangeException("17"));
        Assert.IsType<IndexOutOfRangeException>(report.Exception);
        Assert.IsType<IndexOutOfRangeException>(Assert.Throws<FixtureMismatchException>(report.Demand).InnerException);
        Assert.Contains("The implementation threw IndexOutOfRangeException (item [0]): 17", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(4, 3)]
    [InlineData(8, 3)]
    [InlineData(16, 3)]
    [InlineData(32, 3)]
    public void ATailThatIsNotComputedIsFound(int width, int firstWrong)
    {
        var report = Set.AllItems.Compare(
            (inputs, outputs, batch) => Batch(Set.AllItems, inputs, outputs, width == 1 ? batch - 1 : batch / width * width)
        );
        Assert.False(report.IsSound);
        var batches = width switch
        {
            1 => "batches of 1.",
            > 3 => "batches of 1",
            _ => $"batches of {firstWrong}",
        };
        Assert.Contains(batches, report.Text, StringComparison.Ordinal);
        Set.AllItems.Check((inputs, outputs, batch) => Batch(Set.AllItems, inputs, outputs, batch));
    }

    [Fact]
    public void AStaleLaneOfATailIsFound()
    {
        var scratch = new float[4 * Set.AllItems.Outputs];
        var report = Set.AllItems.Compare(
            (inputs, outputs, batch) =>
            {
                for (var start = 0; start < batch; start += 4)
                {
                    var count = Math.Min(4, batch - start);
                    // The tail computes one item too few and copies what its buffer held.
                    var computed = count == 4 ? 4 : count - 1;
                    Batch(Set.AllItems, inputs[(start * Set.AllItems.Inputs)..], scratch, Math.Max(computed, batch == 1 ? 1 : 0));
                    scratch.AsSpan(0, count * Set.AllItems.Outputs).CopyTo(outputs[(start * Set.AllItems.Outputs)..]);
                }
            }
        );
        Assert.False(report.IsSound);
        Assert.Contains("batches of 1 are right", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LayersAreCheckedOneByOne()
    {
        var fixture = Set.AllItems;
        fixture.CheckLayers((layer, input, output) => FixtureSamples.RunLayer(fixture, layer, input, output));
        var report = fixture.CompareLayers(
            (layer, input, output) =>
            {
                FixtureSamples.RunLayer(fixture, layer, input, output);
                if (layer == 1)
                    output[0] += 1;
            }
        );
        var items = fixture.ItemCount;
        Assert.StartsWith(
            $"quarters: all items, layer 2 of 2 (index 1): {items} of {3 * items} values are wrong, in {items} of {items} "
                + "items.\nAll other layers are right.\n",
            report.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void BoundsAreKeptInsteadOfEquality()
    {
        var fixture = FixtureSet<Half>
            .FromVectors(FixtureSamples.Vectors("binary16", "binary16", "binary16") with { Bounds = null })
            .AllItems;
        var vectors = fixture.Vectors with
        {
            Bounds = new(fixture.Vectors.Outputs.Select(item => new Primitives.EquatableArray<double>([.. item.Select(_ => 0.25)]))),
        };
        var bounded = FixtureSet<Half>.FromVectors(vectors).AllItems;
        Assert.False(bounded.DemandsEqualBits);
        Assert.Equal(0.25, bounded.Bound(1)[2]);
        bounded.Check((input, output) => Shifted(input, output, 0.125));
        var report = bounded.Compare((input, output) => Shifted(input, output, -0.5));
        Assert.Equal(report.Values, report.WrongValues);
        Assert.True(fixture.DemandsEqualBits);
        Assert.Empty(fixture.Bound(0).ToArray());

        void Shifted(ReadOnlySpan<Half> input, Span<Half> output, double shift)
        {
            FixtureSamples.Run(fixture, input, output);
            for (var i = 0; i < output.Length; i++)
                output[i] = (Half)((double)output[i] + shift);
        }
    }

    private static VectorSet Truths()
    {
        var formats = FormatTriple.Uniform(StorageFormats.Boolean);
        var vectors = FixtureSamples.Vectors();
        return vectors with
        {
            Formats = formats,
            Outputs = new(
                vectors.Outputs.Select(
                    (item, i) => new Primitives.EquatableArray<Dyadic>([.. item.Select((_, j) => (Dyadic)((i + j) % 2))])
                )
            ),
            Inputs = new(vectors.Inputs.Select(item => new Primitives.EquatableArray<Dyadic>([.. item.Select((_, j) => (Dyadic)(j % 2))]))),
        };
    }

    private static void Passes<T>(string weights, string activations, string accumulator)
        where T : unmanaged
    {
        foreach (var fixture in FixtureSet<T>.FromVectors(FixtureSamples.Vectors(weights, activations, accumulator, roundBetween: true)))
        {
            fixture.Check((input, output) => FixtureSamples.Run(fixture, input, output));
            fixture.Check((inputs, outputs, batch) => Batch(fixture, inputs, outputs, batch));
        }
    }

    private static void Batch<T>(ExactFixture<T> fixture, ReadOnlySpan<T> inputs, Span<T> outputs, int batch)
        where T : unmanaged
    {
        for (var i = 0; i < batch; i++)
            FixtureSamples.Run(
                fixture,
                inputs.Slice(i * fixture.Inputs, fixture.Inputs),
                outputs.Slice(i * fixture.Outputs, fixture.Outputs)
            );
    }
}
