using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>
/// Values to put into a network over any semiring: identities, extremes and random ones, all in the carrier of its first layer.
/// </summary>
internal sealed class SemiringValues
{
    private const int MaxBits = 12; // of a random value, as in the items of plus-times networks

    private readonly NumberType _format;
    private readonly Carrier _carrier;
    private readonly Dyadic _low;
    private readonly Dyadic _span;
    private readonly bool _addsReals;

    public SemiringValues(Network network, InputSetOptions options)
    {
        _format = NumberTypes.Of(network.Elements);
        var element = network.Layers[0].Correlate;
        _carrier = element.Candidate!.Carrier;
        (Zero, One) = (element.ZeroBits!.Value, element.OneBits!.Value);
        _addsReals = _format.Real is not null && network.Layers.Any(layer => layer.Semirings.IsPlusTimes);
        (_low, _span) = (options.Low, options.High - options.Low);
    }

    /// <summary>What an absent input is.</summary>
    public long Zero { get; }

    /// <summary>What an input that is on is.</summary>
    public long One { get; }

    /// <summary>Ends of the format and what lies next to 0, as far as the carrier has them, with names.</summary>
    public IEnumerable<(string Name, long Bits)> Extremes() =>
        (_format.Real is { } real ? Reals(real) : Integers()).Where(row =>
            row.Bits != Zero && row.Bits != One && _carrier.Contains(_format.FromBits(row.Bits))
        );

    /// <summary>
    /// A random value: of few bits within the options' range for real numbers, anywhere for words, small or anywhere for integers.
    /// </summary>
    public long Draw(ref SplitMix64 random, int bits)
    {
        for (var attempt = 0; attempt < 16; attempt++)
        {
            var value = Draw(random.NextUInt64(), bits);
            if (_carrier.Contains(_format.FromBits(value)))
                return value;
        }

        return One;
    }

    /// <summary>How many bits the values of an item have.</summary>
    public int DrawBits(ref SplitMix64 random) => 1 + random.Next(_format.Real is null ? 64 : MaxBits);

    private long Draw(ulong word, int bits) =>
        _format.Carrier switch
        {
            CarrierKind.Boolean => (long)(word & 1),
            CarrierKind.Real => Real(word, bits),
            CarrierKind.Word64 => unchecked((long)word),
            CarrierKind.WrappingInt32 => unchecked((int)(word >> 32)) >> Math.Max(32 - bits, 0),
            _ => unchecked((long)word) >> (64 - bits),
        };

    private long Real(ulong word, int bits)
    {
        var value = _low + (_span * new Dyadic((long)(word >> (64 - bits)) + 1, -bits));
        // Carriers of one sign take the magnitude.
        if (!_carrier.Contains(CarrierValue.Number(Rounded(value))))
            value = value.Abs();
        return BitConverter.DoubleToInt64Bits(Rounded(value));
    }

    private double Rounded(Dyadic value) => _format.Real!.Round(value).ToDouble();

    private IEnumerable<(string Name, long Bits)> Reals(NumberFormat format)
    {
        var (largest, least) = (format.MaxFinite.ToDouble(), Dyadic.One.ScaleByPowerOfTwo(format.LeastExponent).ToDouble());
        var values = new[]
        {
            ("0", 0.0),
            ("1", 1),
            ("-1", -1),
            ("the least number above 0", least),
            ("the largest number below 0", -least),
            ("the largest number", largest),
            ("the least number", -largest),
        };
        // Real sums of the ends of the format would never be certified.
        return values.Take(_addsReals ? 3 : values.Length).Select(row => (row.Item1, BitConverter.DoubleToInt64Bits(row.Item2)));
    }

    private IEnumerable<(string Name, long Bits)> Integers() =>
        _format.Carrier switch
        {
            CarrierKind.Boolean => [("true", 1), ("false", 0)],
            CarrierKind.Word64 => [("all bits", -1), ("no bits", 0), ("the highest bit", long.MinValue), ("the lowest bit", 1)],
            var kind =>
            [
                ("0", 0),
                ("1", 1),
                ("-1", -1),
                ("the largest integer", kind == CarrierKind.WrappingInt32 ? int.MaxValue : long.MaxValue),
                ("the least integer", kind == CarrierKind.WrappingInt32 ? int.MinValue : long.MinValue),
            ],
        };
}
