using System.Collections.Generic;

namespace SparseDnn.Analyzers.Tests.Fixes;

/// <summary>A row for every diagnostic of every provider.</summary>
internal static class FixRows
{
    private const string Layer = "[SparseNetwork(Inputs = 3)] [BandedLayer] ";
    private const string Plain =
        "public static float Zero => 0; public static float One => 1; public static float Add(float a, float b) => a + b; "
        + "public static float Multiply(float a, float b) => a * b; }";
    private const string Semiring = "ISemiring<S, float> { " + Plain;
    private const string Carried =
        "ISemiring<S, float> { public static float Zero => 0; public static float One => 1; public static float Add(float a, "
        + "float b) => MathF.Max(a, b); public static float Multiply(float a, float b) => a * b; public static (float Min, float "
        + "Max) Carrier => ";
    private const string Absorbing = "[SparseNetwork(Inputs = 2, InputRange = new[] { 33554432.0, 67108864 })] ";
    private const string Sum =
        "[SparseNetwork(Inputs = 4)] [Layer(Outputs = 1, Edges = \"0 0 5; 1 0 5; 2 0 5; 3 0 5\")] static partial class Sum; ";

    private const string OverTwo = """
         [BandedLayer(UpperBandwidth = 1, Weight = 2)] static partial class N;
        [Semiring]
        readonly partial struct Plain : ISemiring<Plain, double>, ISemiring<Plain, long>
        {
            static double ISemiring<Plain, double>.Zero => 0;
            static double ISemiring<Plain, double>.One => 1;
            static double ISemiring<Plain, double>.Add(double a, double b) => a + b;
            static double ISemiring<Plain, double>.Multiply(double a, double b) => a * b;
            static long ISemiring<Plain, long>.Zero => 0;
            static long ISemiring<Plain, long>.One => 1;
            static long ISemiring<Plain, long>.Add(long a, long b) => a + b;
            static long ISemiring<Plain, long>.Multiply(long a, long b) => a * b;
        }
        """;

    private const string Tiny =
        "\n[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1.5; 1 0 -2; 2 1 0.25\")] static partial class Tiny;";
    private const string Wide =
        "\n[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [Layer(Outputs = 2, Edges = \"0 0 1.5; 1 0 -2; 2 1 "
        + "0.25\")] static partial class Wide;";
    private const string Net =
        "\n[SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1 })] [Layer(Outputs = 2, Edges = \"0 0 0.375; 1 0 -0.8125; 2 "
        + "1 0.125; 0 1 -0.625\")] public static partial class Net;\n[ExactFixtures(typeof(Net))] public static partial class "
        + "NetFixtures;";

    public static IReadOnlyList<FixRow> All { get; } =
    [
        new("SDNN0001", "AddPartial", Layer + "static class N;", Layer + "static partial class N;"),
        new(
            "SDNN0002",
            "AddPartial",
            "static class Around { " + Layer + "static partial class N; }",
            "static partial class Around { " + Layer + "static partial class N; }"
        ),
        new("SDNN1005", "AddPartial", "[Semiring] readonly struct S : " + Semiring, "[Semiring] readonly partial struct S : " + Semiring),
        new(
            "SDNN1006",
            "AddPartial",
            "class Around { [Semiring] readonly partial struct S : ISemiring<S, float> { " + Plain + " }",
            "partial class Around { [Semiring] readonly partial struct S : ISemiring<S, float> { " + Plain + " }"
        ),
        Declared(
            "SDNN0005",
            "SetArgument",
            "[SparseNetwork(Inputs = 4)] [RadixNet(Radices = new[] { 2, 4 })]",
            "[SparseNetwork(Inputs = 8)] [RadixNet(Radices = new[] { 2, 4 })]"
        ),
        Declared(
            "SDNN0009",
            "SetArgument",
            "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1; 2 1 1\")]",
            "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 0 1; 2 1 1\")]"
        ),
        Declared(
            "SDNN0010",
            "SetArgument",
            "[SparseNetwork(Inputs = 4)] [RadixNet(Radices = new[] { 2, 1, 2 })]",
            "[SparseNetwork(Inputs = 4)] [RadixNet(Radices = new[] { 2, 2 })]"
        ),
        Declared(
            "SDNN0012",
            "SetArgument",
            "[SparseNetwork(Inputs = 2)] [Layer(Edges = \"0 0 1; 1 1 1\")]",
            "[SparseNetwork(Inputs = 2)] [Layer(Edges = \"0 0 1; 1 1 1\", Outputs = 2)]"
        ),
        Declared(
            "SDNN0015",
            "SetArgument",
            "[SparseNetwork(Inputs = 2)] [BandedLayer(Bias = 1, Biases = new[] { 1.0, 2 })]",
            "[SparseNetwork(Inputs = 2)] [BandedLayer(Bias = 1)]"
        ),
        Declared("SDNN0018", "SetArgument", "[SparseNetwork] [WeightFiles(\"w.mtx\")]", "[SparseNetwork] [WeightFiles(\"a/w.mtx\")]"),
        Declared(
            "SDNN0011",
            "SetArgument",
            "[SparseNetwork(Inputs = 3)] [BandedLayer(Ceiling = -32, Bias = 1)]",
            "[SparseNetwork(Inputs = 3)] [BandedLayer(Bias = 1)]"
        ),
        Declared(
            "SDNN0014",
            "SetArgument",
            "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1e39)]",
            "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)] [BandedLayer(Weight = 1e39)]"
        ),
        Declared(
            "SDNN0014",
            "SetArgument",
            "[SparseNetwork(Inputs = 3, Format = ElementFormat.BFloat16)] [BandedLayer(Weight = 3.4e38)]",
            "[SparseNetwork(Inputs = 3, Format = ElementFormat.Binary32)] [BandedLayer(Weight = 3.4e38)]"
        ),
        Declared(
            "SDNN0019",
            "SetArgument",
            "[UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2, Activations = \"Half\")]",
            "[UniformNetwork(Neurons = 4, InDegree = 2, Layers = 2, Activations = \"binary16\")]"
        ),
        Declared(
            "SDNN0024",
            "SetArgument",
            "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.3, Bias = -0.1, Certify = true)]",
            "[UniformNetwork(Neurons = 16, InDegree = 4, Layers = 3, Weight = 0.3, Bias = -0.1)]"
        ),
        Declared(
            "SDNN0036",
            "SetArgument",
            "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1, Format = ElementFormat.Int32)]",
            "[SparseNetwork(Inputs = 3)] [BandedLayer(Weight = 1)]"
        ),
        Declared(
            "SDNN1010",
            "SetArgument",
            "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus), Format = ElementFormat.Int32)] [BandedLayer(Weight = 1)]",
            "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus), Format = ElementFormat.Binary32)] [BandedLayer(Weight = 1)]"
        ),
        Declared(
            "SDNN1012",
            "SetArgument",
            "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(OrAnd), typeof(OrAnd))] [BandedLayer(BiasMode = BiasMode.Dense, Ceiling = 1)]",
            "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(OrAnd), typeof(OrAnd))] [BandedLayer(BiasMode = BiasMode.Dense)]"
        ),
        Declared(
            "SDNN1013",
            "SetArgument",
            "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer(Weight = 1, Bias = 1)]",
            "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [BandedLayer(Weight = 1)]"
        ),
        Declared(
            "SDNN1014",
            "SetArgument",
            "[SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))] [Oscillate(typeof(PlusTimes), typeof(MaxPlus))] [BandedLayer]",
            "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(PlusTimes), typeof(MaxPlus))] [BandedLayer]"
        ),
        new(
            "SDNN1016",
            "SetArgument",
            "[SparseNetwork(Inputs = 3, Semiring = typeof(Plain))]" + OverTwo,
            "[SparseNetwork(Inputs = 3, Semiring = typeof(Plain), Format = ElementFormat.Binary64)]" + OverTwo
        ),
        Declared(
            "SDNN1024",
            "SetArgument",
            "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MaxPlus), typeof(MinPlus))] [BandedLayer(Activation = Activation.ReLU)]",
            "[SparseNetwork(Inputs = 3)] [Oscillate(typeof(MaxPlus), typeof(MinPlus))] [BandedLayer]"
        ),
        Declared(
            "SDNN2006",
            "SetArgument",
            Absorbing + "[BandedLayer(Weight = 1, Bias = 0.5, Activation = Activation.None)]",
            Absorbing + "[BandedLayer(Weight = 1, Activation = Activation.None)]"
        ),
        Declared(
            "SDNN2008",
            "SetArgument",
            Sum + "[ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int16:4\", Accumulator = \"int16:8\")]",
            Sum + "[ExactFixtures(typeof(Sum), High = 7, Weights = \"int8:4\", Activations = \"int16:4\", Accumulator = \"int32:8\")]"
        ),
        Declared(
            "SDNN2002",
            "RemoveEdge",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 0 1e-60; 1 1 1\")]",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1\")]"
        ),
        Declared(
            "SDNN0008",
            "RemoveEdge",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1; 0 0 2\")]",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1\")]"
        ),
        Declared(
            "SDNN0029",
            "RemoveEdge",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 0 0; 1 1 1\")]",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1\")]"
        ),
        Declared(
            "SDNN0017",
            "BiasCount",
            "[SparseNetwork(Inputs = 2)] [BandedLayer(Biases = new[] { 1.0, 2, 3 })]",
            "[SparseNetwork(Inputs = 2)] [BandedLayer(Biases = new[] { 1.0, 2 })]"
        ),
        new(
            "SDNN1001",
            "RightIdentity",
            "[Semiring] readonly partial struct S : " + Semiring.Replace("One => 1", "One => 2", System.StringComparison.Ordinal),
            "[Semiring] readonly partial struct S : " + Semiring
        ),
        new(
            "SDNN1009",
            "SwapCarrier",
            "[Semiring] readonly partial struct S : " + Carried + "(1f, 0f); }",
            "[Semiring] readonly partial struct S : " + Carried + "(0f, 1f); }"
        ),
        new(
            "SDNN1028",
            "Saturate",
            "[Semiring] readonly partial struct S : ISemiring<S, int> { public static int Zero => int.MaxValue; public static "
                + "int One => 0; public static int Add(int a, int b) => Math.Min(a, b); public static int Multiply(int a, int b) => "
                + "a + b; }",
            "[Semiring] readonly partial struct S : ISemiring<S, int> { public static int Zero => int.MaxValue; public static "
                + "int One => 0; public static int Add(int a, int b) => Math.Min(a, b); public static int Multiply(int a, int b) => "
                + "int.CreateSaturating((long)a + b); public static (int Min, int Max) Carrier => (0, int.MaxValue); }"
        ),
        Marked(
            "SDNN1017",
            "SemiringOperation",
            "float F([Of<MinPlus>] float d, float w) => d * w;",
            "float F([Of<MinPlus>] float d, float w) => MinPlus.Multiply(d, w);"
        ),
        Marked(
            "SDNN1018",
            "SemiringOperation",
            "float F([Of<MinPlus>] float[] d) => d.Sum();",
            "float F([Of<MinPlus>] float[] d) => d.Aggregate(MinPlus.Zero, MinPlus.Add);"
        ),
        Marked(
            "SDNN1019",
            "SemiringOperation",
            "bool F([Of<MinPlus>] float d) => d == 0;",
            "bool F([Of<MinPlus>] float d) => d == MinPlus.Zero;"
        ),
        Marked(
            "SDNN1021",
            "FillWithZero",
            "void F([Of<MinPlus>] Span<float> d) { d.Clear(); }",
            "void F([Of<MinPlus>] Span<float> d) { d.Fill(MinPlus.Zero); }"
        ),
        Declared(
            "SDNN1025",
            "StateBiasMode",
            "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = 0.5)]",
            "[SparseNetwork(Inputs = 3)] [Layer(Outputs = 2, Edges = \"0 0 1\", Bias = 0.5, BiasMode = BiasMode.Dense)]"
        ),
        Declared(
            "SDNN2001",
            "RoundedLiteral",
            "[SparseNetwork(Inputs = 3, InputRange = new[] { -1.0, 1 })] [BandedLayer(Weight = 0.1)]",
            "[SparseNetwork(Inputs = 3, InputRange = new[] { -1.0, 1 })] [BandedLayer(Weight = 0.10000000149011612)]"
        ),
        Declared(
            "SDNN2003",
            "WiderFormat",
            "[SparseNetwork(Inputs = 2)] [Layer(Outputs = 2, Bias = 2e38)] [Layer(Outputs = 1, Edges = \"0 0 2; 1 0 2\")]",
            "[SparseNetwork(Inputs = 2, Format = ElementFormat.Binary64)] [Layer(Outputs = 2, Bias = 2e38)] [Layer(Outputs = "
                + "1, Edges = \"0 0 2; 1 0 2\")]"
        ),
        Declared(
            "SDNN2004",
            "WiderFormat",
            "[SparseNetwork(Inputs = 2, InputRange = new[] { -2.0, 2 })] [Layer(Outputs = 1, Edges = \"0 0 2e38; 1 0 -2e38\")]",
            "[SparseNetwork(Inputs = 2, InputRange = new[] { -2.0, 2 }, Format = ElementFormat.Binary64)] [Layer(Outputs = 1, "
                + "Edges = \"0 0 2e38; 1 0 -2e38\")]"
        ),
        Wider("SDNN2002", "2", "[Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1e-40\")]"),
        Wider(
            "SDNN2006",
            "2, InputRange = new[] { 33554432.0, 67108864 }",
            "[BandedLayer(Weight = 1, Bias = 0.5, Activation = Activation.None)]"
        ),
        Wider(
            "SDNN2007",
            "3, InputRange = new[] { -9.094947017729282e-13, 9.094947017729282e-13 }",
            "[BandedLayer(Weight = 7.888609052210118e-31)]"
        ),
        Wider(
            "SDNN2010",
            "2, InputRange = new[] { 0.999999940395, 0.9999999404 }",
            "[Layer(Outputs = 1, Edges = \"0 0 33554432; 1 0 -33554432\", Bias = 0.0009765625)]"
        ),
        Used(
            "SDNN2020",
            "ReplaceNumber",
            "double[] z = new double[2]; Wide.Infer([0.1f, 1, 2], z);",
            "double[] z = new double[2]; Wide.Infer([0.1, 1, 2], z);"
        ),
        Used(
            "SDNN2021",
            "ReplaceNumber",
            "Tiny.Infer(x, y); if (y[0] == 0.1) Console.WriteLine();",
            "Tiny.Infer(x, y); if (y[0] == 0.1f) Console.WriteLine();"
        ),
        Used(
            "SDNN2022",
            "ReplaceNumber",
            "Net.Infer(x, y); if (y[0] == a + b) Console.WriteLine();",
            "Net.Infer(x, y); if (System.Math.Abs(y[0] - (a + b)) <= 5.7E-07f) Console.WriteLine();"
        ),
        Used(
            "SDNN2022",
            "ReplaceNumber",
            "Net.Infer(x, y); Xunit.Assert.Equal(a + b, y[0]);",
            "Net.Infer(x, y); Xunit.Assert.Equal(a + b, y[0], 5.7E-07f);"
        ),
        Used(
            "SDNN2023",
            "ReplaceNumber",
            "Net.Infer(x, y); if (Math.Abs(y[0] - a) < 1e-9f || MathF.Abs(b - y[1]) <= 1e-10) Console.WriteLine();",
            "Net.Infer(x, y); if (Math.Abs(y[0] - a) < 2.9E-07f || MathF.Abs(b - y[1]) <= 1.8E-07) Console.WriteLine();"
        ),
        Used(
            "SDNN2024",
            "ReplaceNumber",
            "Net.Infer(x, y); Xunit.Assert.Equal(a, y[0], 0.01f); System.Diagnostics.Debug.Assert(0.1 > Math.Abs(y[1] - b));",
            "Net.Infer(x, y); Xunit.Assert.Equal(a, y[0], 2.9E-07f); System.Diagnostics.Debug.Assert(1.8E-07 > Math.Abs(y[1] - b));"
        ),
        Used(
            "SDNN2022",
            "CheckFixture",
            "Net.Infer(x, y); Xunit.Assert.Equal(a + b, y[0]);",
            "Net.Infer(x, y); NetFixtures.Fixtures.AllItems.Check(Net.Infer);"
        ),
        Used(
            "SDNN2023",
            "CheckFixture",
            "Net.Infer(x, y); Xunit.Assert.Equal(a, y[0], 1e-9f);",
            "Net.Infer(x, y); NetFixtures.Fixtures.AllItems.Check(Net.Infer);"
        ),
        Used(
            "SDNN2024",
            "CheckFixture",
            "Net.Infer(x, y); Xunit.Assert.Equal(a, y[0], 0.01f);",
            "Net.Infer(x, y); NetFixtures.Fixtures.AllItems.Check(Net.Infer);"
        ),
        Used(
            "SDNN3001",
            "BufferLength",
            "var z = new float[3]; Tiny.Infer([1, 2, 3], z);",
            "var z = new float[Tiny.Outputs]; Tiny.Infer([1, 2, 3], z);"
        ),
        Used(
            "SDNN3003",
            "BatchLoop",
            "for (var i = 0; i < n; i++) Tiny.Infer(x.AsSpan(i * 3, 3), y.AsSpan(i * 2, 2));",
            "Tiny.InferBatch(x, y, n);"
        ),
        Used(
            "SDNN3004",
            "HoistBuffer",
            "while (n-- > 0)\n        {\n            var z = new float[2];\n            Tiny.Infer(x, z);\n            "
                + "Console.WriteLine(z[0]);\n        }",
            "var z = new float[2];\n        while (n-- > 0)\n        {\n            Tiny.Infer(x, z);\n            "
                + "Console.WriteLine(z[0]);\n        }"
        ),
        Used("SDNN3005", "DemandReport", "FixtureFolder.Verify(\"a\", \"b\");", "FixtureFolder.Verify(\"a\", \"b\").Demand();"),
    ];

    private static FixRow Declared(string id, string provider, string before, string after) =>
        new(id, provider, before + " static partial class N;\n", after + " static partial class N;\n");

    private static FixRow Wider(string id, string inputs, string layer) =>
        Declared(
            id,
            "WiderFormat",
            $"[SparseNetwork(Inputs = {inputs})] {layer}",
            $"[SparseNetwork(Inputs = {inputs}, Format = ElementFormat.Binary64)] {layer}"
        );

    private static FixRow Marked(string id, string provider, string before, string after) =>
        new(id, provider, $"static class C {{ static {before} }}\n", $"static class C {{ static {after} }}\n");

    private static FixRow Used(string id, string provider, string before, string after) =>
        new(id, provider, Program(before), Program(after));

    private static string Program(string statements) =>
        $"public class C\n{{\n    public void M(float[] x, float[] y, float a, float b, int n)\n    {{\n        {statements}\n  "
        + $"  }}\n}}{Tiny}{Wide}{Net}\n";
}
