using SparseDnn.Execution;

namespace SparseDnn.Tests.Rewriting;

/// <summary>What lies behind a network, for tests of how it is computed.</summary>
internal static class NetworkInsight
{
    /// <summary>The layers as the plan lays them out.</summary>
    public static NetworkLayers<T> Layers<T>(this SparseNetwork<T> network)
        where T : unmanaged => ((TableNetwork<T>)network).Layers;
}
