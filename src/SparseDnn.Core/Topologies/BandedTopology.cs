using System;
using System.Threading;

namespace SparseDnn.Topologies;

/// <summary>Banded layers: output c sees the inputs r with −lower ≤ r − c ≤ upper, as far as they exist.</summary>
internal static class BandedTopology
{
    /// <summary>The pattern.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="lower">How far below the diagonal input the band reaches, at least 0.</param>
    /// <param name="upper">How far above, at least 0.</param>
    /// <param name="cancellationToken">Checked for every 256 outputs.</param>
    public static CsrPattern Layer(int inputs, int outputs, int lower, int upper, CancellationToken cancellationToken = default)
    {
        if (lower < 0 || upper < 0)
            throw new ArgumentOutOfRangeException(nameof(lower), "Bandwidths are not negative.");
        var builder = new CsrBuilder(outputs, inputs);
        for (var output = 0; output < outputs; output++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var columns = new int[Degree(inputs, output, lower, upper, out var first)];
            for (var i = 0; i < columns.Length; i++)
                columns[i] = first + i;
            builder.AddRow(columns);
        }

        return builder.Build();
    }

    /// <summary>The number of edges of <see cref="Layer"/>, without making them.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="lower">How far below the diagonal input the band reaches, at least 0.</param>
    /// <param name="upper">How far above, at least 0.</param>
    public static long CountEdges(int inputs, int outputs, int lower, int upper)
    {
        long edges = 0;
        for (var output = 0; output < outputs; output++)
            edges += Degree(inputs, output, lower, upper, out _);
        return edges;
    }

    private static int Degree(int inputs, int output, int lower, int upper, out int first)
    {
        first = Math.Max(0, output - lower);
        return (int)Math.Max(0, Math.Min(inputs - 1L, (long)output + upper) - first + 1);
    }
}
