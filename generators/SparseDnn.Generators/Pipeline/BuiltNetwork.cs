using SparseDnn.Networks;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Pipeline;

/// <summary>A target and the network it led to.</summary>
/// <param name="Target">The declared type.</param>
/// <param name="Network">The network; null where something is wrong.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record BuiltNetwork(NetworkTarget Target, Network? Network);
