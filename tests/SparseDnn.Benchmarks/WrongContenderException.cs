using System;

namespace SparseDnn.Benchmarks;

/// <summary>A contender computes something else than the network.</summary>
/// <param name="message">Which, and where.</param>
internal sealed class WrongContenderException(string message) : Exception(message);
