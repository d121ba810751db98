using SparseDnn.Algebra.Values;
using SparseDnn.Primitives;

namespace SparseDnn.Algebra.Laws;

/// <summary>Values that break a law.</summary>
/// <param name="Values">a, b, c: as many as the law speaks of.</param>
/// <param name="Left">Value of the law's left side.</param>
/// <param name="Right">Value of the right side; null where the law says that the left side belongs to the carrier.</param>
/// <param name="Message">The finding with both sides evaluated; invariant, minus signs are U+2212.</param>
/// <remarks>Equality contract: all members.</remarks>
internal sealed record Counterexample(EquatableArray<CarrierValue> Values, CarrierValue Left, CarrierValue? Right, string Message);
