using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Rounding;

/// <summary>
/// How far any implementation's result for one item may lie from the expected one, whatever the formats of weights, activations and sums.
/// </summary>
/// <remarks>
/// For a neuron with k terms that need not be zero, in any order and association, fused or not: a term passes at most
/// n = k + 1 roundings of the accumulator, so with u its relative and a its least absolute error, inherited errors e of
/// the inputs and G = (1 + u)^n − 1 ≤ γ_n = n·u/(1 − n·u),
/// e_z = Σ|w|·e + G·(Σ|w|·(|x| + e) + |b|) + k·a·(1 + G); fixed point has u = 0. Where no error is inherited and the
/// neuron is certified (<see cref="NeuronCertificate"/>), e_z = 0. Activation, ceiling and the rounding to the activation
/// format are monotone, so both ends of [z − e_z, z + e_z] pass through them exactly. Everything else is rounded
/// outward. Where a sum may overflow or saturate the bound is infinite. Source: mathematics page, section 6.
/// </remarks>
internal sealed class MixedRoundingBound
{
    private readonly FormatTriple _formats;
    private readonly Growth _growth;
    private double[] _errors; // one a class
    private (Dyadic Low, Dyadic High)?[] _reach = [];
    private LayerTrace? _last;

    /// <summary>
    /// Starts at the inputs; where they are not values of the activation format, every implementation is given the nearest ones.
    /// </summary>
    /// <param name="formats">The formats; weights, biases and ceilings of the network that is followed are already rounded to them.</param>
    /// <param name="input">The item.</param>
    public MixedRoundingBound(FormatTriple formats, IReadOnlyList<Dyadic> input)
    {
        _formats = formats;
        _growth = new Growth(formats.Accumulator.RelativeError);
        _errors = input.Select(InputError).ToArray();
    }

    /// <summary>For each output of the last layer that was followed: |any implementation − carried value| ≤ error.</summary>
    public IReadOnlyList<double> Errors => _last is null ? _errors : _last.Classes.NeuronsOf(_errors);

    /// <summary>Follows one layer.</summary>
    /// <param name="trace">The layer's exact values, in the order of the layers.</param>
    public void Follow(LayerTrace trace)
    {
        var classes = trace.Classes;
        var reach = new (Dyadic Low, Dyadic High)?[classes.Count];
        var magnitudes = trace
            .Values.Inputs.Select((value, i) => OutwardRounding.AddUp(DyadicRounding.Up(value.Abs()), _errors[i]))
            .ToArray();
        for (var i = 0; i < reach.Length; i++)
        {
            trace.Token.ThrowIfCancellationRequested();
            reach[i] = Reach(trace, magnitudes, i);
        }

        (_reach, _last) = (reach, trace);
        _errors = trace.Values.Carried.Select((value, i) => Bound(_reach[i], value)).ToArray();
    }

    /// <summary>For each output of the last layer that was followed: |any implementation − expected| ≤ bound; 0 demands equality.</summary>
    /// <param name="expected">The expected outputs, for example the exact ones rounded to the activation format.</param>
    public double[] Against(IReadOnlyList<Dyadic> expected)
    {
        if (_last is not { Classes: var classes })
            return [];
        var known = classes
            .FirstNeurons.Select((neuron, i) => (Expected: expected[neuron], Bound: Bound(_reach[i], expected[neuron])))
            .ToArray();
        return classes
            .ClassOf.Select((one, i) => known[one].Expected == expected[i] ? known[one].Bound : Bound(_reach[one], expected[i]))
            .ToArray();
    }

    private static double Bound((Dyadic Low, Dyadic High)? reach, Dyadic expected)
    {
        if (reach is not var (low, high) || !expected.IsFinite)
            return double.PositiveInfinity;
        return low == expected && high == expected
            ? 0
            : DyadicRounding.Up(Dyadic.Max(Dyadic.Zero, Dyadic.Max(high - expected, expected - low)));
    }

    private double InputError(Dyadic value) =>
        _formats.Activations.Round(value) is { IsFinite: true } rounded
            ? DyadicRounding.Up((rounded - value).Abs())
            : double.PositiveInfinity;

    // The values that an implementation's output can have; null where nothing is known.
    private (Dyadic Low, Dyadic High)? Reach(LayerTrace trace, double[] magnitudes, int one)
    {
        var layer = trace.Layer;
        var error = SumError(trace, magnitudes, one);
        if (double.IsInfinity(error))
            return null;
        if (error == 0)
            return Rounded(trace.Values.Outputs[one], trace.Values.Outputs[one]);
        var (e, sum, bias) = (Dyadic.FromDouble(error), trace.Values.Sums[one], trace.Classes.Biases[one]);
        var (low, high) = (sum - e + bias, sum + e + bias);
        // A sum that rounding brings to or from zero either gets the bias or stays zero.
        if (layer.BiasMode == BiasMode.NonzeroSums && sum.Abs() <= e)
            (low, high) = (Dyadic.Min(low, Dyadic.Zero), Dyadic.Max(high, Dyadic.Zero));
        return Rounded(layer.Select(low), layer.Select(high));
    }

    private (Dyadic Low, Dyadic High)? Rounded(Dyadic low, Dyadic high)
    {
        var roundedLow = _formats.Activations.Round(low, out var lowOutcome);
        var (roundedHigh, highOutcome) = (roundedLow, lowOutcome);
        if (high != low)
            roundedHigh = _formats.Activations.Round(high, out highOutcome);
        return Math.Max((int)lowOutcome, (int)highOutcome) > (int)RoundingOutcome.Rounded ? null : (roundedLow, roundedHigh);
    }

    private double SumError(LayerTrace trace, double[] magnitudes, int one)
    {
        var classes = trace.Classes;
        double inherited = 0,
            terms = 0;
        var count = 0;
        for (var edge = classes.Starts[one]; edge < classes.Starts[one + 1]; edge++)
        {
            var (from, weight) = (classes.Edges[edge], classes.UpperMagnitudes[edge]);
            if (double.IsInfinity(_errors[from.Input]))
                return double.PositiveInfinity;
            if (weight == 0 || magnitudes[from.Input] == 0)
                continue;
            count += from.Nonzero;
            inherited = OutwardRounding.AddUp(inherited, OutwardRounding.MulUp(weight, _errors[from.Input]));
            terms = OutwardRounding.AddUp(terms, OutwardRounding.MulUp(weight, magnitudes[from.Input]));
        }

        if (inherited == 0 && trace.Certificates(_formats.Accumulator)[one].IsCertified)
            return 0;
        terms = OutwardRounding.AddUp(terms, DyadicRounding.Up(classes.Biases[one].Abs()));
        var growth = _growth.Of(count + 1);
        var absolute = OutwardRounding.MulUp(
            OutwardRounding.MulUp(count, _formats.Accumulator.AbsoluteError),
            OutwardRounding.AddUp(1, growth)
        );
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
            if (relativeError == 0)
                return 0;
            if (!_known.TryGetValue(roundings, out var growth))
                _known[roundings] = growth = Find(roundings);
            return growth;
        }

        private double Find(int roundings)
        {
            var share = OutwardRounding.MulUp(roundings, relativeError);
            if (share <= 0.125)
                return OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
            // γ grows without bound at n·u = 1; the power does not.
            double power = 1,
                square = OutwardRounding.AddUp(1, relativeError);
            for (var n = roundings; n > 0; n >>= 1)
            {
                if ((n & 1) != 0)
                    power = OutwardRounding.MulUp(power, square);
                square = OutwardRounding.MulUp(square, square);
            }

            return OutwardRounding.AddUp(power, -1);
        }
    }
}
