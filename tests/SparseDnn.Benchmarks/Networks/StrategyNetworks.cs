using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;
using SparseDnn.Primitives;

namespace SparseDnn.Benchmarks.Networks;

/// <summary>One-layer networks of individual weights in the shapes that tell the ways to compute them apart.</summary>
internal static class StrategyNetworks
{
    /// <summary>The shapes by name.</summary>
    public static IReadOnlyList<(string Name, Network Model)> All { get; } =
    [
        Random("784 × 512, 10 %", 784, 512, 0.1),
        Random("512 × 512, 10 %", 512, 512, 0.1),
        Random("2048 × 2048, 5 %", 2048, 2048, 0.05),
        Random("1024 × 1024, 1 %", 1024, 1024, 0.01),
        Random("160 × 1024, 20 %", 160, 1024, 0.2),
        Random("512 × 64, dense", 512, 64, 1),
        (
            "1024 × 1024, blocks of 32",
            Build(
                "blocks",
                1024,
                new LayerAttribute
                {
                    Outputs = 1024,
                    Bias = 0.03125,
                    Edges = Blocks(1024, 32, 4),
                }
            )
        ),
    ];

    /// <summary>The network with its tables computed in one way.</summary>
    /// <param name="model">The network.</param>
    /// <param name="kernels">The way; null for the planner's choice.</param>
    /// <returns>The network; null where the layer has no such form.</returns>
    public static SparseNetwork<float>? With(Network model, KernelStrategies? kernels)
    {
        var plan = Planner.PlanTables(model);
        if (kernels is not { } forced)
            return SparseNetwork.Execute<float>(plan);
        var data = plan.Layers[0].Data;
        if (forced == KernelStrategies.Panels && PanelShape.WhyNone(data, ProcessorProfile.Reference) is not null)
            return null;
        if (forced == KernelStrategies.Blocks && SharedLists.WhyNone(data) is not null)
            return null;
        var others = data.Kernels & ~(KernelStrategies.Panels | KernelStrategies.Blocks);
        return SparseNetwork.Execute<float>(
            plan with
            {
                Layers = new EquatableArray<LayerPlan>([plan.Layers[0] with { Data = data with { Kernels = forced | others } }]),
            }
        );
    }

    /// <summary>What the planner chose for tiles of items.</summary>
    /// <param name="model">The network.</param>
    public static KernelStrategies Chosen(Network model) =>
        Planner.PlanTables(model).Layers[0].Data.Kernels & (KernelStrategies.Panels | KernelStrategies.Blocks);

    private static (string, Network) Random(string name, int inputs, int outputs, double density) =>
        (
            name,
            Build(
                name,
                inputs,
                new RandomLayerAttribute
                {
                    Outputs = outputs,
                    Density = density,
                    Seed = 1,
                    MinWeight = -0.25,
                    MaxWeight = 0.25,
                    Bias = 0.03125,
                }
            )
        );

    private static Network Build(string name, int inputs, SparseLayersAttribute layer) =>
        SparseNetwork.BuildModel<float>(new LoadOptions { Name = name, Inputs = inputs }, layer);

    // Every block of outputs reads a few blocks of inputs whole.
    private static string Blocks(int neurons, int size, int each)
    {
        var random = new Random(1);
        var edges = new List<string>();
        for (var block = 0; block < neurons / size; block++)
            foreach (var source in Enumerable.Range(0, neurons / size).OrderBy(_ => random.Next()).Take(each).Order())
                for (var input = source * size; input < (source + 1) * size; input++)
                for (var output = block * size; output < (block + 1) * size; output++)
                    edges.Add(FormattableString.Invariant($"{input} {output} {random.NextSingle() - 0.5f}"));
        return string.Join("; ", edges);
    }
}
