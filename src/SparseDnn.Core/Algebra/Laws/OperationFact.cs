using System;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>A proved property of one operation, on both sides.</summary>
/// <param name="Property">The property.</param>
/// <param name="Shape">The operation.</param>
/// <param name="Holds">For which carriers, and for which identity or annihilator (Undefined for other properties).</param>
/// <param name="Because">The proof in words.</param>
internal sealed record OperationFact(
    OperationProperty Property,
    OperatorShape Shape,
    Func<Carrier, CarrierValue, bool> Holds,
    string Because
);
