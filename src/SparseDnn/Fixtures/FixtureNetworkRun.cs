using System;
using System.Collections.Generic;

namespace SparseDnn;

/// <summary>An implementation under test that takes the network too.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="layers">The network of the fixture.</param>
/// <param name="input">One item; it must not be changed.</param>
/// <param name="output">Every value must be written; it holds garbage before.</param>
public delegate void FixtureNetworkRun<T>(IReadOnlyList<FixtureLayer> layers, ReadOnlySpan<T> input, Span<T> output)
    where T : unmanaged;
