using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>Numbers and lists as messages show them.</summary>
internal static class NumberText
{
    private const int MostListed = 5;

    /// <summary>A number.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number of any size; beyond binary64, the power of two below it.</summary>
    public static string Of(Dyadic value) =>
        value.IsZero || value.FloorLog2 <= 1023
            ? Of(value.ToDouble())
            : string.Format(CultureInfo.InvariantCulture, "{0}2^{1}", value.Sign < 0 ? "-" : "", value.FloorLog2);

    /// <summary>The declared range of a network's inputs, or the file that says each one's.</summary>
    public static string Ranges(NetworkDeclaration declaration, Network network) =>
        network.InputRanges is { Count: not null } ? $"the ranges of '{declaration.InputRangeFile}'" : network.InputRange.ToString()!;

    /// <summary>The first few of some neurons, counting from 0.</summary>
    public static string Neurons(IReadOnlyList<int> neurons) =>
        (neurons.Count == 1 ? "neuron " : "neurons ")
        + string.Join(", ", neurons.Take(MostListed))
        + (neurons.Count > MostListed ? string.Format(CultureInfo.InvariantCulture, " and {0} more", neurons.Count - MostListed) : "");
}
