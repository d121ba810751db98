using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;

namespace SparseDnn;

/// <summary>What a network is and what was done with it, for programs and for people.</summary>
/// <param name="Name">Name of the declared type, or as given when loaded.</param>
/// <param name="Format">Number format of activations and sums, and of weights unless <see cref="Weights"/> says otherwise.</param>
/// <param name="Summation">How terms are added.</param>
/// <param name="LayerWidths">Number of neurons at each boundary: inputs first, outputs last; one more than there are layers.</param>
/// <param name="Edges">Edges of all layers as declared.</param>
/// <param name="FirstDroppingLayer">From this layer on (0-based) items of all zeros are dropped; the number of layers for never.</param>
/// <param name="LayerExplanations">One sentence a layer: shape, edges, epilogue, chosen and declined strategies.</param>
public sealed record NetworkDescription(
    string Name,
    ElementFormat Format,
    Summation Summation,
    IReadOnlyList<int> LayerWidths,
    long Edges,
    int FirstDroppingLayer,
    IReadOnlyList<string> LayerExplanations
)
{
    /// <summary>The semirings, such as <c>min-plus</c> or <c>plus-times / max-min</c>; empty for ReLU networks.</summary>
    public string Semirings { get; init; } = "";

    /// <summary>What weights are stored in, such as <c>bfloat16</c>; empty where all are elements.</summary>
    public string Weights { get; init; } = "";

    /// <summary>
    /// One sentence a layer on every strategy: chosen with what must hold at run time, or declined with the reason. Empty for a network
    /// that
    /// was compiled in; <see cref="SparseNetwork"/> tells it of the same layers.
    /// </summary>
    public IReadOnlyList<string> StrategyExplanations { get; init; } = [];

    /// <summary>Values in one input item.</summary>
    public int Inputs => LayerWidths[0];

    /// <summary>Values in one output item.</summary>
    public int Outputs => LayerWidths[LayerWidths.Count - 1];

    /// <summary>Number of layers.</summary>
    public int Layers => LayerWidths.Count - 1;

    /// <summary>The network in one line.</summary>
    public override string ToString() => PlanText.Headline(Name, Inputs, Outputs, Layers, Edges, Format, Summation, Semirings, Weights);

    /// <summary>The network in several lines: the headline, then one line a layer.</summary>
    public string ToLongString() =>
        string.Join(
            Environment.NewLine,
            LayerExplanations.Select((text, i) => FormattableString.Invariant($"  layer {i + 1}: {text}")).Prepend(ToString())
        );

    internal static NetworkDescription Of(NetworkPlan plan) =>
        new(
            plan.Network.Name,
            plan.Network.Elements,
            plan.Network.Summation,
            plan.Network.Layers.Select(layer => layer.Outputs).Prepend(plan.Network.Inputs).ToArray(),
            plan.Network.Edges,
            plan.FirstDroppingLayer,
            plan.Layers.Select(layer => layer.Explanation).ToArray()
        )
        {
            Semirings = PlanText.Semirings(plan.Network),
            Weights = PlanText.Weights(plan.Network),
            StrategyExplanations = plan.Layers.Select(layer => layer.StrategyExplanation).ToArray(),
        };
}
