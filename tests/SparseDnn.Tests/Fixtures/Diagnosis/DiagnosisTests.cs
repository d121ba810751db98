using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Tests.Fixtures.Diagnosis.DiagnosisSamples;

namespace SparseDnn.Tests.Fixtures.Diagnosis;

public sealed class DiagnosisTests
{
    private static readonly VectorSet Exact = Vectors("binary32/binary32/binary32", 3);
    private static readonly VectorSet NonzeroSums = Vectors("binary32/binary32/binary32", 3, BiasMode.NonzeroSums);
    private static readonly VectorSet Bounded = Vectors("bfloat16/bfloat16/binary32", 7);
    private static readonly VectorSet Stepwise = Vectors("binary16/binary16/binary32", 9, roundBetween: true);
    private static readonly VectorSet Fixed = Vectors("int8:3/int16:9/int32:12", 3);
    private static readonly VectorSet Wide = Vectors("binary32/binary32/binary32", 12);

    private static readonly VectorSet Coarse = Vectors("int8:3/int16:9/int32:6", 3);
    private static readonly VectorSet SmallStored = Vectors("binary16/binary16/binary32", 2, scale: -13);
    private static readonly VectorSet SmallSums = Vectors("binary32/binary32/binary16", 2, scale: -13);

    private static readonly Dictionary<string, (VectorSet Vectors, Func<VectorSet, FaultyKernel> Kernel)> Faults = new()
    {
        ["the bias of every layer is not added"] = (Exact, v => new(v) { Bias = _ => 0 }),
        ["the bias of layer 2 is not added"] = (Exact, v => new(v) { Bias = _ => 0, OnlyLayer = 1 }),
        ["the bias of every layer is added twice"] = (Exact, v => new(v) { Bias = bias => bias + bias }),
        ["the bias of layer 3 is subtracted instead of added"] = (Exact, v => new(v) { Bias = bias => -bias, OnlyLayer = 2 }),
        ["the bias of every layer is added to zero sums too (its mode is nonzero-sums)"] = (
            NonzeroSums,
            v => new(v) { FlipsBiasMode = true }
        ),
        ["the bias of every layer is not added to zero sums (its mode is dense)"] = (Exact, v => new(v) { FlipsBiasMode = true }),
        ["the ceiling of every layer is not applied"] = (Exact, v => new(v) { NoCeiling = true }),
        ["the ceiling of layer 1 is not applied"] = (Bounded, v => new(v) { NoCeiling = true, OnlyLayer = 0 }),
        ["the ceiling of every layer is applied before the bias"] = (Exact, v => new(v) { CeilingFirst = true }),
        ["the ReLU of every layer is not applied"] = (Exact, v => new(v) { NoReLU = true }),
        ["the ReLU of layer 2 is not applied"] = (Fixed, v => new(v) { NoReLU = true, OnlyLayer = 1 }),
        ["the bias of every layer is added after the ReLU"] = (Exact, v => new(v) { BiasLast = true }),
        ["a ReLU follows the sums of layer 3, where the network has none"] = (Exact, v => new(v) { AlwaysReLU = true }),
        ["the weights of every layer are used transposed (input and output exchanged)"] = (Exact, v => new(v) { Transposes = true }),
        ["the weights of layer 1 are used transposed (input and output exchanged)"] = (
            Bounded,
            v => new(v) { Transposes = true, OnlyLayer = 0 }
        ),
        ["the last edge of every neuron of every layer is left out"] = (Exact, v => new(v) { DropsLast = 1 }),
        ["the first edge of every neuron of layer 3 is left out"] = (Fixed, v => new(v) { DropsFirst = 1, OnlyLayer = 2 }),
        ["the edges of every layer read one input too far (an index is off by one)"] = (Exact, v => new(v) { Offset = 1 }),
        ["the edges of every layer read one input too early (an index is off by one)"] = (Bounded, v => new(v) { Offset = -1 }),
        ["the signs of the weights of every layer are lost"] = (Exact, v => new(v) { Weight = weight => weight.Abs() }),
        ["the weights of every layer are taken as 1"] = (Exact, v => new(v) { Weight = _ => 1 }),
        ["layer 2 is left out"] = (Exact, v => new(v) { Order = [0, 2] }),
        ["layer 3 is applied twice"] = (Exact, v => new(v) { Order = [0, 1, 2, 2] }),
        ["sums are accumulated in e4m3 instead of binary32"] = (
            Exact,
            v => new(v) { Accumulate = StorageFormats.Of(NumberFormats.E4M3).Round }
        ),
        ["sums are accumulated in binary16 instead of binary32"] = (
            Wide,
            v => new(v) { Accumulate = StorageFormats.Of(NumberFormats.Binary16).Round }
        ),
        ["sums are accumulated in int8:12 instead of int32:12"] = (Fixed, v => new(v) { Accumulate = StorageFormats.Int8(12).Round }),
        ["weights are rounded to bfloat16 instead of binary32"] = (
            Wide,
            v => new(v) { Weight = StorageFormats.Of(NumberFormats.BFloat16).Round }
        ),
        ["values between layers are stored as binary16 instead of binary32"] = (
            Wide,
            v => new(v) { Store = StorageFormats.Of(NumberFormats.Binary16).Round }
        ),
        ["values between layers are not rounded to binary16"] = (Stepwise, v => new(v) { StoresAccumulators = true }),
        ["values are truncated instead of rounded to nearest even when they are stored as binary16"] = (
            Stepwise,
            v => new(v) { Store = value => Truncated(value, StorageFormats.Of(NumberFormats.Binary16)) }
        ),
        ["sums are truncated instead of rounded to nearest even in int32:6"] = (
            Coarse,
            v => new(v) { Accumulate = value => Truncated(value, v.Formats.Accumulator) }
        ),
        ["subnormal binary16 numbers are flushed to 0"] = (SmallStored, v => new(v) { Store = value => Flushed(value) }),
        ["subnormal binary16 sums are flushed to 0"] = (SmallSums, v => new(v) { Accumulate = value => Flushed(value) }),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ASeededFaultIsNamedFirst(string sentence)
    {
        var (vectors, kernel) = Faults[sentence];
        var causes = VectorDiagnosis.Explain(vectors, Observe(vectors, kernel(vectors).Run()));
        Assert.True(causes.Count > 0, "No cause is named.");
        Assert.Equal(sentence, causes[0].Sentence);
    }

    [Fact]
    public void TheRightKernelHasNoCause()
    {
        foreach (var vectors in new[] { Exact, NonzeroSums, Bounded, Stepwise, Fixed, Wide })
            Assert.Empty(VectorDiagnosis.Explain(vectors, Observe(vectors, new FaultyKernel(vectors).Run())));
    }

    // Values from nowhere, one or many, near or far.
    [Fact]
    public void RandomCorruptionGetsNoCause()
    {
        foreach (var vectors in new[] { Exact, Bounded, Stepwise, Fixed, Wide })
        {
            for (var seed = 0; seed < 60; seed++)
            {
                var random = new SplitMix64((ulong)seed);
                var outputs = vectors.Outputs.Select(item => item.ToArray()).ToArray();
                var count = new[] { 1, 2, 5, 20, 100 }[seed % 5];
                for (var i = 0; i < count; i++)
                {
                    var (item, output) = (random.Next(outputs.Length), random.Next(9));
                    outputs[item][output] =
                        seed % 2 == 0 || !Near(vectors, outputs[item][output], random.Next(7) + 1, out var near)
                            ? vectors.Formats.Activations.Round(new Dyadic(random.Next(1 << 20) - (1 << 19), -17))
                            : near;
                }

                var causes = VectorDiagnosis.Explain(vectors, Observe(vectors, outputs));
                Assert.True(causes.Count == 0, $"{vectors.Formats}, seed {seed}: {string.Join("; ", causes)}");
            }
        }
    }

    public static TheoryData<string, int> Orders =>
        new()
        {
            { "each item has the outputs of the item before it (stale results)", 1 },
            { "each item has the outputs of the item after it", 1 },
            { "neighbouring items of a batch are swapped", 5 },
            { "the items of a batch are in reverse order", 5 },
            { "every item of a batch has the outputs of the first one", 7 },
            { "the outputs of a batch are stored neuron by neuron instead of item by item", 25 },
            { "the inputs of a batch are read neuron by neuron instead of item by item", 5 },
            { "items are mixed up: item [3] has the outputs of item [11]", 1 },
            { "outputs are stored one neuron too far", 1 },
            { "outputs are stored one neuron too early", 1 },
            { "outputs are stored in reverse order", 1 },
            { "outputs have the opposite sign", 1 },
            { "outputs are 4 times too large, a matter of scale", 1 },
            { "outputs are 8 times too small, a matter of scale", 1 },
            { "the bytes of each output are in the opposite order", 1 },
            { "every output is 0", 1 },
        };

    [Theory]
    [MemberData(nameof(Orders))]
    public void RightValuesAtTheWrongPlaceAreRecognised(string sentence, int batch)
    {
        var right = Exact.Outputs.Select(item => item.ToArray()).ToArray();
        var count = right.Length;
        Dyadic[][] Items(Func<int, Dyadic[]> item) => [.. Enumerable.Range(0, count).Select(item)];
        Dyadic[][] Values(Func<Dyadic, Dyadic> value) => [.. right.Select(item => item.Select(value).ToArray())];
        Dyadic[][] Places(Func<int, int> source) =>
            [.. right.Select(item => Enumerable.Range(0, 9).Select(j => source(j) is >= 0 and < 9 ? item[source(j)] : 77).ToArray())];
        var outputs = Array.IndexOf([.. Orders.Select(row => row.Data.Item1)], sentence) switch
        {
            0 => Items(i => i == 0 ? right[0] : right[i - 1]),
            1 => Items(i => i == count - 1 ? right[i] : right[i + 1]),
            2 => Items(i => i % 5 == 4 ? right[i] : right[i % 5 % 2 == 0 ? i + 1 : i - 1]),
            3 => Items(i => right[(i / 5 * 5) + 4 - (i % 5)]),
            4 => Items(i => right[i / 7 * 7]),
            5 => Items(i => [.. Enumerable.Range(0, 9).Select(j => right[((i * 9) + j) % count][((i * 9) + j) / count])]),
            6 => ReadByNeuron(5),
            7 => Items(i =>
                i switch
                {
                    3 => right[11],
                    11 => right[3],
                    _ => right[i],
                }
            ),
            8 => Places(j => j - 1),
            9 => Places(j => j + 1),
            10 => Places(j => 8 - j),
            11 => Values(value => -value),
            12 => Values(value => value * 4),
            13 => Values(value => value.ScaleByPowerOfTwo(-3)),
            14 => Values(value =>
                Dyadic.FromDouble(
                    BitConverter.UInt32BitsToSingle(
                        System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(BitConverter.SingleToUInt32Bits((float)value.ToDouble()))
                    )
                )
            ),
            _ => Values(_ => 0),
        };
        Assert.Equal(sentence, VectorDiagnosis.Explain(Exact, Observe(Exact, outputs, batch: batch))[0].Sentence);
    }

    [Theory]
    [InlineData("outputs are never written", 0, 0, 1)]
    [InlineData("outputs from neuron [6] on are never written", 0, 6, 1)]
    [InlineData("the outputs of some items are never written", 20, 0, 1)]
    [InlineData("the last items of a batch are never written", 2, 0, 5)]
    public void OutputsThatAreNotWrittenAreRecognised(string sentence, int fromItem, int fromNeuron, int batch)
    {
        var format = Exact.Formats.Activations;
        bool IsUntouched(int position, int output) => (batch == 1 ? position : position % batch) >= fromItem && output >= fromNeuron;
        var observed = new ObservedOutputs(
            [.. Enumerable.Range(0, 25)],
            (position, output) => IsUntouched(position, output) ? 0x7FD2A5A5 : format.ToBits(Exact.Outputs[position][output]),
            IsUntouched
        )
        {
            Batch = batch,
        };
        var cause = Assert.Single(VectorDiagnosis.Explain(Exact, observed));
        Assert.Equal(sentence, cause.Sentence);
        Assert.EndsWith("(this explains every wrong value)", cause.ToString(), StringComparison.Ordinal);
    }

    // What the kernel gives for inputs that are strewn over a batch.
    private static Dyadic[][] ReadByNeuron(int batch)
    {
        var strewn = Enumerable
            .Range(0, 25)
            .Select(i => new Primitives.EquatableArray<Dyadic>([
                .. Enumerable
                    .Range(0, 9)
                    .Select(j => (j * batch) + (i % batch))
                    .Select(flat => Exact.Inputs[(i / batch * batch) + (flat / 9)][flat % 9]),
            ]));
        return new FaultyKernel(Exact with { Inputs = new(strewn) }).Run();
    }

    private static bool Near(VectorSet vectors, Dyadic value, int steps, out Dyadic near)
    {
        near = value;
        for (var i = 0; i < steps; i++)
        {
            if (vectors.Formats.Activations.NextUp(near) is not { } next)
                return false;
            near = next;
        }

        return true;
    }

    private static Dyadic Flushed(Dyadic value) =>
        StorageFormats.Of(NumberFormats.Binary16).Round(value) is var rounded && rounded.Abs() < Dyadic.One.ScaleByPowerOfTwo(-14)
            ? 0
            : rounded;

    private static Dyadic Truncated(Dyadic value, StorageFormat format)
    {
        var rounded = format.Round(value);
        if (rounded.Abs() <= value.Abs())
            return rounded;
        return (value.Sign > 0 ? format.NextDown(rounded) : format.NextUp(rounded))!.Value;
    }
}
