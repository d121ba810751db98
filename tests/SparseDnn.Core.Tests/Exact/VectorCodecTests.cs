using System;
using System.Linq;
using System.Numerics;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Contract;
using SparseDnn.Core.Tests.Contract;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Exact.Vectors.Codec;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Topologies;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Test vectors as one string: lossless, small, and never silently wrong.</summary>
public sealed class VectorCodecTests
{
    public static TheoryData<string, string, string> Triples =>
        new()
        {
            { "binary64", "binary64", "binary64" },
            { "binary16", "binary16", "binary32" },
            { "bfloat16", "e4m3", "tf32" },
            { "e5m2", "binary16", "binary32" },
            { "int8:3", "int16:6", "int32:12" },
            { "int8:-2", "binary32", "binary64" },
        };

    [Theory]
    [MemberData(nameof(Triples))]
    public void RandomNetworksComeBackWhole(string weights, string activations, string accumulator)
    {
        var formats = new FormatTriple(Format(weights), Format(activations), Format(accumulator));
        var made = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var rounded = NetworkRounding.Round(Network(seed, 6), formats, out _);
            var items = Enumerable
                .Range(0, 3)
                .Select(i => new LabelledInput($"item {i}, ε", new(Item(seed + i, 7, formats.Activations, 6))))
                .ToArray();
            if (rounded is null || VectorSets.FromNetwork(rounded, items, seed - 5, seed % 2 == 1, out _) is not { } vectors)
                continue;
            made++;
            ComesBack(vectors);
            var delta = new EquatableArray<Dyadic>(Item(seed + 9, 7, StorageFormats.Binary64));
            if (VectorSets.WithPerturbation(vectors, delta, out _) is { } perturbed)
                ComesBack(perturbed);
        }

        Assert.InRange(made, 3, 12);
    }

    [Fact]
    public void ClosedFormsComeBackWhole()
    {
        var solutions = new[]
        {
            Bottleneck.Solve("b", [5, 7, 4], 3, 1),
            Reachability.Solve("r", [5, 7, 4], 3, 1),
            Potentials.Solve("p", [5, 7, 4], 3, "min-plus", 1),
            PathCounting.Solve("paths", [2, 2, 2], [2, 3, 1, 4], new Dyadic(1, -2)),
            UniformRecurrence.Solve("u", RadixNet.Layers([2, 2], [1, 1, 1]), new Dyadic(17, -4), 0, null, [1]),
        };
        foreach (var solution in solutions)
        foreach (var format in new[] { StorageFormats.Binary32, StorageFormats.Binary64, StorageFormats.Boolean })
            if (VectorSets.FromSolution(solution, FormatTriple.Uniform(format), 3, out _) is { } vectors)
                ComesBack(vectors);
    }

    // Every member with something that only a lossless form keeps.
    [Theory]
    [InlineData(ExactnessGround.Certificate)]
    [InlineData(ExactnessGround.OrderFree)]
    [InlineData(ExactnessGround.Bound)]
    [InlineData(ExactnessGround.Replay)]
    public void EveryMemberComesBack(ExactnessGround ground)
    {
        var odd = new Dyadic(BigInteger.Pow(3, 200), -1100);
        var edges = new CsrPattern(4, 3, [0, 2, 2, 4, 5], [0, 2, 0, 2, 1]);
        var layer = new DyadicLayer(
            edges,
            DyadicValues.From(Dyadic.PositiveInfinity, odd, Dyadic.PositiveInfinity, odd, -odd),
            DyadicValues.From(1, -odd, 0, Dyadic.NegativeInfinity),
            BiasMode.NonzeroSums,
            Activation.None,
            new Dyadic(-7, 40),
            new(KnownSemirings.MinPlus, KnownSemirings.MaxMin)
        );
        var second = LayerFactory.FromMatrix(4, 1, (_, _) => null);
        var outputs = new EquatableArray<EquatableArray<Dyadic>>([new([Dyadic.NegativeInfinity]), new([odd])]);
        var vectors = new VectorSet(
            "näme \ud800 \0",
            "",
            long.MinValue,
            FormatTriple.Uniform(StorageFormats.Binary32),
            new([
                new(layer, new VectorCertificate(-1200, odd.Abs(), -0.0), null),
                new(second, null, outputs),
                new(LayerFactory.FromMatrix(1, 4, (_, _) => 2), new VectorCertificate(int.MaxValue, 0, double.NegativeInfinity), null),
                new(layer with { Edges = new CsrPattern(4, 4, [0, 2, 2, 4, 5], [0, 2, 0, 2, 1]) }, null, null),
                new(second, null, null),
            ]),
            new([new([1, 0, Dyadic.PositiveInfinity]), new([0, 0, 0])]),
            outputs
        )
        {
            Bounds = ground == ExactnessGround.Certificate ? null : new([new([double.PositiveInfinity]), new([double.Epsilon])]),
            Ground = ground,
            RoundBetweenLayers = true,
            Perturbation = new(new([odd, 0, 1]), new([new([odd]), new([0])]), (Rational)(-3) / 7, new Rational(Dyadic.PositiveInfinity)),
            Labels = new(["\ud83d", ""]),
            Tool = "",
            Source = "\u2028",
        };
        Assert.Equal(ground, ComesBack(vectors).Ground);
        Assert.NotEqual(
            vectors,
            vectors with
            {
                Ground = ground == ExactnessGround.Replay ? ExactnessGround.OrderFree : ExactnessGround.Replay,
            }
        );
        ComesBack(
            vectors with
            {
                Perturbation = vectors.Perturbation with
                {
                    Low = new Rational(Dyadic.NegativeInfinity),
                    High = new Rational(new Dyadic(-5, -2000)),
                },
            }
        );
        ComesBack(
            vectors with
            {
                Labels = EquatableArray<string>.Empty,
                Perturbation = null,
                Inputs = new([]),
                Outputs = new([]),
                Bounds = null,
            }
        );
    }

    [Theory]
    [InlineData("int64", long.MinValue)]
    [InlineData("int64", long.MaxValue)]
    [InlineData("int32:0", int.MinValue)]
    [InlineData("bool", 1L)]
    public void IntegersAndBitsComeBack(string format, long extreme)
    {
        var storage = Format(format);
        var layer = LayerFactory.FromMatrix(40, 40, (i, j) => i % 7 == j % 3 ? storage.Round(extreme - (i % 2)) : null);
        ComesBack(
            new VectorSet(
                "n",
                "any network",
                0,
                FormatTriple.Uniform(storage),
                new([new(layer, null, null)]),
                new([new(Enumerable.Repeat((Dyadic)extreme, 40))]),
                new([new(Enumerable.Repeat(Dyadic.Zero, 40))])
            )
        );
    }

    // A program's own semiring is named, not carried: enough to say which one is meant, and nothing to compute over.
    [Fact]
    public void SemiringsOfAProgram_ComeBackAsReferences()
    {
        var (own, other) = (SemiringKey.Resolve("Mine.Outer+Log, App"), SemiringKey.Resolve("Mine.Log, App"));
        Assert.NotEqual(own, other);
        foreach (var semirings in new Oscillation[] { new(own, null), new(own, other), new(KnownSemirings.PlusTimes, own) })
        {
            var layer = LayerFactory.FromMatrix(2, 2, (_, _) => 1) with { Semirings = semirings };
            var back = ComesBack(
                new VectorSet(
                    "n",
                    "any network",
                    0,
                    FormatTriple.Uniform(StorageFormats.Binary32),
                    new([new(layer, null, null)]),
                    new([new([1, 0])]),
                    new([new([1, 1])])
                )
            )
                .Layers[0]
                .Layer.Semirings;
            Assert.Equal(semirings.Names, back.Names);
            Assert.Equal("Log", (back.Select ?? back.Correlate).Name);
        }

        Assert.False(own.IsBuiltIn);
        Assert.All(NumberTypes.Elements, row => Assert.Null(own.GetElement(row.Format)));
        Assert.Same(KnownSemirings.Log, KnownSemirings.Log.Referenced);
    }

    [Fact]
    public void DamageIsNoticed()
    {
        var text = VectorCodec.Encode(
            VectorSets.FromSolution(
                PathCounting.Solve("paths", [2, 2], [1, 1, 1], 1),
                FormatTriple.Uniform(StorageFormats.Binary32),
                3,
                out _
            )!
        );
        var random = new SplitMix64(1);
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Throws<ContractException>(() => VectorCodec.Decode(text[..i]));
            Assert.Throws<ContractException>(() =>
                VectorCodec.Decode(text[..i] + (char)(text[i] ^ (1 << random.Next(16))) + text[(i + 1)..])
            );
        }

        Assert.Throws<ContractException>(() => VectorCodec.Decode(text + "\0"));
    }

    // With a checksum that fits: whatever the bits say, the answer is vectors or a ContractException.
    [Fact]
    public void ContradictionsAreContractExceptions()
    {
        var text = VectorCodec.Encode(
            VectorSets.FromSolution(
                PathCounting.Solve("paths", [2, 2], [1, 1, 1], 1),
                FormatTriple.Uniform(StorageFormats.Binary32),
                3,
                out _
            )!
        );
        var random = new SplitMix64(2);
        for (var i = 0; i < 400; i++)
        {
            var units = Texts.FromBase64(text).ToCharArray();
            units[Texts.HeaderUnits + random.Next(units.Length - Texts.HeaderUnits)] ^= (char)(1 << random.Next(16));
            var exception = Record.Exception(() => VectorCodec.Decode(Texts.ToBase64(Texts.Sealed(units))));
            Assert.True(exception is null or ContractException, exception?.ToString());
        }
    }

    // The size of the official network: permuted RadiX-Net layers, all different, 32 items that compress badly.
    [Fact]
    public void ANetworkOfTheOfficialSizeStaysSmall()
    {
        var patterns = RadixNet.Layers([2, 2, 2, 2, 2, 2], [16, 16, 16, 16, 16, 16, 16], 20, permuteSeed: 7);
        var random = new SplitMix64(4);
        Assert.Equal((120, 32 * 1024), (patterns.Length, patterns[0].EntryCount));
        var layers = patterns
            .Select(pattern => new VectorLayer(
                LayerFactory.Constant(pattern, new Dyadic(1, -4), Dyadic.FromDouble(-0.3f), 32),
                new VectorCertificate(-25, 60, 0.5),
                null
            ))
            .ToArray();
        var inputs = Enumerable
            .Range(0, 32)
            .Select(i => new EquatableArray<Dyadic>(Enumerable.Range(0, 1024).Select(_ => (Dyadic)(random.Next(10) == 0 ? 1 : 0))))
            .ToArray();
        var outputs = Enumerable
            .Range(0, 32)
            .Select(i => new EquatableArray<Dyadic>(
                Enumerable.Range(0, 1024).Select(_ => Dyadic.FromDouble((float)(32 * random.NextUnit())))
            ))
            .ToArray();
        var vectors = new VectorSet(
            "official",
            "any network",
            1,
            FormatTriple.Uniform(StorageFormats.Binary32),
            new(layers),
            new(inputs),
            new(outputs)
        )
        {
            Bounds = new(outputs.Select(_ => new EquatableArray<double>(Enumerable.Range(0, 1024).Select(_ => random.NextUnit())))),
        };
        var text = VectorCodec.Encode(vectors);
        Assert.InRange(text.Length, 200_000, 1_000_000); // more than half of it random outputs and bounds
        Assert.Equal(vectors, VectorCodec.Decode(text));
        var zero = vectors with { Outputs = new(outputs.Select(_ => inputs[0])), Bounds = null };
        Assert.InRange(VectorCodec.Encode(zero).Length, 120_000, 400_000);
        var repeated = vectors with { Layers = new(Enumerable.Repeat(layers[0], 120)), Outputs = zero.Outputs, Bounds = null };
        Assert.InRange(VectorCodec.Encode(repeated).Length, 2_000, 36_000);
    }

    [Fact]
    public void ContradictorySizesAreRefused()
    {
        var layer = LayerFactory.FromMatrix(2, 2, (_, _) => 1);
        var vectors = new VectorSet(
            "n",
            "any network",
            0,
            FormatTriple.Uniform(StorageFormats.Binary32),
            new([new(layer with { Biases = new(0, 3) }, null, null)]),
            new([]),
            new([])
        );
        Assert.Throws<ArgumentException>(() => VectorCodec.Encode(vectors));
    }

    private static VectorSet ComesBack(VectorSet vectors)
    {
        var back = VectorCodec.Decode(VectorCodec.Encode(vectors));
        Assert.Equal(vectors, back);
        Assert.Equal(vectors.Ground, back.Ground);
        return back;
    }

    private static StorageFormat Format(string name) =>
        StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name);
}
