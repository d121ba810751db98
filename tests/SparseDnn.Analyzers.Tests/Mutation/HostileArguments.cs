using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>
/// Attribute arguments that nobody should write, as source text: numbers at every edge, nulls, casts, constants and expressions that do not
/// compile.
/// </summary>
internal static class HostileArguments
{
    private static readonly string[] Integers =
    [
        "int.MinValue",
        "-1",
        "0",
        "1",
        "2",
        "3",
        "5",
        "64",
        "200",
        "16777217",
        "int.MaxValue",
        "1 + 1",
        "unchecked(int.MaxValue + 2)",
        "'a'",
        "default",
        "(int)3e9",
        "Missing",
        "\"3\"",
        "3.5",
        "null",
        "sizeof(int)",
        "int.MaxValue + 1",
    ];

    internal static readonly string[] Longs = ["0", "-1", "42", "long.MinValue", "long.MaxValue", "default", "1UL", "Missing.Too"];

    internal static readonly string[] Doubles =
    [
        "0",
        "-0.0",
        "0.5",
        "-0.3",
        "1",
        "2",
        "1e39",
        "-1e300",
        "1e-320",
        "double.NaN",
        "double.PositiveInfinity",
        "double.NegativeInfinity",
        "double.MaxValue",
        "double.MinValue",
        "double.Epsilon",
        "3.4028236e38",
        "1f",
        "1m",
        "0.0 / 0.0",
        "Missing",
        "null",
        "'x'",
    ];

    private static readonly string[] Texts =
    [
        "\"\"",
        "null",
        "\" ; ; \"",
        "\"0 0 1\"",
        "\"0 0 1; 1 1 -2\"",
        "\"0 0 1; 0 0 1\"",
        "\"0 0\"",
        "\"-1 0 1\"",
        "\"0 0 1,5\"",
        "\"0 0 nan\"",
        "\"99999999999 0 1\"",
        "\"5 5 5\"",
        "\"0 0 1e999\"",
        "\"0\\t0\\t1\\n\"",
        "@\"0 0 x\"",
        "\"\"\"0 0 1\"\"\"",
        "$\"0 0 1\"",
        "nameof(System)",
        "\"{0}\"",
        "\"\\uD800 0 1\"",
        "\"0 0 \\u2212" + "1\"",
        "(string)null",
        "\"0 0 1\" + \"; 1 1 x\"",
        "\"0 0 1",
        "Missing",
        "1",
    ];

    private static readonly string[] Patterns =
    [
        "\"w.mtx\"",
        "\"w.tsv\"",
        "\"none.mtx\"",
        "\"\"",
        "null",
        "\"{1..3}\"",
        "\"l{3..1}.mtx\"",
        "\"l{1..99999999}.mtx\"",
        "\"{\"",
        "\"}\"",
        "\"{1..2}{3..4}\"",
        "\"{a..b}\"",
        "\"{1..}\"",
        "\"{-1..2}\"",
        "\"{99999999999..99999999999}\"",
        "\"\\0\"",
        "\"..\"",
        "\"/\"",
        "@\"\\\"",
        "\"{0}\"",
        "\"w.mtx/\"",
        "Missing",
        "1",
    ];

    internal static readonly string[] Enumerations =
    [
        "(BiasMode)1",
        "BiasMode.NonzeroSums",
        "(BiasMode)(-1)",
        "(BiasMode)int.MinValue",
        "Activation.None",
        "(Activation)9",
        "Epilogue.None",
        "(Epilogue)5",
        "ElementFormat.Binary64",
        "(ElementFormat)2",
        "Summation.Strict",
        "(Summation)77",
        "default",
        "0",
        "1",
        "Missing.None",
    ];

    internal static readonly string[] Semirings =
    [
        "null",
        "typeof(PlusTimes)",
        "typeof(MinPlus)",
        "typeof(MaxTimes)",
        "typeof(Log)",
        "typeof(MaxPlus)",
        "typeof(int)",
        "typeof(int*)",
        "typeof(string[])",
        "typeof(System.Collections.Generic.List<>)",
        "typeof(void)",
        "typeof(Missing)",
        "typeof(",
        "3",
        "default",
    ];

    // Each property of the attributes and what may be written for it.
    private static readonly (string Attribute, (string Property, string[] Values)[] Properties)[] Attributes =
    [
        ("Layer", [("Outputs", Integers), ("Edges", Texts)]),
        ("WeightFiles", [("Neurons", Integers)]),
        (
            "RadixNet",
            [
                ("Radices", Lists(Integers)),
                ("Blocks", Integers),
                ("BlockCounts", Lists(Integers)),
                ("PermuteSeed", Longs),
                ("Weight", Doubles),
            ]
        ),
        ("BandedLayer", [("Outputs", Integers), ("LowerBandwidth", Integers), ("UpperBandwidth", Integers), ("Weight", Doubles)]),
        (
            "RandomLayer",
            [
                ("Outputs", Integers),
                ("InDegree", Integers),
                ("Density", Doubles),
                ("Seed", Longs),
                ("MinWeight", Doubles),
                ("MaxWeight", Doubles),
            ]
        ),
        (
            "ButterflyLayer",
            [
                ("Radix", Integers),
                ("BlockSize", Integers),
                ("Stages", Lists(Integers)),
                ("Weight", Doubles),
                ("Seed", Longs),
                ("MinWeight", Doubles),
                ("MaxWeight", Doubles),
            ]
        ),
    ];

    private static readonly (string Property, string[] Values)[] Common =
    [
        ("Bias", Doubles),
        ("Biases", Lists(Doubles)),
        ("BiasMode", Enumerations),
        ("Activation", Enumerations),
        ("Ceiling", Doubles),
        ("Epilogue", Enumerations),
        ("Repeat", ["int.MinValue", "-1", "0", "1", "2", "5", "int.MaxValue", "Missing"]),
        ("Format", Enumerations),
    ];

    /// <summary>A declared type with random attributes.</summary>
    public static string Declaration(Random random, string typeName)
    {
        var network = Arguments(
            random,
            [("Inputs", Integers), ("Format", Enumerations), ("Summation", Enumerations), ("Semiring", Semirings)],
            share: 0.4,
            first: random.Next(5) > 0 ? $"Inputs = {random.Next(1, 9)}" : null
        );
        if (random.Next(4) == 0)
            network += $"][Oscillate({Pick(random, Semirings)}, {Pick(random, Semirings)})";
        var layers = Enumerable.Range(0, random.Next(4)).Select(_ => Layer(random));
        return $"[SparseNetwork{network}] {string.Concat(layers)}{Modifiers(random)} {typeName};";
    }

    private static string Layer(Random random)
    {
        var (name, own) = Attributes[random.Next(Attributes.Length)];
        var first = name == "WeightFiles" ? Pick(random, Patterns) : null;
        return $"[{name}{Arguments(random, [.. own, .. Common], share: random.Next(2) == 0 ? 0.15 : 0.4, first)}] ";
    }

    internal static string Arguments(Random random, (string Property, string[] Values)[] properties, double share, string? first)
    {
        var taken = first?.Split(' ')[0];
        var named = properties
            .Where(property => property.Property != taken && random.NextDouble() < share)
            .Select(property => $"{property.Property} = {Pick(random, property.Values)}");
        var all = (first is null ? named : named.Prepend(first)).ToArray();
        return all.Length == 0 && random.Next(2) == 0 ? "" : $"({string.Join(", ", all)})";
    }

    internal static string Modifiers(Random random) =>
        random.Next(20) switch
        {
            0 => "class",
            1 => "partial struct",
            2 => "partial record",
            3 => "ref partial struct",
            4 => "readonly partial record struct",
            5 => "partial interface",
            6 => "enum E; partial class",
            _ => "static partial class",
        };

    internal static string[] Lists(string[] items)
    {
        var random = new Random(items.Length);
        var lists = new List<string>
        {
            "null",
            "new int[0]",
            "new double[0]",
            "default",
            "new[] { }",
            "new int[int.MaxValue]",
            "new double[] { 1, , 2 }",
            "new[] { 2, 2 }",
            "new[] { 0.5, 0 }",
            "new int[] { 2 }",
            "[2, 2]",
        };
        for (var i = 0; i < 20; i++)
            lists.Add(
                $"new {(items == Doubles ? "double" : "int")}[] {{ "
                    + $"{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => items[random.Next(items.Length)]))} }}"
            );
        return [.. lists];
    }

    internal static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
