using System;

namespace SparseDnn.Benchmarks;

/// <summary>Something that computes a workload, or the first items of it.</summary>
/// <param name="Name">For people.</param>
/// <param name="Items">How many items a call computes.</param>
/// <param name="Run">The call.</param>
internal sealed record Contender(string Name, int Items, Action Run)
{
    /// <summary>Whether it tells categories instead of writing outputs.</summary>
    public bool IsCategorizing { get; init; }

    /// <summary>Which variant it is, where there are several.</summary>
    public string Note { get; init; } = "";
}
