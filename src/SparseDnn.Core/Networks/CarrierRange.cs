using System;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Networks;

/// <summary>Asks quickly whether bits are values of a carrier: weights come by the million.</summary>
internal sealed class CarrierRange
{
    private readonly Carrier _carrier;
    private readonly NumberType _format;
    private readonly double _low = double.PositiveInfinity;
    private readonly double _high = double.NegativeInfinity;

    public CarrierRange(Carrier carrier, NumberType format)
    {
        _carrier = carrier;
        _format = format;
        if (format.Real is null || carrier.Kind != CarrierKind.Real)
            return;
        _low = carrier.Min.AsNumber.ToDouble();
        _high = carrier.Max.AsNumber.ToDouble();
    }

    /// <summary>Whether the value belongs to the carrier.</summary>
    /// <param name="bits">Its bits.</param>
    public bool Contains(long bits)
    {
        var number = BitConverter.Int64BitsToDouble(bits);
        // Strictly between the ends nothing is in doubt; at an end it matters whether the carrier includes it.
        return (number > _low && number < _high) || _carrier.Contains(_format.FromBits(bits));
    }
}
