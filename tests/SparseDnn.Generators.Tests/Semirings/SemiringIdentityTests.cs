using System;
using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests.Semirings;

/// <summary>A semiring is the type that it is, whatever it is called.</summary>
public sealed class SemiringIdentityTests
{
    // Named as built-in ones are, both max-times; one layer in straight-line code and in tables.
    private const string Namesakes = """
        using System;
        using SparseDnn;
        [Semiring]
        public readonly partial struct log : ISemiring<log, float>
        {
            public static float Zero => 0;
            public static float One => 1;
            public static (float Min, float Max) Carrier => (0, float.MaxValue);
            public static float Add(float a, float b) => MathF.Max(a, b);
            public static float Multiply(float a, float b) => a * b;
        }
        namespace Mine
        {
            [Semiring]
            public readonly partial struct MinPlus : ISemiring<MinPlus, float>
            {
                public static float Zero => 0;
                public static float One => 1;
                public static (float Min, float Max) Carrier => (0, float.MaxValue);
                public static float Add(float a, float b) => MathF.Max(a, b);
                public static float Multiply(float a, float b) => a * b;
            }
            [SparseNetwork(Inputs = 2, Semiring = typeof(log))]
            [Layer(Outputs = 1, Edges = "0 0 3; 1 0 0.5", Epilogue = Epilogue.None)]
            public static partial class OverLog;
            [SparseNetwork(Inputs = 2, Semiring = typeof(MinPlus))]
            [Layer(Outputs = 1, Edges = "0 0 3; 1 0 0.5", Epilogue = Epilogue.None)]
            public static partial class OverMinPlus;
        }
        """;

    [Theory]
    [InlineData("Mine.OverLog", "global::log")]
    [InlineData("Mine.OverMinPlus", "global::Mine.MinPlus")]
    public void ANamesakeOfABuiltInSemiring_HasItsOwnKernels(string network, string type)
    {
        var run = GeneratorRun.Start(new TestProject(Namesakes)).RequireClean("CS8981");
        var compiled = Programs.Network<float>(Programs.Load(run.Output), network);
        float[] inputs = [.. Enumerable.Repeat(new[] { 5f, 16f }, 70).SelectMany(item => item)];
        var outputs = new float[70];
        // Straight-line code takes a register of items, tables take tiles.
        compiled.InferBatch(inputs, outputs, 70);
        Assert.All(outputs, output => Assert.Equal(15f, output));
        compiled.Infer(inputs.AsSpan(0, 2), outputs.AsSpan(0, 1));
        Assert.Equal(15f, outputs[0]);
        var kernels = run.Files.Single(file => file.Key.Contains(network.Split('.')[1]) && file.Key.Contains("Kernels")).Value;
        Assert.Contains($"Exact<float, {type}>", kernels);
        Assert.DoesNotContain("global::SparseDnn.MinPlus", kernels);
        Assert.DoesNotContain("global::SparseDnn.Log", kernels);
    }

    [Theory]
    [InlineData("0f", true)]
    [InlineData("-0f", false)]
    [InlineData("1f", false)]
    public void AStepThatIsBiasAndReLU_RectifiesByItsFormula(string one, bool rectifies)
    {
        var run = GeneratorRun
            .Start(
                new TestProject(
                    $$"""
                    using System;
                    using SparseDnn;
                    [Semiring]
                    public readonly partial struct Tropical : ISemiring<Tropical, float>
                    {
                        public static float Zero => float.NegativeInfinity;
                        public static float One => {{one}};
                        public static float Add(float a, float b) => MathF.Max(b, a);
                        public static float Multiply(float a, float b) => a + b;
                    }
                    """
                )
            )
            .RequireClean();
        Assert.Equal(rectifies, run.Files.Single().Value.Contains(".Rectifies => true;"));
    }

    [Fact]
    public void OneKernelServesBooleansAndTheWordsThatPackThem()
    {
        var run = GeneratorRun
            .Start(
                new TestProject(
                    """
                    using SparseDnn;
                    [Semiring(PackedBooleans = true)]
                    public readonly partial struct Reaches : ISemiring<Reaches, bool>, ISemiring<Reaches, ulong>
                    {
                        public static bool Zero => false;
                        public static bool One => true;
                        static ulong ISemiring<Reaches, ulong>.Zero => 0;
                        static ulong ISemiring<Reaches, ulong>.One => ulong.MaxValue;
                        public static bool Add(bool a, bool b) => a | b;
                        public static bool Multiply(bool a, bool b) => a & b;
                        public static ulong Add(ulong a, ulong b) => a | b;
                        public static ulong Multiply(ulong a, ulong b) => a & b;
                    }
                    [SparseNetwork(Inputs = 2, Semiring = typeof(Reaches), Format = ElementFormat.Boolean)]
                    [Layer(Outputs = 1, Edges = "0 0 1", Epilogue = Epilogue.None)]
                    public static partial class Bits;
                    [SparseNetwork(Inputs = 2, Semiring = typeof(Reaches), Format = ElementFormat.Word64)]
                    [Layer(Outputs = 1, Edges = "0 0 1", Epilogue = Epilogue.None)]
                    public static partial class Words;
                    """
                )
            )
            .RequireClean();
        var program = Programs.Load(run.Output);
        var bit = new bool[1];
        Programs.Network<bool>(program, "Bits").Infer([true, false], bit);
        Assert.True(bit[0]);
        var word = new ulong[1];
        Programs.Network<ulong>(program, "Words").Infer([0xF0, 1], word);
        Assert.Equal(0xF0UL, word[0]);
    }
}
