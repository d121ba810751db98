using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>
/// Hostile and damaged declarations of families and fixtures: nothing throws, and fixtures that are missing have an explanation.
/// </summary>
public sealed class FixtureMutationTests
{
    private const int Batch = 20; // a driver that tracks steps takes the cube of it
    private const string Glyphs = "A:\n.#.\n###\n#.#\n\nC:\n###\n#..\n###\n\nT:\n###\n.#.\n.#.\n";
    private const string Words = "; words\nCAT: C A T\nACT: A C T\nTA: T A .\n";

    // Few large sizes: sound ones would be computed.
    private static readonly string[] Sizes =
    [
        "int.MinValue",
        "-1",
        "0",
        "1",
        "2",
        "3",
        "5",
        "12",
        "40",
        "16777217",
        "int.MaxValue",
        "1 + 1",
        "'a'",
        "default",
        "Missing",
        "\"3\"",
        "null",
        "int.MaxValue + 1",
    ];

    private static readonly string[] Formats =
    [
        "\"binary16\"",
        "\"bfloat16\"",
        "\"int8:4\"",
        "\"int32:-3\"",
        "\"int64\"",
        "\"word64\"",
        "\"bool\"",
        "\"\"",
        "null",
        "\"int8:99999\"",
        "\"BINARY16\"",
        "FixtureFormats.TF32",
        "\"{0}\"",
        "\"\\uD800\"",
        "Missing",
        "3",
    ];

    private static readonly string[] Files =
    [
        "\"g.txt\"",
        "\"w.txt\"",
        "\"none.txt\"",
        "\"\"",
        "null",
        "@\".\\g.txt\"",
        "\"/\"",
        "\"\\0\"",
        "Missing",
        "1",
    ];

    private static readonly string[] Flags = ["true", "false", "default", "null", "1"];

    private static readonly string[] Moves =
    [
        "Perturbations.Input",
        "Perturbations.Weight",
        "(Perturbations)7",
        "(Perturbations)8",
        "(Perturbations)(-1)",
        "Perturbations.None",
        "0",
        "1",
    ];

    private static readonly string[] Texts =
    [
        "null",
        "new string[0]",
        "new[] { \"v: A\" }",
        "new[] { \"v: A C T\", null }",
        "new[] { \"A\" }",
        "new string[] { Missing }",
        "\"v: A\"",
        "new[] { \"v: A\", \"v: C\" }",
    ];

    private static readonly string[] Semirings =
    [
        "typeof(MinPlus)",
        "typeof(MaxPlus)",
        "typeof(OrAnd)",
        "typeof(int)",
        "typeof(Missing)",
        "null",
    ];

    private static readonly (string Property, string[] Values)[] Common =
    [
        ("Format", HostileArguments.Enumerations),
        ("Weights", Formats),
        ("Activations", Formats),
        ("Accumulator", Formats),
        ("Seed", HostileArguments.Longs),
    ];

    private static readonly (string Property, string[] Values)[] ReLU = [("Certify", Flags), ("Perturbations", Moves)];

    private static readonly (string Attribute, Func<Random, string?> First, (string Property, string[] Values)[] Properties)[] Attributes =
    [
        (
            "RecognitionNetwork",
            random => HostileArguments.Pick(random, Files),
            [("Threshold", HostileArguments.Doubles), ("Categories", Texts), .. ReLU]
        ),
        (
            "CompositionNetwork",
            random =>
                string.Join(
                    ", ",
                    Enumerable
                        .Range(0, random.Next(1, 4))
                        .Select(i =>
                        {
                            if (random.Next(4) == 0)
                                return HostileArguments.Pick(random, Files);
                            if (i == 0)
                                return "\"g.txt\"";
                            return "\"w.txt\"";
                        })
                ),
            [("Threshold", HostileArguments.Doubles), ("Multiply", Flags), .. ReLU]
        ),
        (
            "PathCountingNetwork",
            _ => null,
            [
                ("Radices", HostileArguments.Lists(Sizes)),
                ("Blocks", Sizes),
                ("BlockCounts", HostileArguments.Lists(Sizes)),
                ("Weight", HostileArguments.Doubles),
                ("Repeat", Sizes),
                ("PermuteSeed", HostileArguments.Longs),
                .. ReLU,
            ]
        ),
        (
            "UniformNetwork",
            _ => "Neurons = 8",
            [
                ("Neurons", Sizes),
                ("InDegree", Sizes),
                ("Layers", Sizes),
                ("Weight", HostileArguments.Doubles),
                ("Bias", HostileArguments.Doubles),
                ("BiasMode", HostileArguments.Enumerations),
                ("Ceiling", HostileArguments.Doubles),
                ("Inputs", HostileArguments.Lists(HostileArguments.Doubles)),
                .. ReLU,
            ]
        ),
        ("PotentialsNetwork", Levels, [("Degree", Sizes), ("Semiring", Semirings), ("Range", Sizes), ("Granularity", Sizes)]),
        ("ReachabilityNetwork", Levels, [("Degree", Sizes)]),
        ("BottleneckNetwork", Levels, [("Degree", Sizes), ("Range", Sizes), ("Granularity", Sizes)]),
        (
            "ExactFixtures",
            random =>
                HostileArguments.Pick(
                    random,
                    [
                        "typeof(Net)",
                        "typeof(Min)",
                        "typeof(Glyph)",
                        "typeof(Net)",
                        "typeof(Bad)",
                        "typeof(int)",
                        "null",
                        "typeof(Missing)",
                        "typeof(System.Collections.Generic.List<>)",
                    ]
                ),
            [
                ("Items", ["int.MinValue", "0", "1", "5", "33", "4097", "default", "null"]),
                ("RoundBetweenLayers", Flags),
                ("Low", HostileArguments.Doubles),
                ("High", HostileArguments.Doubles),
                .. ReLU,
            ]
        ),
    ];

    private const string Bystanders = """
        [SparseNetwork(Inputs = 5)] [RandomLayer(InDegree = 3, Bias = -0.25, Ceiling = 2, Repeat = 2)] static partial class Net;
        [SparseNetwork(Inputs = 5, Semiring = typeof(MinPlus))] [RandomLayer(InDegree = 3)] static partial class Min;
        [RecognitionNetwork("g.txt")] static partial class Glyph;
        static class Bad;
        """;

    private static readonly AdditionalText[] Additional = [new InMemoryText("g.txt", Glyphs), new InMemoryText("w.txt", Words)];

    public static TheoryData<int> Seeds => MutationTests.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task HostileArguments_AreExplained(int seed)
    {
        var random = new Random(seed);
        // Files of their own, so that a fault in one says nothing of another declaration.
        var files = Enumerable
            .Range(0, Batch)
            .SelectMany(i => new AdditionalText[] { new InMemoryText($"g{i}.txt", Glyphs), new InMemoryText($"w{i}.txt", Words) });
        await CheckAsync(
            seed,
            i =>
                Declaration(random)
                    .Replace("g.txt", $"g{i}.txt", StringComparison.Ordinal)
                    .Replace("w.txt", $"w{i}.txt", StringComparison.Ordinal),
            [.. files, .. Additional]
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedSource_IsSurvived(int seed)
    {
        var random = new Random(-seed);
        string[] sound =
        [
            "[CompositionNetwork(\"g.txt\", \"w.txt\", Multiply = true,\n Threshold = 0.5, Weights = \"binary16\")]\nstatic "
                + "partial class N { }",
            "[UniformNetwork(Neurons = 8, InDegree = 2, Layers = 3, Weight = 0.5, Bias = -0.25, Certify = true)]\nstatic "
                + "partial class N { }",
            "[PotentialsNetwork(4, 6, 3, Degree = 2, Semiring = typeof(MaxPlus))]\nstatic partial class N { }",
            "[ExactFixtures(typeof(Net), Items = 5, Weights = \"binary16\",\n Low = -2, High = 4, Perturbations = "
                + "Perturbations.Input)]\nstatic partial class N { }",
        ];
        await CheckAsync(seed, i => TextMutation.Apply(random, sound[i % sound.Length], TextMutation.SourceWords), Additional);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedPatterns_AreExplained(int seed)
    {
        var random = new Random(2000 + seed);
        string[] words =
        [
            "#",
            ".",
            ":",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "x",
            "A",
            "CAT",
            ";",
            "\0",
            "\uFEFF",
            "\uD800",
            "\u2212",
            ": A",
            "A:\n",
        ];
        var files = Enumerable
            .Range(0, Batch)
            .SelectMany(i =>
                new AdditionalText[]
                {
                    new InMemoryText($"g{i}.x", i % 2 == 0 ? TextMutation.Apply(random, Glyphs, words) : Glyphs),
                    new InMemoryText($"w{i}.x", i % 2 == 1 ? TextMutation.Apply(random, Words, words) : Words),
                }
            );
        await CheckAsync(seed, i => $"[CompositionNetwork(\"g{i}.x\", \"w{i}.x\")] static partial class N;", [.. files, .. Additional]);
    }

    private static Task CheckAsync(int seed, Func<int, string> declaration, AdditionalText[] files) =>
        MutationTests.CheckAsync(
            seed,
            MutationTests
                .Batch(i => $"using SparseDnn;\nnamespace Case{i}\n{{\n{declaration(i)}\n}}", Batch)
                .Append(("Others.cs", "using SparseDnn;\n" + Bystanders)),
            files,
            "FixtureData",
            type =>
                type is not null
                && type.GetAttributes()
                    .Any(attribute =>
                        attribute.AttributeClass is { } known && (known.Name == nameof(ExactFixturesAttribute) || IsFamily(known))
                    )
        );

    private static bool IsFamily(INamedTypeSymbol? type) =>
        type is not null && (type.Name == nameof(ExactFamilyAttribute) || IsFamily(type.BaseType));

    private static string Declaration(Random random)
    {
        var text = "";
        for (var count = random.Next(8) == 0 ? 2 : 1; count > 0; count--)
        {
            var (name, first, own) = Attributes[random.Next(Attributes.Length)];
            (string, string[])[] all = name == "ExactFixtures" ? [.. own, .. Common.Skip(1)] : [.. own, .. Common];
            text += $"[{name}{HostileArguments.Arguments(random, all, share: random.Next(3) * 0.15, first(random))}] ";
        }

        return $"{text}{HostileArguments.Modifiers(random)} N;";
    }

    private static string Levels(Random random) =>
        string.Join(
            ", ",
            Enumerable
                .Range(0, random.Next(2, 5))
                .Select(_ => random.Next(6) == 0 ? HostileArguments.Pick(random, Sizes) : $"{random.Next(2, 7)}")
        );
}
