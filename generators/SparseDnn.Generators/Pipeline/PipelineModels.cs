using SparseDnn.Networks;
using SparseDnn.Planning.Model;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Pipeline;

/// <summary>A target and the network it led to.</summary>
/// <param name="Target">The declared type.</param>
/// <param name="Network">The network; null where something is wrong.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record BuiltNetwork(NetworkTarget Target, Network? Network);

/// <summary>A target and its plan.</summary>
/// <param name="Target">The declared type.</param>
/// <param name="Plan">The plan; null where something is wrong or the network is too large to compile in.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record PlannedNetwork(NetworkTarget Target, NetworkPlan? Plan);

/// <summary>A file to add to the compilation.</summary>
/// <param name="HintName">Its name, unique whatever the case of letters.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedFile(string HintName, string Text);
