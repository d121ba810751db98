using System.Collections.Generic;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Laws;

/// <summary>false and true.</summary>
internal sealed class BooleanPoints(SemiringCandidate candidate) : PointSource
{
    public override IEnumerable<CarrierValue> Corners() => Within(candidate, [CarrierValue.Boolean(false), CarrierValue.Boolean(true)]);

    public override IEnumerable<CarrierValue> Grid() => Corners();

    public override CarrierValue Sample(ref SplitMix64 random) => CarrierValue.Boolean(random.Next(2) == 1);

    public override IEnumerable<CarrierValue> Simpler(CarrierValue value) => [CarrierValue.Boolean(false)];
}
