using SparseDnn.Numerics;

namespace SparseDnn.Exact.Certificates;

/// <summary>What is declared of one value: it lies in [Low, High] and is a multiple of 2^Granularity.</summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value, at least Low.</param>
/// <param name="Granularity">Power of two that every value is a multiple of.</param>
internal sealed record InputRange(Dyadic Low, Dyadic High, int Granularity)
{
    /// <summary>Largest |value|.</summary>
    public Dyadic Magnitude => Dyadic.Max(High.Abs(), Low.Abs());
}
