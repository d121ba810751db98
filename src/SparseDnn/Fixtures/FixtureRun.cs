using System;

namespace SparseDnn;

/// <summary>An implementation under test that takes one item a call.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="input">One item; it must not be changed.</param>
/// <param name="output">Every value must be written; it holds garbage before.</param>
public delegate void FixtureRun<T>(ReadOnlySpan<T> input, Span<T> output)
    where T : unmanaged;
