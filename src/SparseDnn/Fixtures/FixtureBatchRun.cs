using System;

namespace SparseDnn;

/// <summary>An implementation under test that takes several items a call.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="inputs">The items, one after another; they must not be changed.</param>
/// <param name="outputs">Every value must be written; it holds garbage before.</param>
/// <param name="batch">Number of items.</param>
public delegate void FixtureBatchRun<T>(ReadOnlySpan<T> inputs, Span<T> outputs, int batch)
    where T : unmanaged;
