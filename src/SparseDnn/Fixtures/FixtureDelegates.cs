using System;
using System.Collections.Generic;

namespace SparseDnn;

/// <summary>An implementation under test that takes one item a call.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="input">One item; it must not be changed.</param>
/// <param name="output">Every value must be written; it holds garbage before.</param>
public delegate void FixtureRun<T>(ReadOnlySpan<T> input, Span<T> output)
    where T : unmanaged;

/// <summary>An implementation under test that takes several items a call.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="inputs">The items, one after another; they must not be changed.</param>
/// <param name="outputs">Every value must be written; it holds garbage before.</param>
/// <param name="batch">Number of items.</param>
public delegate void FixtureBatchRun<T>(ReadOnlySpan<T> inputs, Span<T> outputs, int batch)
    where T : unmanaged;

/// <summary>An implementation under test that shows its layers one by one.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="layer">0-based layer.</param>
/// <param name="input">The layer's inputs; they must not be changed.</param>
/// <param name="output">Every value must be written; it holds garbage before.</param>
public delegate void FixtureLayerRun<T>(int layer, ReadOnlySpan<T> input, Span<T> output)
    where T : unmanaged;

/// <summary>An implementation under test that takes the network too.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="layers">The network of the fixture.</param>
/// <param name="input">One item; it must not be changed.</param>
/// <param name="output">Every value must be written; it holds garbage before.</param>
public delegate void FixtureNetworkRun<T>(IReadOnlyList<FixtureLayer> layers, ReadOnlySpan<T> input, Span<T> output)
    where T : unmanaged;
