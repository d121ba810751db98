using System;

namespace SparseDnn;

/// <summary>What the planner may do to a network beside computing it as declared; for measuring what each rewrite brings.</summary>
/// <remarks>
/// Every rewrite is exact in exact arithmetic. <see cref="Summation.Strict"/> allows only those that keep bits for every input. Source:
/// docs/planning.md.
/// </remarks>
[Flags]
public enum Rewrites
{
    /// <summary>Every neuron is computed, from all its edges one by one.</summary>
    None = 0,

    /// <summary>T1: neurons of equal inputs, weights and bias are computed once, layer after layer. Keeps bits.</summary>
    MergeNeurons = 1,

    /// <summary>T2: edges from merged neurons become one edge with a multiplicity; where ⊕ is idempotent, one edge.</summary>
    Multiplicities = 2,

    /// <summary>T3: where all edges of a neuron have one weight, inputs are added first and multiplied once.</summary>
    FactorWeights = 4,

    /// <summary>T4: sums of inputs that several neurons have in common are formed once. Needs <see cref="FactorWeights"/>.</summary>
    ShareSums = 8,

    /// <summary>T5: neurons that nothing reads are not computed. Keeps bits.</summary>
    DropUnread = 16,

    /// <summary>T8: items whose values are all zero leave the batch where nothing revives them. Keeps bits.</summary>
    DropZeroItems = 32,

    /// <summary>
    /// T8: items whose values all reached the ceiling leave the batch; what becomes of them is computed once. Keeps bits.
    /// </summary>
    DropSaturatedItems = 64,

    /// <summary>T5: neurons that are 0 for every input of the declared range are not computed. Keeps bits within it.</summary>
    DropDead = 128,

    /// <summary>T6: no max(z, 0) where no sum of the layer is negative for any input of the declared range. Keeps bits within it.</summary>
    DropReLU = 256,

    /// <summary>T7: sums that read the same rows are computed one after another, and rows numbered in that order. Keeps bits.</summary>
    Renumber = 512,

    /// <summary>T6: two layers with no activation between them become one where that is exact and leaves fewer terms.</summary>
    MultiplyLayers = 1024,

    /// <summary>T3 within a sum: inputs of one weight are added first where several sums add them.</summary>
    GroupWeights = 2048,

    /// <summary>All of them.</summary>
    All =
        MergeNeurons
        | Multiplicities
        | FactorWeights
        | ShareSums
        | DropUnread
        | DropZeroItems
        | DropSaturatedItems
        | DropDead
        | DropReLU
        | Renumber
        | MultiplyLayers
        | GroupWeights,
}
