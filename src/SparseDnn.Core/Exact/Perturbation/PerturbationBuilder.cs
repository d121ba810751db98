using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Follows polynomials in ε through a network and narrows the interval at every kink.</summary>
internal sealed class PerturbationBuilder(DyadicNetwork network, PerturbationDirection direction, bool leftSide)
{
    public const string ZeroSum = "zero sum";

    private readonly List<PerturbationKink> _kinks = [];
    private Rational _low = new(Dyadic.NegativeInfinity);
    private Rational _high = new(Dyadic.PositiveInfinity);
    private bool _lowIsExact = true;
    private bool _highIsExact = true;

    public PerturbationModel Build(EquatableArray<Dyadic> input)
    {
        var values = input.Select((value, i) => DyadicPolynomial.Of(value, direction.Inputs?[i] ?? Dyadic.Zero)).ToArray();
        for (var l = 0; l < network.Layers.Count; l++) values = Follow(l, values);
        if (_kinks.Count > 0 && leftSide) (_high, _highIsExact) = (default, true);
        if (_kinks.Count > 0 && !leftSide) (_low, _lowIsExact) = (default, true);
        return new PerturbationModel(new(values), _low, _high, _lowIsExact && _highIsExact, new(_kinks.ToArray()));
    }

    private DyadicPolynomial[] Follow(int l, DyadicPolynomial[] inputs)
    {
        var layer = network.Layers[l];
        var outputs = new DyadicPolynomial[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
        {
            var sum = DyadicPolynomial.Zero;
            foreach (var input in layer.Edges.Row(neuron))
            {
                if (inputs[input].Degree >= 0) sum += DyadicPolynomial.Of(layer.Weights[edge], direction.Weights?[l][edge] ?? Dyadic.Zero) * inputs[input];
                edge++;
            }

            var bias = DyadicPolynomial.Of(layer.Biases[neuron], direction.Biases?[l][neuron] ?? Dyadic.Zero);
            // Where the bias acts on nonzero sums the sum's own zeros are jumps.
            var addsBias = layer.BiasMode == BiasMode.Dense || (bias.Degree >= 0 && Side(sum, l, neuron, ZeroSum) != 0);
            outputs[neuron] = Select(layer, addsBias ? sum + bias : sum, l, neuron);
        }

        return outputs;
    }

    private DyadicPolynomial Select(DyadicLayer layer, DyadicPolynomial z, int l, int neuron)
    {
        if (layer.Activation == Activation.ReLU && Side(z, l, neuron, "zero") <= 0) z = DyadicPolynomial.Zero;
        if (layer.Ceiling is not { } ceiling) return z;
        return Side(z + DyadicPolynomial.Of(-ceiling), l, neuron, "ceiling") >= 0 ? DyadicPolynomial.Of(ceiling) : z;
    }

    /// <summary>The sign of a polynomial next to 0 on the model's side; its nearest zeros on both sides narrow the interval.</summary>
    private int Side(DyadicPolynomial value, int l, int neuron, string what)
    {
        if (value.Degree < 0) return 0;
        var order = value.Order;
        var rest = order == 0 ? value : value.Shift(order);
        Narrow(rest, ref _high, ref _highIsExact, isLow: false);
        Narrow(rest.Mirror(), ref _low, ref _lowIsExact, isLow: true);
        // An even power leaves the kink to the same side both ways; a jump counts in any case.
        if (order % 2 != 0 || (order > 0 && what == ZeroSum)) _kinks.Add(new PerturbationKink(l, neuron, what));
        return leftSide && order % 2 != 0 ? -rest[0].Sign : rest[0].Sign;
    }

    private static void Narrow(DyadicPolynomial value, ref Rational end, ref bool isExact, bool isLow)
    {
        var root = FirstRoot.Above(value, out var rootIsExact);
        if (isLow) root = -root;
        var order = root.CompareTo(end);
        if (isLow ? order <= 0 : order >= 0) return;
        (end, isExact) = (root, rootIsExact);
    }
}
