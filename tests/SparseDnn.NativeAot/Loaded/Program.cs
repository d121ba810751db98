using System;

namespace SparseDnn.NativeAot.Loaded;

/// <summary>A program that builds its network when it runs: what a deployed program pays for every stage and the executor.</summary>
internal static class Program
{
    private static void Main()
    {
        var network = SparseNetwork.Load<float>(
            new LoadOptions(),
            new RadixNetAttribute
            {
                Radices = [8, 8],
                Weight = 0.25,
                Bias = -0.125,
                Repeat = 3,
            }
        );
        var (inputs, outputs) = (new float[40 * network.Inputs], new float[40 * network.Outputs]);
        var random = new Random(1);
        foreach (ref var input in inputs.AsSpan())
            input = random.NextSingle();
        network.InferBatch(inputs, outputs, 40);
        var hash = 17;
        foreach (var output in outputs)
            hash = unchecked((hash * 31) + BitConverter.SingleToInt32Bits(output));
        Console.WriteLine($"{network.Description} {hash:X8}");
    }
}
