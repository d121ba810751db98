using System;

namespace SparseDnn;

/// <summary>An implementation under test that shows its layers one by one.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="layer">0-based layer.</param>
/// <param name="input">The layer's inputs; they must not be changed.</param>
/// <param name="output">Every value must be written; it holds garbage before.</param>
public delegate void FixtureLayerRun<T>(int layer, ReadOnlySpan<T> input, Span<T> output)
    where T : unmanaged;
