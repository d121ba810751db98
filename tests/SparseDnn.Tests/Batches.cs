using System;
using System.Linq;
using SparseDnn.Exact;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;

namespace SparseDnn.Tests;

/// <summary>Inputs and the outputs that every kernel must return, from the exact replay.</summary>
internal static class Batches
{
    /// <summary>Seeded items; about a quarter are all zero, a quarter sparse zeros and ones, the rest signed.</summary>
    public static double[] Inputs(int items, int width, ulong seed)
    {
        var random = new SplitMix64(seed);
        var inputs = new double[items * width];
        for (var item = 0; item < items; item++)
        {
            var kind = random.Next(4);
            for (var i = 0; i < width && kind != 0; i++)
            {
                if (kind == 1)
                {
                    if (random.Next(5) == 0)
                        inputs[(item * width) + i] = 1;
                    else
                        inputs[(item * width) + i] = 0;
                }
                else
                    inputs[(item * width) + i] = (random.NextUnit() * 2) - 1;
            }
        }

        return inputs;
    }

    public static double[] Expected(Network model, double[] inputs) =>
        inputs.Chunk(model.Inputs).SelectMany(item => RoundedEvaluator.Evaluate(model, item)).ToArray();

    public static Network Model(ElementFormat format, Summation summation, int? inputs, params SparseLayersAttribute[] layers)
    {
        var declarations = layers.Select((layer, i) => layer.ToDeclaration(i + 1, [])).ToArray();
        var build = NetworkBuilder.Build(new NetworkDeclaration("model", inputs, format, summation, new(declarations)), InputFiles.None);
        return build.Network ?? throw new InvalidOperationException(build.Problems[0].ToString());
    }

    public static float[] Narrow(double[] values) => Array.ConvertAll(values, value => (float)value);
}
