using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Laws;

/// <summary>Dyadic numbers and ±∞ to try: every finite one is a float.</summary>
internal sealed class RealPoints(SemiringCandidate candidate) : PointSource
{
    private const int LargeExponent = 20;
    private const int GridReach = 4;
    private const int Divisions = 8; // of a bounded carrier
    private const int SampleReach = 16;
    private const int SampleBits = 10; // with the exponents below, sums and products of a few samples stay below 32 bits: no big integers
    private const int SampleExponent = 8;

    private readonly Carrier _carrier = candidate.Carrier;

    private bool IsBounded { get; } =
        candidate.Carrier.Min is { Kind: CarrierValueKind.Number, AsNumber.IsFinite: true }
        && candidate.Carrier.Max is { Kind: CarrierValueKind.Number, AsNumber.IsFinite: true };

    public override IEnumerable<CarrierValue> Corners()
    {
        List<Dyadic> corners =
        [
            0,
            1,
            -1,
            2,
            -2,
            Power(1, -1),
            Power(-1, -1),
            Power(1, LargeExponent),
            Power(-1, LargeExponent),
            Power(1, -LargeExponent),
        ];
        var values = corners.Select(CarrierValue.Number).Concat([_carrier.Min, _carrier.Max]);
        if (IsBounded)
            values = values.Concat([Between(Power(1, -1)), Between(Power(1, -LargeExponent))]);
        return Within(candidate, values);
    }

    public override IEnumerable<CarrierValue> Grid()
    {
        var values = Enumerable
            .Range(-GridReach, (2 * GridReach) + 1)
            .Select(static i => CarrierValue.Number(i))
            .Concat(new[] { 0.25, 0.5, 0.75, 1.5, -0.25, -0.5, -0.75, -1.5 }.Select(CarrierValue.Number));
        if (IsBounded)
            values = Enumerable.Range(0, Divisions + 1).Select(i => Between(Power(i, -3))).Concat(values);
        return Within(candidate, values);
    }

    public override CarrierValue Sample(ref SplitMix64 random)
    {
        var value = random.Next(3) switch
        {
            0 => random.Next((2 * SampleReach) + 1) - SampleReach,
            1 => Power(random.Next((8 * SampleReach) + 1) - (4 * SampleReach), -3),
            _ => Power(random.Next(1 << (SampleBits + 1)) - (1 << SampleBits), random.Next((2 * SampleExponent) + 1) - SampleExponent),
        };
        var part = Power(random.Next(1 << SampleBits), -SampleBits);
        return IsBounded ? Between(part) : Fit(value);
    }

    public override IEnumerable<CarrierValue> Simpler(CarrierValue value)
    {
        List<CarrierValue> values =
        [
            CarrierValue.Number(0),
            CarrierValue.Number(1),
            CarrierValue.Number(-1),
            CarrierValue.Number(2),
            CarrierValue.Number(0.5),
        ];
        if (value.Kind != CarrierValueKind.Number || !value.AsNumber.IsFinite)
            return values;
        var number = value.AsNumber;
        values.Add(CarrierValue.Number(number / 2));
        values.Add(CarrierValue.Number(number * 2)); // a fraction of half the denominator
        var rounded = new Rational(Dyadic.FromDouble(Math.Truncate(number.ToDouble())));
        values.Add(CarrierValue.Number(rounded));
        values.Add(CarrierValue.Number(rounded - number.Sign));
        return values;
    }

    private static Dyadic Power(int mantissa, int exponent) => ((Dyadic)mantissa).ScaleByPowerOfTwo(exponent);

    private CarrierValue Between(Dyadic part)
    {
        var value = CarrierValue.Number(_carrier.Min.AsNumber + ((_carrier.Max.AsNumber - _carrier.Min.AsNumber) * new Rational(part)));
        return _carrier.Contains(value)
            ? value
            : CarrierValue.Number(_carrier.Min.AsNumber + ((_carrier.Max.AsNumber - _carrier.Min.AsNumber) * new Rational(Power(1, -1))));
    }

    // Into a carrier with one end: the mirror image, or the distance from the end.
    private CarrierValue Fit(Dyadic value)
    {
        var size = new Rational(value.IsZero ? 1 : value.Abs());
        var number = CarrierValue.Number(value);
        if (_carrier.Contains(number))
            return number;
        return _carrier.Min.AsNumber.IsFinite
            ? CarrierValue.Number(_carrier.Min.AsNumber + size)
            : CarrierValue.Number(_carrier.Max.AsNumber - size);
    }
}
