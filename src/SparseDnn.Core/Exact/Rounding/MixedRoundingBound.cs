using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>How far any implementation's result for one item may lie from the expected one, whatever the formats of weights, activations and sums.</summary>
/// <remarks>
/// For a neuron with k terms that need not be zero, in any order and association, fused or not: a term passes at most
/// n = k + 1 roundings of the accumulator, so with u its relative and a its least absolute error, inherited errors e of
/// the inputs and G = (1 + u)^n − 1 ≤ γ_n = n·u/(1 − n·u),
/// e_z = Σ|w|·e + G·(Σ|w|·(|x| + e) + |b|) + k·a·(1 + G); fixed point has u = 0. Where no error is inherited and the
/// neuron is certified (<see cref="NeuronCertificate"/>), e_z = 0. Activation, ceiling and the rounding to the activation
/// format are monotone, so both ends of [z − e_z, z + e_z] pass through them exactly. Everything else is rounded
/// outward. Where a sum may overflow or saturate the bound is infinite. Source: mathematics page, section 6.
/// </remarks>
public sealed class MixedRoundingBound
{
    private readonly FormatTriple _formats;
    private readonly Growth _growth;
    private double[] _errors;
    private (Dyadic Low, Dyadic High)?[] _reach = [];

    /// <summary>Starts at the inputs; where they are not values of the activation format, every implementation is given the nearest ones.</summary>
    /// <param name="formats">The formats; weights, biases and ceilings of the network that is followed are already rounded to them.</param>
    /// <param name="input">The item.</param>
    public MixedRoundingBound(FormatTriple formats, IReadOnlyList<Dyadic> input)
    {
        _formats = formats;
        _growth = new Growth(formats.Accumulator.RelativeError);
        _errors = input.Select(value => formats.Activations.Round(value) is { IsFinite: true } rounded ? DyadicRounding.Up((rounded - value).Abs()) : double.PositiveInfinity).ToArray();
    }

    /// <summary>For each output of the last layer that was followed: |any implementation − carried value| ≤ error.</summary>
    public IReadOnlyList<double> Errors => _errors;

    /// <summary>Follows one layer.</summary>
    /// <param name="trace">The layer's exact values, in the order of the layers.</param>
    public void Follow(LayerTrace trace)
    {
        var reach = new (Dyadic Low, Dyadic High)?[trace.Layer.Outputs];
        for (var neuron = 0; neuron < reach.Length; neuron++) reach[neuron] = Reach(trace, neuron);
        _reach = reach;
        _errors = Against(trace.Carried);
    }

    /// <summary>For each output of the last layer that was followed: |any implementation − expected| ≤ bound; 0 demands equality.</summary>
    /// <param name="expected">The expected outputs, for example the exact ones rounded to the activation format.</param>
    public double[] Against(IReadOnlyList<Dyadic> expected)
    {
        var bounds = new double[_reach.Length];
        for (var i = 0; i < bounds.Length; i++)
        {
            bounds[i] = _reach[i] is { } reach && expected[i].IsFinite
                ? DyadicRounding.Up(Dyadic.Max(Dyadic.Zero, Dyadic.Max(reach.High - expected[i], expected[i] - reach.Low)))
                : double.PositiveInfinity;
        }

        return bounds;
    }

    // The values that an implementation's output can have; null where nothing is known.
    private (Dyadic Low, Dyadic High)? Reach(LayerTrace trace, int neuron)
    {
        var layer = trace.Layer;
        var (error, sum, bias) = (SumError(trace, neuron), trace.Sums[neuron], layer.Biases[neuron]);
        if (double.IsInfinity(error)) return null;
        var e = Dyadic.FromDouble(error);
        var (low, high) = (sum - e, sum + e);
        var mayBeZero = layer.BiasMode == BiasMode.NonzeroSums && sum.Abs() <= e;
        var staysZero = mayBeZero && error == 0;
        if (!staysZero) (low, high) = (low + bias, high + bias);
        // A sum that rounding brings to or from zero either gets the bias or stays zero.
        if (mayBeZero && !staysZero) (low, high) = (Dyadic.Min(low, Dyadic.Zero), Dyadic.Max(high, Dyadic.Zero));
        (low, high) = (layer.Select(low), layer.Select(high));
        var roundedLow = _formats.Activations.Round(low, out var lowOutcome);
        var roundedHigh = _formats.Activations.Round(high, out var highOutcome);
        return Math.Max((int)lowOutcome, (int)highOutcome) > (int)RoundingOutcome.Rounded ? null : (roundedLow, roundedHigh);
    }

    private double SumError(LayerTrace trace, int neuron)
    {
        var layer = trace.Layer;
        double inherited = 0, terms = 0;
        var count = 0;
        var edge = layer.Edges.RowStarts[neuron];
        foreach (var input in layer.Edges.Row(neuron))
        {
            var weight = DyadicRounding.Up(layer.Weights[edge++].Abs());
            if (double.IsInfinity(_errors[input])) return double.PositiveInfinity;
            var magnitude = OutwardRounding.AddUp(DyadicRounding.Up(trace.Inputs[input].Abs()), _errors[input]);
            if (weight == 0 || magnitude == 0) continue;
            count++;
            inherited = OutwardRounding.AddUp(inherited, OutwardRounding.MulUp(weight, _errors[input]));
            terms = OutwardRounding.AddUp(terms, OutwardRounding.MulUp(weight, magnitude));
        }

        if (inherited == 0 && NeuronCertificate.Of(CertificateOfItems.Terms(trace, neuron), _formats.Accumulator).IsCertified) return 0;
        terms = OutwardRounding.AddUp(terms, DyadicRounding.Up(layer.Biases[neuron].Abs()));
        var growth = _growth.Of(count + 1);
        var absolute = OutwardRounding.MulUp(OutwardRounding.MulUp(count, _formats.Accumulator.AbsoluteError), OutwardRounding.AddUp(1, growth));
        var rounding = OutwardRounding.AddUp(OutwardRounding.MulUp(growth, terms), absolute);
        return OutwardRounding.AddUp(terms, rounding) <= DyadicRounding.Down(_formats.Accumulator.MaxFinite)
            ? OutwardRounding.AddUp(inherited, rounding)
            : double.PositiveInfinity;
    }

    /// <summary>Upper bounds of (1 + u)^n − 1.</summary>
    private sealed class Growth(double relativeError)
    {
        private readonly Dictionary<int, double> _known = [];

        public double Of(int roundings)
        {
            if (relativeError == 0) return 0;
            if (!_known.TryGetValue(roundings, out var growth)) _known[roundings] = growth = Find(roundings);
            return growth;
        }

        private double Find(int roundings)
        {
            var share = OutwardRounding.MulUp(roundings, relativeError);
            if (share <= 0.125) return OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
            // γ grows without bound at n·u = 1; the power does not.
            double power = 1, square = OutwardRounding.AddUp(1, relativeError);
            for (var n = roundings; n > 0; n >>= 1)
            {
                if ((n & 1) != 0) power = OutwardRounding.MulUp(power, square);
                square = OutwardRounding.MulUp(square, square);
            }

            return OutwardRounding.AddUp(power, -1);
        }
    }
}
