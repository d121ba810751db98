using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Laws;

/// <summary>Words of 64 bits to try.</summary>
internal sealed class WordPoints(SemiringCandidate candidate) : PointSource
{
    private const ulong EvenBits = 0x5555_5555_5555_5555;
    private const ulong TopBit = 1UL << 63;
    private const int GridSize = 12;

    public override IEnumerable<CarrierValue> Corners()
    {
        ulong[] corners = [0, 1, 2, 3, ulong.MaxValue, ulong.MaxValue - 1, TopBit, TopBit - 1, EvenBits, ~EvenBits];
        return Within(candidate, corners.Select(CarrierValue.Word).Concat([candidate.Carrier.Min, candidate.Carrier.Max]));
    }

    public override IEnumerable<CarrierValue> Grid() =>
        Within(candidate, Enumerable.Range(0, GridSize).Select(static i => CarrierValue.Word((ulong)i)));

    public override CarrierValue Sample(ref SplitMix64 random)
    {
        var word = random.NextUInt64() >> random.Next(64);
        var value = CarrierValue.Word(word);
        if (candidate.Carrier.Contains(value))
            return value;
        ulong min = candidate.Carrier.Min.AsWord,
            span = unchecked(candidate.Carrier.Max.AsWord - min);
        return CarrierValue.Word(span == ulong.MaxValue ? word : unchecked(min + (word % (span + 1))));
    }

    public override IEnumerable<CarrierValue> Simpler(CarrierValue value)
    {
        var word = value.Kind == CarrierValueKind.Word ? value.AsWord : 0;
        return new ulong[] { 0, 1, 2, word >> 1, word & unchecked(word - 1), unchecked(word - 1) }.Select(CarrierValue.Word);
    }
}
