using System.Collections.Generic;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>Where values to try come from, for one kind of carrier. All of them belong to the carrier.</summary>
internal abstract class PointSource
{
    /// <summary>Values where laws usually break: 0, ±1, identities, ends, ±∞, large and small ones.</summary>
    public abstract IEnumerable<CarrierValue> Corners();

    /// <summary>A small regular grid.</summary>
    public abstract IEnumerable<CarrierValue> Grid();

    /// <summary>A random value.</summary>
    public abstract CarrierValue Sample(ref Numerics.SplitMix64 random);

    /// <summary>Simpler values to put in the place of one in a counter-example; they need not belong to the carrier.</summary>
    public abstract IEnumerable<CarrierValue> Simpler(CarrierValue value);

    public static PointSource Of(SemiringCandidate candidate) =>
        candidate.Carrier.Kind switch
        {
            CarrierKind.Real => new RealPoints(candidate),
            CarrierKind.Word64 => new WordPoints(candidate),
            CarrierKind.Boolean => new BooleanPoints(candidate),
            _ => new IntegerPoints(candidate),
        };

    /// <summary>The values of the carrier among some, with the identities.</summary>
    protected static IEnumerable<CarrierValue> Within(SemiringCandidate candidate, IEnumerable<CarrierValue> values)
    {
        var carrier = candidate.Carrier;
        foreach (var value in values)
        {
            if (carrier.Contains(value))
                yield return value;
        }
        if (carrier.Contains(candidate.Zero))
            yield return candidate.Zero;
        if (carrier.Contains(candidate.One))
            yield return candidate.One;
        if (carrier.IncludesUndefined)
            yield return CarrierValue.Undefined;
    }
}
