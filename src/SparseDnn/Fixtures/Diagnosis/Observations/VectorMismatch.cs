using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>One output that breaks its demand.</summary>
/// <param name="Position">0-based position among the items in the order they were given.</param>
/// <param name="Item">0-based item of the vectors.</param>
/// <param name="Output">0-based output neuron.</param>
/// <param name="Expected">The expected value.</param>
/// <param name="Actual">The actual value; null where its bits are no number of the format.</param>
/// <param name="ExpectedBits">Bits of the expected value.</param>
/// <param name="ActualBits">Bits of the actual value.</param>
/// <param name="Ulps">How many numbers of the format they lie apart, signed: actual − expected; null where that means nothing.</param>
/// <param name="Bound">Largest |actual − expected| that is allowed; 0 where equality is demanded.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record VectorMismatch(
    int Position,
    int Item,
    int Output,
    Dyadic Expected,
    Dyadic? Actual,
    ulong ExpectedBits,
    ulong ActualBits,
    long? Ulps,
    double Bound
);
