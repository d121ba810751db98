using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Perturbation;

/// <summary>Follows polynomials in ε through a network and narrows the interval at every kink.</summary>
/// <remarks>
/// Neurons of one class form the same polynomial once; where weights or biases of a layer move, its neurons are told apart by what comes
/// out.
/// </remarks>
internal sealed class PerturbationBuilder(
    DyadicNetwork network,
    PerturbationDirection direction,
    bool leftSide,
    CancellationToken cancellationToken
)
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
        int[]? classOf = null;
        for (var l = 0; l < network.Layers.Count; l++)
        {
            if (direction.Moves(l))
            {
                (values, classOf) = Distinct(FollowAll(l, values, classOf));
                continue;
            }

            var classes = ClassBuilder.Of(network.Layers[l], classOf, values.Length, cancellationToken);
            (values, classOf) = (FollowClasses(l, classes, values), classes.ClassOf);
        }

        values = Array.ConvertAll(classOf!, one => values[one]);
        if (_kinks.Count > 0 && leftSide)
            (_high, _highIsExact) = (default, true);
        if (_kinks.Count > 0 && !leftSide)
            (_low, _lowIsExact) = (default, true);
        return new PerturbationModel(new(values), _low, _high, _lowIsExact && _highIsExact, new(_kinks.ToArray()));
    }

    // Every neuron by itself, from inputs by class.
    private DyadicPolynomial[] FollowAll(int l, DyadicPolynomial[] inputs, int[]? classOf)
    {
        var layer = network.Layers[l];
        var outputs = new DyadicPolynomial[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sum = DyadicPolynomial.Zero;
            foreach (var column in layer.Edges.Row(neuron))
            {
                var input = inputs[classOf is null ? column : classOf[column]];
                if (input.Degree >= 0)
                    sum += DyadicPolynomial.Of(layer.Weights[edge], direction.Weights?[l][edge] ?? Dyadic.Zero) * input;
                edge++;
            }

            outputs[neuron] = Finish(
                sum,
                DyadicPolynomial.Of(layer.Biases[neuron], direction.Biases?[l][neuron] ?? Dyadic.Zero),
                l,
                neuron
            );
        }

        return outputs;
    }

    private DyadicPolynomial[] FollowClasses(int l, LayerClasses classes, DyadicPolynomial[] inputs)
    {
        var outputs = new DyadicPolynomial[classes.Count];
        var first = _kinks.Count;
        for (var i = 0; i < outputs.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sum = DyadicPolynomial.Zero;
            for (var edge = classes.Starts[i]; edge < classes.Starts[i + 1]; edge++)
                if (inputs[classes.Edges[edge].Input] is { Degree: >= 0 } input)
                    sum += DyadicPolynomial.Of(classes.Edges[edge].Sum) * input;
            outputs[i] = Finish(sum, DyadicPolynomial.Of(classes.Biases[i]), l, classes.FirstNeurons[i]);
        }

        // What one neuron of a class does, all of them do.
        var found = _kinks.Skip(first).ToLookup(kink => classes.ClassOf[kink.Neuron]);
        _kinks.RemoveRange(first, _kinks.Count - first);
        if (found.Count > 0)
            _kinks.AddRange(classes.ClassOf.SelectMany((one, neuron) => found[one].Select(kink => kink with { Neuron = neuron })));
        return outputs;
    }

    private static (DyadicPolynomial[] Values, int[] ClassOf) Distinct(DyadicPolynomial[] all)
    {
        var known = new Dictionary<DyadicPolynomial, int>();
        var classOf = Array.ConvertAll(all, value => known.TryGetValue(value, out var one) ? one : known[value] = known.Count);
        return (known.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray(), classOf);
    }

    private DyadicPolynomial Finish(DyadicPolynomial sum, DyadicPolynomial bias, int l, int neuron)
    {
        var layer = network.Layers[l];
        // Where the bias acts on nonzero sums the sum's own zeros are jumps.
        var addsBias = layer.BiasMode == BiasMode.Dense || (bias.Degree >= 0 && Side(sum, l, neuron, ZeroSum) != 0);
        return Select(layer, addsBias ? sum + bias : sum, l, neuron);
    }

    private DyadicPolynomial Select(DyadicLayer layer, DyadicPolynomial z, int l, int neuron)
    {
        if (layer.Activation == Activation.ReLU && Side(z, l, neuron, "zero") <= 0)
            z = DyadicPolynomial.Zero;
        if (layer.Ceiling is not { } ceiling)
            return z;
        return Side(z + DyadicPolynomial.Of(-ceiling), l, neuron, "ceiling") >= 0 ? DyadicPolynomial.Of(ceiling) : z;
    }

    /// <summary>The sign of a polynomial next to 0 on the model's side; its nearest zeros on both sides narrow the interval.</summary>
    private int Side(DyadicPolynomial value, int l, int neuron, string what)
    {
        if (value.Degree < 0)
            return 0;
        var order = value.Order;
        var rest = order == 0 ? value : value.Shift(order);
        Narrow(rest, ref _high, ref _highIsExact, isLow: false);
        Narrow(rest.Mirror(), ref _low, ref _lowIsExact, isLow: true);
        // An even power leaves the kink to the same side both ways; a jump counts in any case.
        if (order % 2 != 0 || (order > 0 && what == ZeroSum))
            _kinks.Add(new PerturbationKink(l, neuron, what));
        return leftSide && order % 2 != 0 ? -rest[0].Sign : rest[0].Sign;
    }

    private static void Narrow(DyadicPolynomial value, ref Rational end, ref bool isExact, bool isLow)
    {
        var root = FirstRoot.Above(value, out var rootIsExact);
        if (isLow)
            root = -root;
        var order = root.CompareTo(end);
        if (isLow ? order <= 0 : order >= 0)
            return;
        (end, isExact) = (root, rootIsExact);
    }
}
