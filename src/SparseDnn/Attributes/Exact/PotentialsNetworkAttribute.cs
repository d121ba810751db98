using System;

namespace SparseDnn;

/// <summary>
/// Potentials, over min-plus or max-plus: shortest or longest paths through a layered graph whose node potentials were chosen first.
/// </summary>
/// <param name="sizes">Nodes of each level, at least two levels.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class PotentialsNetworkAttribute(params int[] sizes) : GraphFamilyAttribute(sizes)
{
    /// <summary><c>typeof(MinPlus)</c>, which it is unless given, or <c>typeof(MaxPlus)</c>.</summary>
    public Type? Semiring { get; set; }

    /// <summary>Potentials are multiples of 2^Granularity below Range·2^Granularity.</summary>
    public int Range { get; set; } = 64;

    /// <summary>Power of two that all potentials are multiples of.</summary>
    public int Granularity { get; set; } = -2;
}
