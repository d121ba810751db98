using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Vectors;

/// <summary>
/// Compares an implementation's outputs with test vectors: equality where no bounds are given or a bound is 0, else the bound. Zeros of
/// either sign are equal.
/// </summary>
internal static class VectorComparison
{
    /// <summary>Compares an output file.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="outputs">An array of the expected shape and type.</param>
    /// <param name="fault">Why it cannot be compared; null on success.</param>
    internal static VectorVerdict? Compare(VectorSet vectors, NpyArray outputs, out string? fault)
    {
        var (items, columns, format) = (vectors.Outputs.Count, vectors.Outputs[0].Count, vectors.Formats.Activations);
        if (outputs.DType != format.DType)
            fault = $"the type is '{outputs.DType}' but {format} is stored as '{format.DType}'; convert the array";
        else if (outputs.Shape.SequenceEqual([items, columns]))
            fault = null;
        else
            fault = $"the shape is ({string.Join(", ", outputs.Shape)}) but ({items}, {columns}) is wanted; reshape the array";
        return fault is null ? Compare(vectors, i => format.TryFromBits(outputs.Elements[i], out var value) ? value : null) : null;
    }

    /// <summary>Compares values.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="outputs">One list an item.</param>
    public static VectorVerdict Compare(VectorSet vectors, IReadOnlyList<IReadOnlyList<Dyadic>> outputs) =>
        Compare(vectors, i => outputs[i / vectors.Outputs[0].Count][i % vectors.Outputs[0].Count]);

    private static VectorVerdict Compare(VectorSet vectors, System.Func<int, Dyadic?> actual)
    {
        long faults = 0,
            inexact = 0;
        int first = -1,
            columns = vectors.Outputs[0].Count;
        var worst = Dyadic.Zero;
        for (var i = 0; i < vectors.Outputs.Count * columns; i++)
        {
            var (item, column) = (i / columns, i % columns);
            var expected = vectors.Outputs[item][column];
            var value = actual(i);
            if (value == expected)
                continue;
            inexact++;
            var error = value is { IsFinite: true } number && expected.IsFinite ? (number - expected).Abs() : Dyadic.PositiveInfinity;
            worst = Dyadic.Max(worst, error);
            var bound = vectors.Bounds is { } bounds ? bounds[item][column] : 0;
            if (error <= Dyadic.FromDouble(bound))
                continue;
            faults++;
            if (first < 0)
                first = i;
        }

        return new VectorVerdict(faults, first < 0 ? -1 : first / columns, first < 0 ? -1 : first % columns, worst, inexact);
    }
}

/// <summary>The outcome of comparing an implementation's outputs with test vectors.</summary>
/// <param name="Faults">How many values break their demand.</param>
/// <param name="FirstItem">0-based item of the first fault; −1 where there is none.</param>
/// <param name="FirstOutput">0-based output of the first fault; −1 where there is none.</param>
/// <param name="WorstError">Largest |actual − expected|; infinite where a value is no number.</param>
/// <param name="Inexact">How many values differ from the expected ones at all.</param>
internal sealed record VectorVerdict(long Faults, int FirstItem, int FirstOutput, Dyadic WorstError, long Inexact)
{
    /// <summary>Whether every demand is kept.</summary>
    public bool IsSound => Faults == 0;
}
