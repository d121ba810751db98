using System;

namespace SparseDnn.Topologies;

/// <summary>Banded layers: output c sees the inputs r with −lower ≤ r − c ≤ upper, as far as they exist.</summary>
public static class BandedTopology
{
    /// <summary>The pattern.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="lower">How far below the diagonal input the band reaches, at least 0.</param>
    /// <param name="upper">How far above, at least 0.</param>
    public static CsrPattern Layer(int inputs, int outputs, int lower, int upper)
    {
        if (lower < 0 || upper < 0) throw new ArgumentOutOfRangeException(nameof(lower), "Bandwidths are not negative.");
        var builder = new CsrBuilder(outputs, inputs);
        for (var output = 0; output < outputs; output++)
        {
            var first = Math.Max(0L, (long)output - lower);
            var last = Math.Min(inputs - 1L, (long)output + upper);
            var columns = new int[Math.Max(0, last - first + 1)];
            for (var i = 0; i < columns.Length; i++) columns[i] = (int)first + i;
            builder.AddRow(columns);
        }

        return builder.Build();
    }
}
