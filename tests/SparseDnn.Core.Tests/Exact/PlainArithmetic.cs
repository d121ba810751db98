using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>Layers in plain C# of one element type, from nothing but what test vectors say; in ascending order or in any other.</summary>
internal abstract class PlainArithmetic
{
    public static PlainArithmetic Of(string format) =>
        format switch
        {
            "binary32" => new Plain<float>(
                v => (float)v.ToDouble(),
                v => Dyadic.FromDouble(v),
                MathF.FusedMultiplyAdd,
                MathF.Min,
                new()
                {
                    ["plus-times"] = (0, 1, (a, b) => a + b, (a, b) => a * b),
                    ["max-plus"] = (float.NegativeInfinity, 0, MathF.Max, (a, b) => a + b),
                    ["min-plus"] = (float.PositiveInfinity, 0, MathF.Min, (a, b) => a + b),
                    ["max-times"] = (0, 1, MathF.Max, (a, b) => a * b),
                    ["min-times"] = (float.PositiveInfinity, 1, MathF.Min, (a, b) => a * b),
                    ["max-min"] = (float.NegativeInfinity, float.PositiveInfinity, MathF.Max, MathF.Min),
                    ["min-max"] = (float.PositiveInfinity, float.NegativeInfinity, MathF.Min, MathF.Max),
                    ["log"] = (float.NegativeInfinity, 0, (a, b) => MathF.Log(MathF.Exp(a) + MathF.Exp(b)), (a, b) => a + b),
                }
            ),
            "binary64" => new Plain<double>(
                v => v.ToDouble(),
                Dyadic.FromDouble,
                Math.FusedMultiplyAdd,
                Math.Min,
                new()
                {
                    ["plus-times"] = (0, 1, (a, b) => a + b, (a, b) => a * b),
                    ["max-plus"] = (double.NegativeInfinity, 0, Math.Max, (a, b) => a + b),
                    ["min-plus"] = (double.PositiveInfinity, 0, Math.Min, (a, b) => a + b),
                    ["max-times"] = (0, 1, Math.Max, (a, b) => a * b),
                    ["min-times"] = (double.PositiveInfinity, 1, Math.Min, (a, b) => a * b),
                    ["max-min"] = (double.NegativeInfinity, double.PositiveInfinity, Math.Max, Math.Min),
                    ["min-max"] = (double.PositiveInfinity, double.NegativeInfinity, Math.Min, Math.Max),
                    ["log"] = (double.NegativeInfinity, 0, (a, b) => Math.Log(Math.Exp(a) + Math.Exp(b)), (a, b) => a + b),
                }
            ),
            "int32:0" => new Plain<int>(
                v => (int)Integer(v),
                v => v,
                (a, b, c) => unchecked((a * b) + c),
                Math.Min,
                new()
                {
                    ["plus-times"] = (0, 1, (a, b) => unchecked(a + b), (a, b) => unchecked(a * b)),
                    ["max-min"] = (int.MinValue, int.MaxValue, Math.Max, Math.Min),
                    ["min-max"] = (int.MaxValue, int.MinValue, Math.Min, Math.Max),
                    ["xor-and"] = (0, -1, (a, b) => a ^ b, (a, b) => a & b),
                    ["union-intersection"] = (0, -1, (a, b) => a | b, (a, b) => a & b),
                }
            ),
            "int64" => new Plain<long>(
                v => (long)Integer(v),
                v => v,
                (a, b, c) => unchecked((a * b) + c),
                Math.Min,
                new()
                {
                    ["plus-times"] = (0, 1, (a, b) => unchecked(a + b), (a, b) => unchecked(a * b)),
                    ["max-min"] = (long.MinValue, long.MaxValue, Math.Max, Math.Min),
                    ["min-max"] = (long.MaxValue, long.MinValue, Math.Min, Math.Max),
                    ["xor-and"] = (0, -1, (a, b) => a ^ b, (a, b) => a & b),
                    ["union-intersection"] = (0, -1, (a, b) => a | b, (a, b) => a & b),
                }
            ),
            "bool" => new Plain<bool>(
                v => !v.IsZero,
                v => v ? 1 : 0,
                (_, _, _) => throw new NotSupportedException(),
                (_, _) => throw new NotSupportedException(),
                new()
                {
                    ["or-and"] = (false, true, (a, b) => a | b, (a, b) => a & b),
                    ["xor-and"] = (false, true, (a, b) => a ^ b, (a, b) => a & b),
                }
            ),
            "word64" => new Plain<ulong>(
                v => (ulong)Integer(v),
                v => new Dyadic(v, 0),
                (_, _, _) => throw new NotSupportedException(),
                Math.Min,
                new()
                {
                    ["or-and"] = (0, ulong.MaxValue, (a, b) => a | b, (a, b) => a & b),
                    ["xor-and"] = (0, ulong.MaxValue, (a, b) => a ^ b, (a, b) => a & b),
                    ["union-intersection"] = (0, ulong.MaxValue, (a, b) => a | b, (a, b) => a & b),
                }
            ),
            _ => throw new ArgumentException(format),
        };

    /// <summary>Outputs of all layers, terms added to Zero in ascending order, products of plus-times fused.</summary>
    public abstract Dyadic[][] InOrder(DyadicNetwork network, IEnumerable<Dyadic> item);

    /// <summary>Outputs of the last layer, terms combined in a random tree.</summary>
    public abstract Dyadic[] InAnyOrder(DyadicNetwork network, IEnumerable<Dyadic> item, int seed);

    private static BigInteger Integer(Dyadic value) => value.IsZero ? 0 : value.Mantissa << value.Exponent;

    private sealed class Plain<T>(
        Func<Dyadic, T> from,
        Func<T, Dyadic> to,
        Func<T, T, T, T> fused,
        Func<T, T, T> least,
        Dictionary<string, (T Zero, T One, Func<T, T, T> Add, Func<T, T, T> Multiply)> semirings
    ) : PlainArithmetic
        where T : IEquatable<T>
    {
        public override Dyadic[][] InOrder(DyadicNetwork network, IEnumerable<Dyadic> item)
        {
            var x = item.Select(from).ToArray();
            return network
                .Layers.Select(layer => (
                        x = Apply(
                            layer,
                            x,
                            (row, terms) =>
                            {
                                var (zero, _, add, multiply) = row;
                                foreach (var (w, v) in terms)
                                    zero = layer.Semirings.Correlate.Key == "plus-times" ? fused(w, v, zero) : add(zero, multiply(w, v));
                                return zero;
                            }
                        )
                    ).Select(to).ToArray())
                .ToArray();
        }

        public override Dyadic[] InAnyOrder(DyadicNetwork network, IEnumerable<Dyadic> item, int seed)
        {
            var random = new SplitMix64((ulong)seed);
            var x = item.Select(from).ToArray();
            foreach (var layer in network.Layers)
            {
                x = Apply(
                    layer,
                    x,
                    (row, terms) =>
                    {
                        var open = terms.Select(term => row.Multiply(term.Weight, term.Input)).ToList();
                        if (open.Count == 0 || random.Next(2) == 0)
                            open.Add(row.Zero);
                        while (open.Count > 1)
                        {
                            var (first, second) = (random.Next(open.Count), random.Next(open.Count - 1));
                            var taken = open[first];
                            open.RemoveAt(first);
                            open[second] = row.Add(open[second], taken);
                        }

                        return open[0];
                    }
                );
            }

            return x.Select(to).ToArray();
        }

        private T[] Apply(
            DyadicLayer layer,
            T[] x,
            Func<(T Zero, T One, Func<T, T, T> Add, Func<T, T, T> Multiply), List<(T Weight, T Input)>, T> sum
        )
        {
            var y = new T[layer.Outputs];
            var row = semirings[layer.Semirings.Correlate.Key];
            for (int neuron = 0, edge = 0; neuron < y.Length; neuron++)
            {
                var terms = new List<(T, T)>();
                foreach (var input in layer.Edges.Row(neuron))
                    terms.Add((from(layer.Weights[edge++]), x[input]));
                y[neuron] = Select(layer, row.Zero, sum(row, terms), from(layer.Biases[neuron]));
            }

            return y;
        }

        private T Select(DyadicLayer layer, T zero, T z, T bias)
        {
            if (layer.Semirings is not { IsReLU: false, Select: { } select })
                return z;
            var (_, one, add, multiply) = semirings[select.Key];
            if (layer.BiasMode == BiasMode.NonzeroSums && z.Equals(zero))
                z = layer.Activation == Activation.ReLU ? one : z;
            else
                z = layer.Activation == Activation.ReLU ? add(multiply(z, bias), one) : multiply(z, bias);
            return layer.Ceiling is { } ceiling ? least(z, from(ceiling)) : z;
        }
    }
}
