using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>What a declaration led to.</summary>
/// <param name="Network">The network; null where a problem of severity <see cref="ProblemSeverity.Error"/> was found.</param>
/// <param name="Problems">Everything found, in the order of the declaration.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record NetworkBuild(Network? Network, EquatableArray<Problem> Problems);
