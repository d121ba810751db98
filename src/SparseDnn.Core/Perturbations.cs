using System;

namespace SparseDnn;

/// <summary>
/// What fixtures move away from the network as declared, up to the ends of the interval in which its outputs are known exactly, and beyond.
/// </summary>
[Flags]
public enum Perturbations
{
    /// <summary>Nothing is perturbed.</summary>
    None = 0,

    /// <summary>The inputs of an item.</summary>
    Input = 1,

    /// <summary>A weight.</summary>
    Weight = 2,

    /// <summary>A bias.</summary>
    Bias = 4,
}
