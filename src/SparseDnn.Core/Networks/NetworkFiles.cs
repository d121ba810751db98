using System;

namespace SparseDnn.Networks;

/// <summary>Finds and reads the files that a declared network names.</summary>
/// <param name="weights">The weights file of an expanded name.</param>
/// <param name="ranges">The input ranges file of a name; null where there are none.</param>
public sealed class NetworkFiles(Func<string, WeightFileLookup> weights, Func<string, RangeFileLookup>? ranges = null)
{
    /// <summary>The weights file of a name.</summary>
    /// <param name="name">Expanded name, with forward slashes.</param>
    public WeightFileLookup Weights(string name) => weights(name);

    /// <summary>The input ranges file of a name.</summary>
    /// <param name="name">Name, with forward slashes.</param>
    public RangeFileLookup Ranges(string name) => ranges?.Invoke(name) ?? new RangeFileLookup.Missing();
}
