using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Core.Tests.Contract;

/// <summary>Test vectors by hand, which between them have every member and every form of a list of numbers.</summary>
internal static class GoldenVectors
{
    private static readonly Dyadic Odd = new(BigInteger.Pow(3, 50), -1100);

    public static IEnumerable<(string Name, VectorSet Vectors)> Version1()
    {
        yield return ("small", Small());
        foreach (var ground in new[] { ExactnessGround.OrderFree, ExactnessGround.Bound, ExactnessGround.Replay })
            yield return ($"ground {ground}", Small() with { Ground = ground, RoundBetweenLayers = ground != ExactnessGround.Replay });
        yield return ("every member", Whole());
        foreach (var format in new[] { "binary64", "binary16", "bfloat16", "int8:3", "int32:0", "bool" })
            yield return ($"format {format}", InFormat(StorageFormats.TryParse(format, out var parsed) ? parsed : StorageFormats.Binary32));
    }

    private static VectorSet Small() =>
        new(
            "small",
            "any network",
            7,
            FormatTriple.Uniform(StorageFormats.Binary32),
            new([new(LayerFactory.FromMatrix(2, 2, (i, j) => i == j ? new Dyadic(3, -1) : null), null, null)]),
            new([new([1, 2])]),
            new([new([new Dyadic(3, -1), 3])])
        )
        {
            Tool = "",
            Source = "",
            Rounding = "",
        };

    // Sixteen neurons, so that constant, plain, tabulated and mostly zero lists of patterns occur.
    private static VectorSet InFormat(StorageFormat format)
    {
        var layer = LayerFactory.FromMatrix(16, 16, (i, j) => (i + j) % 5 == 0 ? format.Round(i % 3) : null);
        return Small() with
        {
            Formats = FormatTriple.Uniform(format),
            Layers = new([new(layer, null, null), new(layer, null, null)]),
            Inputs = new([
                new(Enumerable.Repeat(format.Round(1), 16)),
                new(Enumerable.Range(0, 16).Select(i => format.Round(i == 9 ? 1 : 0))),
                new(Enumerable.Range(0, 16).Select(i => format.Round(i % 2))),
            ]),
            Outputs = new([
                new(Enumerable.Repeat(Dyadic.Zero, 16)),
                new(Enumerable.Range(0, 16).Select(i => format.Round(i))),
                new(Enumerable.Repeat(Odd, 16)),
            ]),
        };
    }

    private static VectorSet Whole()
    {
        var edges = new CsrPattern(4, 3, [0, 2, 2, 4, 5], [0, 2, 0, 2, 1]);
        var layer = new DyadicLayer(
            edges,
            DyadicValues.From(Dyadic.PositiveInfinity, Odd, Dyadic.PositiveInfinity, Odd, -Odd),
            DyadicValues.From(1, -Odd, 0, Dyadic.NegativeInfinity),
            BiasMode.NonzeroSums,
            Activation.None,
            new Dyadic(-7, 40),
            new(KnownSemirings.MinPlus, KnownSemirings.MaxMin)
        );
        return Small() with
        {
            Name = "näme \0",
            Layers = new([
                new(layer, new VectorCertificate(-1200, Odd.Abs(), -0.5), null),
                new(LayerFactory.FromMatrix(4, 1, (_, _) => null), null, new([new([Odd]), new([0])])),
            ]),
            Inputs = new([new([1, 0, Dyadic.PositiveInfinity]), new([0, 0, 0])]),
            Outputs = new([new([Dyadic.NegativeInfinity]), new([Odd])]),
            Bounds = new([new([double.PositiveInfinity]), new([double.Epsilon])]),
            Perturbation = new(new([Odd, 0, 1]), new([new([Odd]), new([0])]), (Rational)(-3) / 7, new Rational(Dyadic.PositiveInfinity)),
            Labels = new(["first", "εrst"]),
            Tool = "tool",
            Source = "source",
            Rounding = "rounding",
        };
    }
}
