namespace SparseDnn.Samples.Fixtures;

/// <summary>Mistakes that the kernel can be made to make.</summary>
public enum Bug
{
    /// <summary>None: the kernel is right.</summary>
    None,

    /// <summary>The bias is added to zero sums, which shall not have it.</summary>
    BiasOnZeroSums,

    /// <summary>The ceiling is applied before the bias.</summary>
    CeilingBeforeBias,

    /// <summary>The loop over a neuron's edges ends one too early.</summary>
    LastEdgeDropped,

    /// <summary>Inputs and outputs of the weights are exchanged.</summary>
    WeightsTransposed,

    /// <summary>Sums are kept in binary16.</summary>
    SumsInHalf,

    /// <summary>The last items of a batch, which do not fill the lanes, are not loaded.</summary>
    TailNotLoaded,
}
