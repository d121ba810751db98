using System;
using System.Linq;
using System.Reflection;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Tests.Conformance;

/// <summary>One declared network: compiled, loaded, and replayed plainly.</summary>
public abstract class ConformanceCase(string name)
{
    public static ConformanceCase Of<T, TSemiring>(SparseNetwork<T> compiled, Type declared)
        where T : unmanaged
        where TSemiring : struct, ISemiring<TSemiring, T> =>
        new ConformanceCase<T>(
            compiled,
            SparseNetwork.Load<T, TSemiring>(Options(declared), Layers(declared)),
            SparseNetwork.BuildModel<T, TSemiring>(Options(declared), Layers(declared))
        );

    public static ConformanceCase Of<T, TCorrelate, TSelect>(SparseNetwork<T> compiled, Type declared)
        where T : unmanaged
        where TCorrelate : struct, ISemiring<TCorrelate, T>
        where TSelect : struct, ISemiring<TSelect, T> =>
        new ConformanceCase<T>(
            compiled,
            SparseNetwork.Load<T, TCorrelate, TSelect>(Options(declared), Layers(declared)),
            SparseNetwork.BuildModel<T, TCorrelate, TSelect>(Options(declared), Layers(declared))
        );

    /// <summary>Null where all outputs have the bits of the replay; otherwise the first that has not.</summary>
    public abstract string? FirstDifference(VectorWidth width, int items, ulong seed, bool hostile);

    public override string ToString() => name;

    // What stores weights only is declared when a network is loaded too; its elements tell their own format.
    private static LoadOptions Options(Type declared) =>
        new()
        {
            Inputs = 20,
            Format =
                declared.GetCustomAttribute<SparseNetworkAttribute>()!.Format is var format && !NumberTypes.Of(format).IsElement
                    ? format
                    : null,
        };

    private static SparseLayersAttribute[] Layers(Type declared) => declared.GetCustomAttributes<SparseLayersAttribute>().ToArray();
}

/// <summary>The case for one element type.</summary>
public sealed class ConformanceCase<T>(SparseNetwork<T> compiled, SparseNetwork<T> loaded, Network model)
    : ConformanceCase(compiled.Description.Name)
    where T : unmanaged
{
    public override string? FirstDifference(VectorWidth width, int items, ulong seed, bool hostile)
    {
        var random = new SplitMix64(seed);
        var bits = new long[items * model.Inputs];
        for (var item = 0; item < items; item++)
        {
            // A quarter of the items is Zero throughout, so that items are dropped.
            var absent = random.Next(4) == 0;
            for (var i = 0; i < model.Inputs; i++)
                bits[(item * model.Inputs) + i] = absent
                    ? Element.Bits(compiled.Zero)
                    : Element.Draw<T>(ref random, Element.Bits(compiled.Zero), hostile);
        }

        var inputs = Array.ConvertAll(bits, Element.Value<T>);
        var options = new BatchOptions { VectorWidth = width };
        T[] fromCode = new T[items * model.Outputs],
            fromTables = new T[items * model.Outputs];
        compiled.InferBatch(inputs, fromCode, items, options);
        loaded.InferBatch(inputs, fromTables, items, options);
        for (var item = 0; item < items; item++)
        {
            var expected = Replay(bits.AsSpan(item * model.Inputs, model.Inputs));
            for (var i = 0; i < expected.Length; i++)
            {
                var (code, table) = (
                    Element.Bits(fromCode[(item * expected.Length) + i]),
                    Element.Bits(fromTables[(item * expected.Length) + i])
                );
                if (code != expected[i] || table != expected[i])
                    return string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{this}, {width}, item {item}, output {i}: expected {Element.Value<T>(expected[i])}, "
                            + $"compiled {fromCode[(item * expected.Length) + i]}, loaded {fromTables[(item * expected.Length) + i]}"
                    );
            }
        }

        return null;
    }

    // What e and log return is the platform's affair: there the scalar method itself is the judge.
    private long[] Replay(ReadOnlySpan<long> input) =>
        model.Layers[0].Semirings.Correlate.Name == "log" ? PlainLog(input) : RoundedEvaluator.EvaluateBits(model, input);

    private long[] PlainLog(ReadOnlySpan<long> input)
    {
        var activations = Array.ConvertAll(input.ToArray(), BitConverter.Int64BitsToDouble);
        foreach (var layer in model.Layers)
        {
            var outputs = new double[layer.Outputs];
            for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
            {
                var sum = double.NegativeInfinity;
                foreach (var i in layer.Edges.Row(neuron))
                {
                    var weight = layer.Weights[edge++];
                    sum =
                        typeof(T) == typeof(float)
                            ? Log.Add((float)sum, Log.Multiply((float)weight, (float)activations[i]))
                            : Log.Add(sum, Log.Multiply(weight, activations[i]));
                }

                outputs[neuron] = sum;
            }

            activations = outputs;
        }

        return Array.ConvertAll(activations, value => Element.Bits(Element.Value<T>(BitConverter.DoubleToInt64Bits(value))));
    }
}
