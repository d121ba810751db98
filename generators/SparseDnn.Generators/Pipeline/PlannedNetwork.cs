using SparseDnn.Planning.Model;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Pipeline;

/// <summary>A target and its plan.</summary>
/// <param name="Target">The declared type.</param>
/// <param name="Plan">The plan; null where something is wrong or the network is too large to compile in.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record PlannedNetwork(NetworkTarget Target, NetworkPlan? Plan);
