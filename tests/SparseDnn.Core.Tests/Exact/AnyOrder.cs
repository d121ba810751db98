using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>An implementation that adds in a random order and association, each product fused or not at random.</summary>
internal static class AnyOrder
{
    /// <summary>What one way of adding must know.</summary>
    public interface IArithmetic<T>
    {
        T From(Dyadic value);
        T Add(T a, T b);
        T Multiply(T a, T b);
        T Fused(T a, T b, T c);
        Dyadic To(T value);
    }

    public sealed class Single : IArithmetic<float>
    {
        public float From(Dyadic value) => (float)value.ToDouble();

        public float Add(float a, float b) => a + b;

        public float Multiply(float a, float b) => a * b;

        public float Fused(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

        public Dyadic To(float value) => Dyadic.FromDouble(value);
    }

    public sealed class Double : IArithmetic<double>
    {
        public double From(Dyadic value) => value.ToDouble();

        public double Add(double a, double b) => a + b;

        public double Multiply(double a, double b) => a * b;

        public double Fused(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

        public Dyadic To(double value) => Dyadic.FromDouble(value);
    }

    public sealed class Rounding(StorageFormat format) : IArithmetic<Dyadic>
    {
        public Dyadic From(Dyadic value) => value;

        public Dyadic Add(Dyadic a, Dyadic b) => format.Round(a + b);

        public Dyadic Multiply(Dyadic a, Dyadic b) => format.Round(a * b);

        public Dyadic Fused(Dyadic a, Dyadic b, Dyadic c) => format.Round((a * b) + c);

        public Dyadic To(Dyadic value) => value;
    }

    public static Dyadic[] Run(RoundedNetwork network, IReadOnlyList<Dyadic> input, int seed)
    {
        var accumulator = network.Formats.Accumulator;
        if (seed % 2 == 0 && accumulator.Name == "binary32")
            return Run(network, input, seed, new Single());
        if (seed % 2 == 0 && accumulator.Name == "binary64")
            return Run(network, input, seed, new Double());
        return Run(network, input, seed, new Rounding(accumulator));
    }

    public static Dyadic[] Run<T>(RoundedNetwork network, IReadOnlyList<Dyadic> input, int seed, IArithmetic<T> arithmetic)
    {
        var random = new Random(seed);
        var x = input.ToArray();
        foreach (var layer in network.Network.Layers)
        {
            var y = new Dyadic[layer.Outputs];
            for (var neuron = 0; neuron < y.Length; neuron++)
                y[neuron] = network.Formats.Activations.Round(Neuron(layer, neuron, x, random, arithmetic));
            x = y;
        }

        return x;
    }

    private static Dyadic Neuron<T>(DyadicLayer layer, int neuron, Dyadic[] x, Random random, IArithmetic<T> arithmetic)
    {
        // A node is a value or a product not formed yet.
        var nodes = new List<(T? Value, T W, T X, bool IsProduct)>();
        var edge = layer.Edges.RowStarts[neuron];
        foreach (var i in layer.Edges.Row(neuron))
            nodes.Add((default, arithmetic.From(layer.Weights[edge++]), arithmetic.From(x[i]), true));
        var bias = arithmetic.From(layer.Biases[neuron]);
        if (layer.BiasMode == BiasMode.Dense)
            nodes.Add((bias, default!, default!, false));
        var ascending = random.Next(4) == 0;
        while (nodes.Count > 1)
        {
            var i = ascending ? 0 : random.Next(nodes.Count);
            var a = nodes[i];
            nodes.RemoveAt(i);
            var j = ascending ? 0 : random.Next(nodes.Count);
            var b = nodes[j];
            nodes.RemoveAt(j);
            if (random.Next(2) == 0)
                (a, b) = (b, a);
            var sum = a.IsProduct && random.Next(2) == 0 ? arithmetic.Fused(a.W, a.X, Value(b)) : arithmetic.Add(Value(a), Value(b));
            nodes.Insert(0, (sum, default!, default!, false));
        }

        var z = nodes.Count == 0 ? Dyadic.Zero : arithmetic.To(Value(nodes[0]));
        if (layer.BiasMode == BiasMode.NonzeroSums && !z.IsZero)
            z = arithmetic.To(arithmetic.Add(arithmetic.From(z), bias));
        if (layer.Activation == Activation.ReLU)
            z = Dyadic.Max(z, Dyadic.Zero);
        return layer.Ceiling is { } ceiling ? Dyadic.Min(z, ceiling) : z;

        T Value((T? Value, T W, T X, bool IsProduct) node) => node.IsProduct ? arithmetic.Multiply(node.W, node.X) : node.Value!;
    }
}
