using System;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>A pair of operations of which the first distributes over the second, on both sides.</summary>
/// <param name="Multiply">⊗.</param>
/// <param name="Add">⊕.</param>
/// <param name="Holds">For which carriers.</param>
/// <param name="Because">The proof in words.</param>
internal sealed record DistributionFact(OperatorShape Multiply, OperatorShape Add, Func<Carrier, bool> Holds, string Because);
