using System;
using System.Collections.Generic;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>Checks what every later stage relies on, for networks that did not come from <see cref="NetworkBuilder"/>.</summary>
public static class NetworkVerifier
{
    /// <summary>All violations, empty for a sound network: at least one layer, chained sizes, one weight an edge and one bias a neuron, every number finite and representable in the format, ceilings above 0.</summary>
    /// <param name="network">Any network.</param>
    public static IReadOnlyList<Problem> Verify(Network network)
    {
        var problems = new List<Problem>();
        if (network.Layers.Count == 0)
            problems.Add(Problem.Create(ProblemKinds.NoLayers, DeclarationPlace.TypeName, network.Name));
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            if (i > 0 && network.Layers[i - 1].Outputs != layer.Inputs)
                Add(ProblemKinds.LayersDoNotChain, $"Layer {i + 1}", layer.Inputs, $"layer {i}", network.Layers[i - 1].Outputs);
            if (layer.Inputs < 1 || layer.Outputs < 1)
                Add(ProblemKinds.InvalidSize, $"The size of layer {i + 1}", $"{layer.Inputs} × {layer.Outputs}", "both are at least 1");
            if (layer.Weights.Count != layer.Edges.EntryCount)
                Add(ProblemKinds.WrongCount, $"Layer {i + 1}", layer.Weights.Count, $"{layer.Edges.EntryCount} edges");
            if (layer.Biases.Count != layer.Outputs)
                Add(ProblemKinds.WrongCount, $"Layer {i + 1}", layer.Biases.Count, $"{layer.Outputs} outputs");
            if (!(layer.Ceiling > 0))
                Add(ProblemKinds.InvalidNumber, $"The ceiling of layer {i + 1}", layer.Ceiling, "it is above 0");
            Numbers("A weight", layer.Weights, i);
            Numbers("A bias", layer.Biases, i);
        }

        return problems;

        void Numbers(string what, RoundedValues values, int layer)
        {
            for (var i = 0; i < (values.IsConstant ? Math.Min(1, values.Count) : values.Count); i++)
            {
                if (double.IsNaN(values[i]) || double.IsInfinity(values[i]))
                    Add(ProblemKinds.InvalidNumber, $"{what} of layer {layer + 1}", values[i], "it is finite");
                else if (network.Format.Round(values[i]) != values[i])
                    Add(ProblemKinds.InvalidNumber, $"{what} of layer {layer + 1}", values[i], $"it is a {network.Format.Name} value");
            }
        }

        void Add(ProblemKind kind, params object[] arguments) => problems.Add(Problem.Create(kind, DeclarationPlace.TypeName, arguments));
    }
}
