using System;

namespace SparseDnn;

/// <summary>Bottlenecks, over max-min: widest paths through a layered graph whose node widths were chosen first.</summary>
/// <param name="sizes">Nodes of each level, at least two levels.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class BottleneckNetworkAttribute(params int[] sizes) : GraphFamilyAttribute(sizes)
{
    /// <summary>Widths are multiples of 2^Granularity below Range·2^Granularity.</summary>
    public int Range { get; set; } = 64;

    /// <summary>Power of two that all widths are multiples of; at least 0 for integers.</summary>
    public int Granularity { get; set; } = -2;
}
