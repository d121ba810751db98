using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Benchmarks;

/// <summary>
/// Whether outputs are those of the network: they lie within the derived bound of the exact ones, whatever the order of summation.
/// </summary>
internal sealed class ExactJudge(Network model)
{
    private readonly DyadicNetwork _network = NetworkConversion.ToDyadic(model);
    private readonly Dictionary<string, (Dyadic[] Outputs, double[] Bounds)> _known = [];

    /// <summary>
    /// The first output that is farther off than any order of summation explains, as a sentence; null where there is none.
    /// </summary>
    public string? FaultOf(ReadOnlySpan<float> input, ReadOnlySpan<float> outputs)
    {
        var key = Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(input))
        );
        if (!_known.TryGetValue(key, out var truth))
            _known[key] = truth = Evaluate(input.ToArray());
        for (var i = 0; i < outputs.Length; i++)
        {
            if (!float.IsFinite(outputs[i]))
                return $"output {i} is {outputs[i]}";
            if ((Dyadic.FromDouble(outputs[i]) - truth.Outputs[i]).Abs() > Dyadic.FromDouble(truth.Bounds[i]))
                return FormattableString.Invariant(
                    $"output {i} is {outputs[i]:R}, exactly {truth.Outputs[i].ToDouble():R}, and rounding explains {truth.Bounds[i]:R}"
                );
        }

        return null;
    }

    private (Dyadic[] Outputs, double[] Bounds) Evaluate(float[] input)
    {
        var exact = Array.ConvertAll(input, value => Dyadic.FromDouble(value));
        var bound = new MixedRoundingBound(FormatTriple.Uniform(NumberTypes.Of(model.Elements).Storage), exact);
        LayerTrace? last = null;
        foreach (var layer in MixedEvaluator.Trace(_network, exact))
        {
            bound.Follow(layer);
            last = layer;
        }

        var bounds = bound.Errors.ToArray();
        if (bounds.Any(double.IsInfinity))
            throw new InvalidOperationException("A sum of the network may overflow, so nothing can be demanded of its outputs.");
        return (last!.Outputs.ToArray(), bounds);
    }
}
