using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using SparseDnn.Generators.Tests.Naive;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>
/// The truth net: all networks in one compilation, run at every vector width and many batch sizes, compared bit for bit with plain loops
/// over declared edges (strict sums) or over the plan's trees.
/// </summary>
public sealed class CompileAndRunTests
{
    private const int MaxBatch = 70; // two full tiles of binary32 items and a remainder
    private const int PoolSize = 2 * MaxBatch;

    private static readonly Lazy<Assembly> Program = new(() =>
    {
        var project = new TestProject(
            "using SparseDnn;\nnamespace Cases;\n" + string.Join("\n", Cases.All.Select(network => network.Source)),
            [.. Cases.All.SelectMany(network => network.Files)]
        );
        return Programs.Load(GeneratorRun.Start(project).Output);
    });

    public static TheoryData<string> Names => [.. Cases.All.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratedNetwork_EqualsPlainLoops(string name)
    {
        var network = Cases.All.Single(candidate => candidate.Name == name);
        if (network.Wide)
            Compare<double>(network);
        else
            Compare<float>(network);
    }

    private static void Compare<T>(NetworkCase network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var generated = Programs.Network<T>(Program.Value, "Cases." + network.Name);
        var (inputs, outputs) = (network.Layers[0].Inputs, network.Layers[^1].Outputs);
        Assert.Equal(network.Layers.Select(layer => layer.Outputs).Prepend(inputs), generated.Description.LayerWidths);
        var items = Items.Make<T>(PoolSize, inputs, seed: network.Name.Length);
        var expected = new T[PoolSize * outputs];
        var plan = network.Strict ? null : NaivePlan.Of<T>(network.Layers);
        for (var item = 0; item < PoolSize; item++)
        {
            var input = items.AsSpan(item * inputs, inputs);
            (plan is null ? NaiveEvaluator.Run<T>(network.Layers, true, input) : NaivePlan.Run<T>(plan, network.Layers, input)).CopyTo(
                expected,
                item * outputs
            );
        }

        var actual = new T[MaxBatch * outputs];
        foreach (var width in Enum.GetValues<VectorWidth>())
            for (var batch = 1; batch <= MaxBatch; batch++)
            {
                var options = new BatchOptions { VectorWidth = width, MaxDegreeOfParallelism = batch % 3 };
                // Each batch starts elsewhere in the pool, so that every item meets every lane.
                generated.InferBatch(items.AsSpan(batch * inputs, batch * inputs), actual, batch, options);
                AssertBits($"{network.Name}, {width}, batch {batch}", expected.AsSpan(batch * outputs, batch * outputs), actual, outputs);
            }

        for (var item = 0; item < MaxBatch; item++)
        {
            generated.Infer(items.AsSpan(item * inputs, inputs), actual.AsSpan(0, outputs));
            AssertBits($"{network.Name}, single item {item}", expected.AsSpan(item * outputs, outputs), actual, outputs);
        }
    }

    // NaN of any payload is one value; all others are compared by their bits, the sign of zero included.
    private static void AssertBits<T>(string what, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual[..expected.Length])))
            return;
        for (var i = 0; i < expected.Length; i++)
        {
            if (T.IsNaN(expected[i]) && T.IsNaN(actual[i]))
                continue;
            var same = expected[i] == actual[i] && T.IsNegative(expected[i]) == T.IsNegative(actual[i]);
            Assert.True(
                same,
                FormattableString.Invariant(
                    $"{what}, item {i / outputs}, output {i % outputs}: expected {expected[i]:R}, actual {actual[i]:R}"
                )
            );
        }
    }
}
