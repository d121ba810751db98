using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Laws;

/// <summary>Integers to try, in particular where results wrap or saturate.</summary>
internal sealed class IntegerPoints(SemiringCandidate candidate) : PointSource
{
    private const int GridReach = 6;
    private const int EndReach = 2;

    private long Min { get; } = candidate.Carrier.Min.Kind == CarrierValueKind.Integer ? candidate.Carrier.Min.AsInteger : 0;

    private long Max { get; } = candidate.Carrier.Max.Kind == CarrierValueKind.Integer ? candidate.Carrier.Max.AsInteger : 0;

    public override IEnumerable<CarrierValue> Corners()
    {
        // Half the range: two of them are the first sum beyond it.
        List<long> corners = [0, 1, -1, 2, -2, (Max / 2) + 1, Min / 2];
        for (var i = 0; i < EndReach; i++)
        {
            if (Max - Min >= 0 && Max - Min < i)
                break;
            corners.Add(Min + i);
            corners.Add(Max - i);
        }
        return Within(candidate, corners.Select(CarrierValue.Integer));
    }

    public override IEnumerable<CarrierValue> Grid() =>
        Within(
            candidate,
            Enumerable
                .Range(-GridReach, (2 * GridReach) + 1)
                .Select(static i => CarrierValue.Integer(i))
                .Concat(Enumerable.Range(0, GridReach).Select(i => CarrierValue.Integer(unchecked(Min + i))))
        );

    public override CarrierValue Sample(ref SplitMix64 random)
    {
        var bits = random.NextUInt64() >> random.Next(64);
        var value = CarrierValue.Integer(unchecked(random.Next(2) == 0 ? (long)bits : -(long)bits));
        if (candidate.Carrier.Contains(value))
            return value;
        var span = unchecked((ulong)Max - (ulong)Min);
        return CarrierValue.Integer(unchecked((long)((ulong)Min + (span == ulong.MaxValue ? bits : bits % (span + 1)))));
    }

    public override IEnumerable<CarrierValue> Simpler(CarrierValue value)
    {
        var integer = value.Kind == CarrierValueKind.Integer ? value.AsInteger : 0;
        return new long[] { 0, 1, -1, 2, integer / 2, integer > 0 ? integer - 1 : integer + 1 }.Select(CarrierValue.Integer);
    }
}
