using System;

namespace SparseDnn;

/// <summary>How a batch is computed. The default uses all cores and reports nothing; no option changes a result.</summary>
public readonly record struct BatchOptions
{
    /// <summary>Most threads to use, the caller's included; 0 for one a core.</summary>
    /// <exception cref="ArgumentOutOfRangeException">When used with a negative value.</exception>
    public int MaxDegreeOfParallelism { get; init; }

    /// <summary>
    /// Told now and then how many items are finished, in ascending numbers, the last being the batch size; called on the computing threads.
    /// </summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>Vector width; for tests and comparisons, since results do not depend on it.</summary>
    public VectorWidth VectorWidth { get; init; }
}
