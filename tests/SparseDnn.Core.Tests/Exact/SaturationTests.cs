using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SparseDnn.Compiler.Saturation;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Topologies;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>
/// Sums that are said to saturate do, and those that spoil an output are found: judged by plain integers, which share no code with the
/// search.
/// </summary>
public sealed class SaturationTests
{
    private static readonly FormatTriple Formats = new(StorageFormats.Int8(3), StorageFormats.Int16(3), StorageFormats.Int16(6));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhatIsFound_SaturatesInPlainIntegers(int seed)
    {
        foreach (
            var accumulator in new[] { StorageFormats.Int16(6), StorageFormats.Int16(7), StorageFormats.Int8(0), StorageFormats.Int8(6) }
        )
        {
            var (set, ranges) = Drawn(seed, Formats with { Accumulator = accumulator });
            if (set is null)
                continue;
            if (SaturationFindings.Find(set, null) is { } ofItems)
                Judge(set, ofItems);
            if (SaturationFindings.Find(set, ranges) is { } ofRange)
                Judge(set, ofRange);
        }
    }

    [Fact]
    public void DrawnNetworks_SaturateInEveryWay()
    {
        var found = Seeds
            .SelectMany(row => new[] { Formats.Accumulator, StorageFormats.Int16(7) }.Select(accumulator => (Row: (int)row, accumulator)))
            .Select(one => Drawn(one.Row, Formats with { Accumulator = one.accumulator }))
            .Where(one => one.Set is not null)
            .Select(one => (Items: SaturationFindings.Find(one.Set!, null), Range: SaturationFindings.Find(one.Set!, one.Ranges)))
            .ToArray();
        Assert.True(found.Length > 80, $"{found.Length} sets");
        Assert.Contains(found, one => one.Items is null && one.Range is null);
        Assert.Contains(found, one => one.Items is null && one.Range is not null);
        var ways = found
            .Select(one => one.Range)
            .OfType<SaturatedSum>()
            .Select(sum => (IsPart: sum.UpTo is not null, IsLater: sum.Layer > 0))
            .ToHashSet();
        Assert.True(ways.Count == 4, string.Join(" ", ways));
    }

    // In one layer every end of the range can be tried.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void WholeSumsThatSpoilAnOutput_AreFound(int seed)
    {
        var (set, ranges) = Drawn(seed, Formats, layers: 1, inputs: 5);
        if (set is null)
            return;
        var found = SaturationFindings.Find(set, ranges);
        var plain = new Plain(set);
        for (var corner = 0; corner < 1 << set.Network.Inputs; corner++)
        {
            var item = ranges.Select((range, i) => (corner >> i & 1) == 0 ? range.Low : range.High).ToArray();
            for (var neuron = 0; neuron < set.Network.Outputs; neuron++)
            {
                var (terms, bias) = plain.Terms(0, neuron, plain.Inputs(item));
                var sum = plain.Biased(0, terms.Aggregate(BigInteger.Zero, (a, b) => a + b), bias);
                if (plain.IsBeyond(sum) && plain.Output(0, plain.Accumulate(0, terms, bias, out _)) != plain.Output(0, sum))
                    Assert.NotNull(found);
            }
        }

        if (found is not null)
            Judge(set, found);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Remedy_HoldsEverySum(int seed)
    {
        var (set, ranges) = Drawn(seed, Formats);
        if (set is null)
            return;
        foreach (var range in new[] { null, ranges })
        {
            if (SaturationFindings.Of(set, new FixturesPlace("Accumulator"), range) is not { } problem)
                continue;
            Assert.Equal(ProblemKinds.SaturatingAccumulator, problem.Kind);
            Assert.DoesNotMatch(@"\{\d+\}", problem.Message);
            foreach (var remedy in problem.Remedies)
            {
                Assert.True(StorageFormats.TryParse(remedy.Value!.Trim('"'), out var format));
                var mended = set with { Formats = set.Formats with { Accumulator = format } };
                Assert.Equal(set.Network, NetworkRounding.Round(set.Network, mended.Formats, out _)!.Network);
                Assert.Null(SaturationFindings.Find(mended, range));
                var plain = new Plain(mended);
                var random = new Random(seed);
                foreach (
                    var item in set
                        .Inputs.Select(inputs => inputs.ToArray())
                        .Concat(
                            range is null
                                ? []
                                : Enumerable
                                    .Range(0, 50)
                                    .Select(_ => range.Select(one => random.Next(2) == 0 ? one.Low : one.High).ToArray())
                        )
                )
                    Assert.False(plain.Saturates(item, random));
            }
        }
    }

    [Theory]
    // The sum is 140, though no fixture reaches the range.
    [InlineData(
        "5 5 5 5",
        7,
        "int16:8",
        "In layer 1 the sum of neuron 0, counting from 0, is 140 for all inputs 7, 12.00390625 above the int16:8 range [-128, "
            + "127.99609375]: the accumulator saturates in every order of terms and holds 127.99609375 where they are added by "
            + "ascending input; use Accumulator = \"int32:8\" or \"int16:7\", which both hold every sum of the declared range in any "
            + "order"
    )]
    // 140 at its height, 100 at the end.
    [InlineData(
        "5 5 5 5 -5",
        7,
        "int16:8",
        "the sum up to input 3 of neuron 0, counting from 0, is 140 for all inputs 7, 12.00390625 above the int16:8 range "
            + "[-128, 127.99609375]: the accumulator saturates there and ends with 92.99609375 instead of 105, so that the output "
            + "depends on the order of terms; use"
    )]
    [InlineData(
        "-5 -5 -5 -5 5",
        7,
        "int16:8",
        "the sum of neuron 0, counting from 0, is -140 for input 0 = 7, input 1 = 7, input 2 = 7, input 3 = 7 and 1 more, 12 "
            + "below the int16:8 range"
    )]
    [InlineData(
        "5",
        1,
        "int8:7",
        "holds 0.9921875 where they are added by ascending input; use Accumulator = \"int16:7\" or \"int8:4\", which both hold "
            + "every sum of the declared range in any order"
    )]
    [InlineData("-7 -7", 700, "int8:2", "use Accumulator = \"int32:2\", which holds every sum of the declared range in any order")]
    public void Message_SaysWhereByHowMuchAndWhatHolds(string weights, int high, string accumulator, string expected)
    {
        Assert.True(StorageFormats.TryParse(accumulator, out var format));
        var values = weights
            .Split(' ')
            .Select(weight => (Dyadic)int.Parse(weight, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        var network = new DyadicNetwork("N", new([Layer(values.Length, [values])]));
        var set = VectorSets.FromNetwork(
            DyadicSamples.Rounded(network, new(StorageFormats.Int8(4), StorageFormats.Int16(3), format)),
            [LabelledInput.Of("zero", values.Length, _ => Dyadic.Zero)],
            1,
            false,
            out _
        );
        var ranges = values.Select(weight => (weight.Sign > 0 ? Dyadic.Zero : Dyadic.Zero + high, (Dyadic)high)).ToArray();
        var problem = SaturationFindings.Of(set!, new FixturesPlace("Accumulator"), ranges);
        Assert.True(problem!.Message.Contains(expected, StringComparison.Ordinal), problem.Message);
    }

    [Fact]
    public void FloatingAccumulatorsAndCertifiedItems_AreLeftAlone()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            foreach (var accumulator in new[] { StorageFormats.Binary32, StorageFormats.Int32(6) })
            {
                var (set, ranges) = Drawn(seed, Formats with { Accumulator = accumulator });
                if (set is not null)
                    Assert.Null(SaturationFindings.Find(set, ranges));
            }
        }
    }

    // Every claim about a sum, in integers.
    private static void Judge(VectorSet set, SaturatedSum found)
    {
        var plain = new Plain(set);
        var inputs = plain.Inputs(found.Inputs.ToArray());
        for (var layer = 0; layer < found.Layer; layer++)
            inputs = plain.Follow(layer, inputs);
        var (terms, bias) = plain.Terms(found.Layer, found.Neuron, inputs);
        var sum = plain.Biased(found.Layer, terms.Aggregate(BigInteger.Zero, (a, b) => a + b), bias);
        Assert.Equal(plain.Scaled(found.Sum), sum);
        var held = plain.Accumulate(found.Layer, terms, bias, out var saturates);
        Assert.True(saturates);
        Assert.Equal(plain.Scaled(found.Held), held);
        Assert.Equal(plain.IsBeyond(sum), found.UpTo is null);
        var orders = Enumerable
            .Range(0, 40)
            .Select(seed => Shuffled(terms, seed))
            .Prepend(terms)
            .Append([.. terms.OrderBy(term => term)])
            .Append([.. terms.OrderByDescending(term => term)])
            .ToArray();
        var right = plain.Output(found.Layer, sum);
        Assert.Contains(orders, order => plain.Output(found.Layer, plain.Accumulate(found.Layer, order, bias, out _)) != right);
        if (found.UpTo is not { } upTo)
        {
            Assert.Equal(found.Sum, found.Extreme);
            if (plain.IsLossless)
                Assert.All(orders, order => Assert.True(Saturates(order)));
            return;
        }

        var columns = set.Network.Layers[found.Layer].Edges.Row(found.Neuron).ToArray();
        var part = terms.Take(Array.IndexOf(columns, upTo) + 1).Aggregate(BigInteger.Zero, (a, b) => a + b);
        Assert.Equal(plain.Scaled(found.Extreme), part);
        Assert.True(plain.IsBeyond(part));
        bool Saturates(BigInteger[] order)
        {
            plain.Accumulate(found.Layer, order, bias, out var isBeyond);
            return isBeyond;
        }
    }

    private static BigInteger[] Shuffled(BigInteger[] terms, int seed)
    {
        var copy = terms.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }

    // Networks of weights in eighths whose sums are around the rails now and then. In every third one a layer adds large terms and takes as
    // much away.
    private static (VectorSet? Set, (Dyadic Low, Dyadic High)[] Ranges) Drawn(
        int seed,
        FormatTriple formats,
        int layers = 2,
        int inputs = 6
    )
    {
        var random = new Random(seed);
        var most = 20 + (random.Next(7) * 15);
        var balanced = (seed % 3, layers) switch
        {
            (> 0, _) => -1,
            (_, > 1) => seed / 3 % 2,
            _ => 0,
        };
        var sizes = Enumerable.Range(0, layers).Select(_ => 4).Prepend(inputs).ToArray();
        var network = new DyadicNetwork(
            "N",
            new(
                Enumerable
                    .Range(0, layers)
                    .Select(i =>
                        Layer(
                            sizes[i],
                            Enumerable
                                .Range(0, sizes[i + 1])
                                .Select(_ => Enumerable.Range(0, sizes[i]).Select(column => Weight(i, column, sizes[i])).ToArray())
                                .ToArray()
                        ) with
                        {
                            Biases = DyadicValues.From(
                                Enumerable
                                    .Range(0, sizes[i + 1])
                                    .Select(_ => balanced >= 0 || random.Next(3) == 0 ? Dyadic.Zero : new Dyadic(random.Next(-40, 40), -3))
                                    .ToArray()
                            ),
                            BiasMode = random.Next(2) == 0 ? BiasMode.Dense : BiasMode.NonzeroSums,
                            Activation = i == layers - 1 && random.Next(2) == 0 ? Activation.None : Activation.ReLU,
                            Ceiling = balanced < 0 && random.Next(3) == 0 ? new Dyadic(random.Next(8, 60), -3) : null,
                        }
                    )
            )
        );
        var ranges = Enumerable
            .Range(0, inputs)
            .Select(_ => balanced >= 0 ? (100, 102) : (random.Next(-128, 20), random.Next(20, 128)))
            .Select(range => (Low: new Dyadic(range.Item1, -3), High: new Dyadic(range.Item2, -3)))
            .ToArray();
        // Outputs in a format that holds everything, so that only the accumulator is in doubt.
        if (NetworkRounding.Round(network, formats, out _) is not { } rounded)
            return (null, ranges);
        var items = Enumerable
            .Range(0, 6)
            .Select(_ => LabelledInput.Of("mixture", inputs, _ => new Dyadic(random.Next(-20, 21), -3)))
            .ToArray();
        return (VectorSets.FromNetwork(rounded, items, seed, roundBetweenLayers: true, out _), ranges);

        Dyadic Weight(int layer, int column, int count)
        {
            if (balanced < 0)
                return Eighths(layer == 0 ? most : most / (1 + (seed % 4)));
            if (layer != balanced)
                return new Dyadic(random.Next(6, 9), -3);
            return new Dyadic(column < count / 2 ? random.Next(100, 128) : random.Next(-127, -100), -3);
        }

        Dyadic Eighths(int limit) => random.Next(4) == 0 ? Dyadic.Zero : new Dyadic(random.Next(-limit, limit + 1), -3);
    }

    private static DyadicLayer Layer(int inputs, Dyadic[][] rows)
    {
        var builder = new CsrBuilder(rows.Length, inputs);
        foreach (var row in rows)
            builder.AddRow(Enumerable.Range(0, inputs).Where(i => !row[i].IsZero).ToArray());
        var weights = rows.SelectMany(row => row.Where(weight => !weight.IsZero)).ToArray();
        return new DyadicLayer(
            builder.Build(),
            DyadicValues.From(weights),
            new DyadicValues(Dyadic.Zero, rows.Length),
            activation: Activation.None
        );
    }

    /// <summary>Plain integer arithmetic on multiples of 2^−12: every product of the drawn formats is one.</summary>
    private sealed class Plain(VectorSet set)
    {
        private const int Bits = 12;

        private readonly BigInteger _most = Integer(set.Formats.Accumulator.MaxFinite),
            _least = Integer(set.Formats.Accumulator.MinFinite);
        private readonly BigInteger _mostStored = Integer(set.Formats.Activations.MaxFinite),
            _leastStored = Integer(set.Formats.Activations.MinFinite);
        private readonly BigInteger _step = BigInteger.One << (Bits - set.Formats.Accumulator.Scale!.Value),
            _storedStep = BigInteger.One << (Bits - set.Formats.Activations.Scale!.Value);

        public bool IsLossless => set.Formats.Accumulator.Scale >= set.Formats.Weights.Scale + set.Formats.Activations.Scale;

        public BigInteger Scaled(Dyadic value) => Integer(value);

        public BigInteger[] Inputs(Dyadic[] item) => Array.ConvertAll(item, Integer);

        public bool IsBeyond(BigInteger sum) => sum > _most || sum < _least;

        public (BigInteger[] Terms, BigInteger Bias) Terms(int layer, int neuron, BigInteger[] inputs)
        {
            var one = set.Network.Layers[layer];
            var terms = new List<BigInteger>();
            for (var edge = one.Edges.RowStarts[neuron]; edge < one.Edges.RowStarts[neuron + 1]; edge++)
                terms.Add(Integer(one.Weights[edge]) * inputs[one.Edges.Columns[edge]] >> Bits);
            return ([.. terms], Integer(one.Biases[neuron]));
        }

        public BigInteger Biased(int layer, BigInteger sum, BigInteger bias) =>
            set.Network.Layers[layer].BiasMode == BiasMode.Dense || !sum.IsZero ? sum + bias : sum;

        public BigInteger Accumulate(int layer, IEnumerable<BigInteger> terms, BigInteger bias, out bool saturates)
        {
            var (held, isBeyond) = (BigInteger.Zero, false);
            foreach (var term in terms)
                Add(term);
            if (set.Network.Layers[layer].BiasMode == BiasMode.Dense || !held.IsZero)
                Add(bias);
            saturates = isBeyond;
            return held;

            void Add(BigInteger term)
            {
                held = Nearest(held + term, _step);
                isBeyond |= IsBeyond(held);
                held = BigInteger.Min(_most, BigInteger.Max(_least, held));
            }
        }

        public BigInteger Output(int layer, BigInteger sum)
        {
            var one = set.Network.Layers[layer];
            if (one.Activation == Activation.ReLU && sum.Sign < 0)
                sum = 0;
            if (one.Ceiling is { } ceiling)
                sum = BigInteger.Min(sum, Integer(ceiling));
            return BigInteger.Min(_mostStored, BigInteger.Max(_leastStored, Nearest(sum, _storedStep)));
        }

        public BigInteger[] Follow(int layer, BigInteger[] inputs) =>
            [
                .. Enumerable
                    .Range(0, set.Network.Layers[layer].Outputs)
                    .Select(neuron =>
                    {
                        var (terms, bias) = Terms(layer, neuron, inputs);
                        return Output(layer, Biased(layer, terms.Aggregate(BigInteger.Zero, (a, b) => a + b), bias));
                    }),
            ];

        public bool Saturates(Dyadic[] item, Random random)
        {
            var inputs = Inputs(item);
            for (var layer = 0; layer < set.Layers.Count; layer++)
            {
                for (var neuron = 0; neuron < set.Network.Layers[layer].Outputs; neuron++)
                {
                    var (terms, bias) = Terms(layer, neuron, inputs);
                    foreach (
                        var order in new[]
                        {
                            terms,
                            Shuffled(terms, random.Next()),
                            [.. terms.OrderBy(term => term)],
                            [.. terms.OrderByDescending(term => term)],
                        }
                    )
                    {
                        Accumulate(layer, order, bias, out var saturates);
                        if (saturates)
                            return true;
                    }
                }

                inputs = Follow(layer, inputs);
            }

            return false;
        }

        // Ties to even multiples.
        private static BigInteger Nearest(BigInteger value, BigInteger step)
        {
            var below = BigInteger.DivRem(value, step, out var rest);
            if (rest.Sign < 0)
                (below, rest) = (below - 1, rest + step);
            var twice = (2 * rest).CompareTo(step);
            return (twice > 0 || (twice == 0 && !below.IsEven) ? below + 1 : below) * step;
        }

        private static BigInteger Integer(Dyadic value) => value.IsZero ? BigInteger.Zero : value.Mantissa << (value.Exponent + Bits);
    }
}
