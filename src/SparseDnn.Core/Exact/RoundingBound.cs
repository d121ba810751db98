using System;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>
/// How far any implementation's result may lie from the exact one: the running error bound, evaluated with outward rounding.
/// </summary>
/// <remarks>
/// For a neuron with k edges, any order of summation, fused or not: at most k + 1 roundings lie between a term and the
/// biased sum, so with n = k + 1, γ = n·u / (1 − n·u), the error of z is at most
/// e_z = Σ|w|·e + γ·(Σ|w|·(|y| + e) + |b|) + n·2^(least exponent), the last for underflow.
/// Activation and ceiling are monotone, so the error after them is what remains of [z − e_z, z + e_z] when its ends pass
/// through; a neuron that stays at the ceiling or at zero loses its error altogether. Where bias acts on nonzero sums and the sum may
/// be rounded to or away from zero, both outcomes count. Source: mathematics page, section 6.
/// </remarks>
public sealed class RoundingBound
{
    private readonly NumberFormat _format;
    private double[] _errors;

    /// <summary>Starts at the inputs, which every implementation is given exactly.</summary>
    /// <param name="network">The network that will be followed.</param>
    public RoundingBound(Network network)
    {
        _format = network.Format;
        _errors = new double[network.Inputs];
    }

    /// <summary>
    /// For each output of the last layer that was followed: |any implementation − exact| ≤ bound. Infinite where a sum may overflow.
    /// </summary>
    public ReadOnlySpan<double> Errors => _errors;

    /// <summary>Follows one layer.</summary>
    /// <param name="step">The layer's exact sums and outputs, in the order of the layers.</param>
    public void Follow(ExactLayer step)
    {
        var layer = step.Layer;
        var inputs = new double[step.Inputs.Count];
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = Magnitude(step.Inputs, i);
        var errors = new double[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < errors.Length; neuron++)
        {
            double inherited = 0,
                terms = 0;
            var row = layer.Edges.Row(neuron);
            foreach (var input in row)
            {
                var weight = Math.Abs(layer.Weights[edge++]);
                inherited = OutwardRounding.AddUp(inherited, OutwardRounding.MulUp(weight, _errors[input]));
                terms = OutwardRounding.AddUp(terms, OutwardRounding.MulUp(weight, inputs[input]));
            }

            errors[neuron] = Neuron(step, neuron, row.Length, inherited, terms);
        }

        _errors = errors;
    }

    private double Neuron(ExactLayer step, int neuron, int edges, double inherited, double terms)
    {
        var bias = step.Layer.Biases[neuron];
        var sum = step.Sums[neuron];
        // Zeros only, and exactly so: every implementation's sum is zero, and adding the bias to it rounds nothing.
        if (terms == 0 && inherited == 0)
            return 0;
        var magnitude = OutwardRounding.AddUp(OutwardRounding.AddUp(terms, inherited), Math.Abs(bias));
        var error = OutwardRounding.AddUp(inherited, Rounding(edges + 1, magnitude));
        if (OutwardRounding.AddUp(magnitude, error) > _format.MaxFinite.ToDouble())
            return double.PositiveInfinity;
        var nonzeroOnly = step.Layer.BiasMode == BiasMode.NonzeroSums && bias != 0;
        // A sum that is rounded to or from zero either gets the bias, like any other, or stays exactly zero.
        var biased = Around(sum + Dyadic.FromDouble(bias), error);
        if (nonzeroOnly && Math.Abs(sum.ToDouble()) <= error)
            biased = biased.Hull(Interval.Point(0));
        return After(step.Layer, biased, step.Outputs[neuron]);
    }

    private double Rounding(int roundings, double magnitude)
    {
        var share = OutwardRounding.MulUp(roundings, _format.UnitRoundoff);
        if (share >= 1)
            return double.PositiveInfinity;
        var gamma = OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
        var underflow = OutwardRounding.MulUp(roundings, Dyadic.One.ScaleByPowerOfTwo(_format.LeastExponent).ToDouble());
        return OutwardRounding.AddUp(OutwardRounding.MulUp(gamma, magnitude), underflow);
    }

    private static double After(Layer layer, Interval z, Dyadic exact)
    {
        if (layer.Activation == Activation.ReLU)
            z = z.Max(0);
        if (layer.HasCeiling)
            z = z.Min(layer.Ceiling);
        var output = Enclosure(exact);
        return Math.Max(0, Math.Max(OutwardRounding.AddUp(z.High, -output.Low), OutwardRounding.AddUp(output.High, -z.Low)));
    }

    private static Interval Around(Dyadic value, double error)
    {
        var enclosure = Enclosure(value);
        return new Interval(OutwardRounding.AddDown(enclosure.Low, -error), OutwardRounding.AddUp(enclosure.High, error));
    }

    private static Interval Enclosure(Dyadic value)
    {
        var nearest = value.ToDouble();
        var rounded = Dyadic.FromDouble(nearest);
        return new Interval(
            rounded <= value ? nearest : NumberFormats.Binary64.NextDown(nearest),
            rounded >= value ? nearest : NumberFormats.Binary64.NextUp(nearest)
        );
    }

    private static double Magnitude(ExactVector values, int index)
    {
        var enclosure = Enclosure(values[index]);
        return enclosure.Magnitude;
    }
}
