using System;
using System.Globalization;

namespace SparseDnn.NativeAot.Tiny;

/// <summary>A program with one small network compiled in: what a deployed program pays for the library.</summary>
internal static class Program
{
    private static void Main()
    {
        var outputs = new float[4];
        Small.InferBatch([2, 0.5f, 8, 0, 0, 4], outputs, 2);
        Console.WriteLine(string.Join(" ", Array.ConvertAll(outputs, value => value.ToString("R", CultureInfo.InvariantCulture))));
    }
}

/// <summary>Three inputs, two outputs.</summary>
[SparseNetwork(Inputs = 3)]
[Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
internal static partial class Small;
