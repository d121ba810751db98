using System;

namespace SparseDnn;

/// <summary>
/// Makes the network beside it oscillate between two semirings: sums over the first, then bias and activation over the second.
/// </summary>
/// <remarks>
/// The outputs of a layer are (y ⊕₁.⊗₁ W) ⊗₂ b ⊕₂ One₂. Plus-times and max-plus are the ReLU network, which needs no attribute.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class OscillateAttribute : Attribute
{
    /// <summary>Names the semirings.</summary>
    /// <param name="correlate">The semiring over which edges are summed.</param>
    /// <param name="select">The semiring over which bias and activation act.</param>
    public OscillateAttribute(Type correlate, Type select)
    {
        Correlate = correlate;
        Select = select;
    }

    /// <summary>The semiring over which edges are summed.</summary>
    public Type Correlate { get; }

    /// <summary>The semiring over which bias and activation act.</summary>
    public Type Select { get; }
}
