using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>The networks that are compiled and run: every attribute, format, summation and epilogue, and the edges of each.</summary>
internal static class Cases
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [.. from wide in new[] { false, true } from strict in new[] { false, true } from network in Of(wide, strict) select network];

    private static IEnumerable<NetworkCase> Of(bool wide, bool strict)
    {
        var suffix = (wide ? "Double" : "Single") + (strict ? "Strict" : "Planned");
        NetworkCase New(string name, int inputs) => new(name + suffix, inputs, wide, strict);

        var number = 0;
        foreach (var epilogue in Epilogue.Combinations(outputs: 5))
        {
            number++;
            yield return New($"Code{number}", 7).Explicit(5, SomeEdges(7, 5, 17, seed: number), epilogue);
            if (number % 4 == 1)
                yield return New($"Table{number}", 130)
                    .Banded(130, 3, 4, -0.7, epilogue with { Biases = null, Bias = epilogue.Bias ?? 0.2 });
        }

        // Every number of terms from none on: statements take four, two or one.
        yield return New("TermCounts", 9)
            .Explicit(
                10,
                from output in Enumerable.Range(0, 10)
                from input in Enumerable.Range(0, output)
                select (input, output, FormattableString.Invariant($"{input - 4}.37{output}")),
                Epilogue.None
            );
        yield return New("ConstantTermCounts", 9)
            .Explicit(
                10,
                from output in Enumerable.Range(0, 10)
                from input in Enumerable.Range(0, output)
                select (input, output, "-0.1"),
                new(Bias: 0.3)
            );
        yield return New("NoEdges", 3).Explicit(4, [], new(Biases: [1, -1, 0, 0.5]));
        yield return New("ZeroWeights", 3).Explicit(2, [(0, 0, "0"), (1, 0, "-0.0"), (2, 1, "1e-400")], new(Bias: 0.5));
        yield return New("Underflowing", 4)
            .Explicit(3, [(0, 0, "1e-30"), (1, 0, "-1e-30"), (2, 1, "3e-45"), (3, 1, "-1e-310"), (0, 2, "1e-20")], new(Rectifies: false))
            .Explicit(2, [(0, 0, "1e-25"), (1, 1, "-1e-25"), (2, 1, "1")], new(Rectifies: false));
        yield return New("HalfwayWeights", 3)
            .Explicit(
                2,
                [(0, 0, "16777217"), (1, 0, "16777217.000000000000000000000000001"), (2, 1, "9007199254740993.00000000000000000000001")],
                Epilogue.None
            );
        yield return New("Large", 2)
            .Explicit(2, [(0, 0, "3e38"), (1, 0, "-3e38"), (1, 1, "2.5e38")], new(Rectifies: false, Ceiling: 1e38))
            .Explicit(1, [(0, 0, "2"), (1, 0, "2")], new(Rectifies: false));
        yield return New("ManyParts", 60).Explicit(40, SomeEdges(60, 40, 500, seed: 5), new(Bias: -0.1));
        yield return New("ManyOutputs", 3)
            .Explicit(300, from output in Enumerable.Range(0, 300) select (output % 3, output, "0.5"), new(Bias: 0.25));
        yield return New("IndividualTable", 50).Explicit(45, SomeEdges(50, 45, 900, seed: 6), new(Bias: -0.2));
        yield return New("Repeated", 6).Explicit(6, SomeEdges(6, 6, 14, seed: 7), new(Bias: 0.125, Ceiling: 3), repeat: 4);
        yield return New("WideBand", 5).Banded(5, 9, 9, 0.3, Epilogue.None, repeat: 3);
        yield return New("NarrowBand", 9).Banded(4, 0, 0, 2, Epilogue.None).Banded(12, 2, 0, -1, new(Bias: 1));
        yield return New("Radix", 16).Radix([2, 4, 2], [1, 2, 3, 1], 0.25, new(Bias: -0.3, NonzeroSums: true, Ceiling: 32), repeat: 2);
        yield return New("RadixPermuted", 64)
            .Radix([4, 4], [4, 4, 4], 1.0 / 16, new(Bias: -0.01, NonzeroSums: true), repeat: 3, permuteSeed: 42);
        yield return New("RadixPermutedMinus", 12).Radix([2, 3], [2, 1, 2], -0.5, new(Rectifies: false), repeat: 3, permuteSeed: -1);
        yield return New("Random", 20).Random(15, 6, null, 99, -1, 1, new(Bias: 0.05));
        yield return New("RandomRepeated", 90).Random(90, 9, 0.1, long.MinValue, -0.5, 0.75, new(Bias: -0.05), repeat: 3);
        yield return New("RandomFull", 8).Random(3, 8, 1, 0, 2, 2, Epilogue.None);
        yield return New("Butterfly", 24).Butterfly(2, 3, [2, 0, 1], 0.25, new(Bias: -0.3, NonzeroSums: true, Ceiling: 32), repeat: 2);
        yield return New("ButterflyDrawn", 18).Butterfly(3, 2, 2, -4, -0.5, 1, new(Bias: 0.125));
        yield return New("Mixed", 10)
            .Explicit(8, SomeEdges(10, 8, 30, 8), new(Bias: 0.1))
            .Banded(100, 90, 60, 0.01, new(Bias: -0.02))
            .Random(12, 7, null, 5, -1, 1, new(Ceiling: 1))
            .Explicit(2, SomeEdges(12, 2, 9, 9), new(Rectifies: false));
        yield return FileCase(New("Files", 4), suffix);
        yield return TsvCase(New("Tsv", 5), suffix);
    }

    private static NetworkCase FileCase(NetworkCase network, string suffix) =>
        network.FromFiles(
            $"{suffix}/m{{01..03}}.mtx",
            "",
            new(Bias: -0.125),
            (
                $"weights/{suffix}/m01.mtx",
                "%%MatrixMarket matrix coordinate real general\n% a comment\n4 3 4\n1 1 0.1\n4 1 -2.5e-1\n\n2 3 1\n3 3 +7\n",
                3,
                [(0, 0, "0.1"), (3, 0, "-0.25"), (1, 2, "1"), (2, 2, "7")]
            ),
            (
                $"weights/{suffix}/m02.mtx",
                "%%MatrixMarket matrix coordinate pattern symmetric\r\n3 3 3\r\n1 1\r\n3 1\r\n3 2\r\n",
                3,
                [(0, 0, "1"), (2, 0, "1"), (0, 2, "1"), (2, 1, "1"), (1, 2, "1")]
            ),
            (
                $"weights/{suffix}/m03.mtx",
                "%%MatrixMarket matrix coordinate integer skew-symmetric\n3 3 2\n2 1 5\n3 2 -3",
                3,
                [(1, 0, "5"), (0, 1, "-5"), (2, 1, "-3"), (1, 2, "3")]
            )
        );

    private static NetworkCase TsvCase(NetworkCase network, string suffix) =>
        network
            .FromFiles(
                $@"{suffix}\\t.tsv",
                ", Neurons = 5",
                new(Bias: 0.5),
                ($"{suffix}/t.tsv", "1\t1\t0.3\n2\t1\t-0.3\n4\t4\t1e-1\n", 5, [(0, 0, "0.3"), (1, 0, "-0.3"), (3, 3, "0.1")])
            )
            .FromFiles($"{suffix}/grown.tsv", "", Epilogue.None, ($"{suffix}/grown.tsv", "1 1\n3 2\n", 2, [(0, 0, "1"), (2, 1, "1")]))
            .Explicit(1, [(0, 0, "1"), (1, 0, "-1")], new(Rectifies: false));

    // Distinct places, weights of every kind that decimals have.
    private static IEnumerable<(int, int, string)> SomeEdges(int inputs, int outputs, int count, int seed)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, inputs * outputs).ToArray();
        random.Shuffle(places);
        return places.Take(count).Select(place => (place % inputs, place / inputs, Weight(random))).ToArray();
    }

    private static string Weight(Random random) =>
        random.Next(4) switch
        {
            0 => random.Next(-3, 4).ToString(CultureInfo.InvariantCulture),
            1 => (random.NextDouble() - 0.5).ToString("R", CultureInfo.InvariantCulture),
            2 => (random.NextDouble() * 8 - 4).ToString("F3", CultureInfo.InvariantCulture),
            _ => (random.NextDouble() - 0.5).ToString("E4", CultureInfo.InvariantCulture),
        };
}
