using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Fixtures.Folders;
using SparseDnn.Fixtures.Reports;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Tests.Fixtures;

/// <summary>Labels, reports, faults and manifests are the same text wherever they are made.</summary>
public sealed class CultureTests
{
    private static readonly CultureInfo Swedish = Foreign();

    public static TheoryData<string> Texts => new(Makers.Keys);

    private static readonly Dictionary<string, Func<IEnumerable<string>>> Makers = new()
    {
        ["labels"] = () =>
            AllFormats.SelectMany(format =>
                InputSets
                    .Choose(Rounded(Network(0, 6), FormatTriple.Uniform(format)), new InputSetOptions(-3, 60))
                    .Select(item => item.Label)
            ),
        ["points"] = () =>
            new[] { -2000, -40, -3, 0 }.Select(power => new PerturbationPoint(new Dyadic(-3, power), PerturbationPlace.JustOutside).Label),
        ["faults"] = Faults,
        ["manifests"] = () => Sets().SelectMany(Written),
        ["reports"] = () => Sets().SelectMany(Reports),
        ["obstacles"] = () =>
            AllFormats.SelectMany(format =>
                Enumerable
                    .Range(0, 4)
                    .Select(seed =>
                        ExactnessCertificate
                            .ForItems(Rounded(Network(seed), FormatTriple.Uniform(format)), [Item(seed, 7, format)])
                            .Obstacle
                        ?? ""
                    )
            ),
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TextsAreInvariant(string name)
    {
        var expected = In(CultureInfo.InvariantCulture, Makers[name]);
        Assert.Contains('-', string.Concat(expected));
        Assert.Equal(expected, In(Swedish, Makers[name]));
    }

    private static IEnumerable<string> Faults()
    {
        var formats = FormatTriple.Uniform(StorageFormats.Int8(3));
        InputSets.Choose(Rounded(Network(0, 6), formats), new InputSetOptions(1, -7), false, out var few);
        InputSets.Choose(
            Rounded(Network(0, 6), formats),
            new InputSetOptions { Low = 3.Halves(), High = -3.Halves() },
            false,
            out var empty
        );
        NetworkRounding.Round(new DyadicNetwork("n", new([LayerFactory.FromMatrix(1, 1, (_, _) => -1000.Halves())])), formats, out var far);
        NetworkRounding.Round(
            new DyadicNetwork("n", new([LayerFactory.FromMatrix(1, 1, (_, _) => 1) with { Ceiling = new Dyadic(1, -30) }])),
            formats,
            out var fine
        );
        var solution = PathCounting.Solve("paths", [2, 2], [1, 2, 1], new Dyadic((1 << 26) + 1, -28));
        CertifiedScaling.Find(solution, FormatTriple.Uniform(StorageFormats.Binary32), out var wide);
        return
        [
            few!,
            empty!,
            far!,
            fine!,
            wide!,
            PathCounting.Check([2, 2], [1, 2, 1], 1, -4)!,
            PathCounting.Check([2, 2], [1, 2, 1], -3.Halves())!,
        ];
    }

    private static IEnumerable<VectorSet> Sets()
    {
        foreach (
            var formats in new[]
            {
                "binary32/binary32/binary32",
                "bfloat16/bfloat16/binary32",
                "int16:9/int16:9/int32:12",
                "int8:3/int8:-2/int32:-1",
            }
        )
        {
            var names = formats
                .Split('/')
                .Select(name => StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name))
                .ToArray();
            var rounded = Rounded(Network(3, 6), new FormatTriple(names[0], names[1], names[2]));
            if (
                VectorSets.FromNetwork(rounded.Network, rounded.Formats, new InputSetOptions(-3) { Low = -8, High = 8 }, true, out _) is
                { } set
            )
                yield return set;
            var item = new LabelledInput("item", new(Item(3, 7, names[1], 6)));
            foreach (
                var perturbed in VectorSets.FromPerturbation(
                    rounded,
                    item,
                    PerturbationDirections.Choose(rounded, PerturbationKind.Input, -2),
                    -2,
                    out _
                ) ?? []
            )
                yield return perturbed;
        }
    }

    private static IEnumerable<string> Written(VectorSet vectors) =>
        VectorFolder
            .Write(vectors)
            .Where(file => !file.Key.EndsWith(".npy", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Encoding.UTF8.GetString(file.Value));

    // Outputs of the wrong sign, and a little too large.
    private static IEnumerable<string> Reports(VectorSet vectors)
    {
        var format = vectors.Formats.Activations;
        foreach (
            var wrong in new Func<Dyadic, Dyadic>[]
            {
                value => -value,
                value => value + (value * new Dyadic(1, -2)),
                value => value * new Dyadic(1, -3),
            }
        )
        {
            var observed = new ObservedOutputs(
                [.. Enumerable.Range(0, vectors.Outputs.Count)],
                (position, output) => format.ToBits(format.Round(wrong(vectors.Outputs[position][output])))
            );
            yield return FindingText.Of(
                "net",
                vectors,
                VectorFinding.Of(vectors, observed),
                [],
                VectorDiagnosis.Explain(vectors, observed)
            );
        }
    }

    private static string[] In(CultureInfo culture, Func<IEnumerable<string>> texts)
    {
        var (own, ownUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return [.. texts()];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (own, ownUI);
        }
    }

    // What its data say depends on the platform.
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (
            "\u2212",
            ",",
            "\u00A0"
        );
        return culture;
    }
}

file static class Numbers
{
    public static Dyadic Halves(this int count) => new(count, -1);
}
