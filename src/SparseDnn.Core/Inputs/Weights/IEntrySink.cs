using System;
using SparseDnn.Numerics;

namespace SparseDnn.Inputs.Weights;

/// <summary>Takes the entries that a text format reads: to keep them, or to find one of them.</summary>
internal interface IEntrySink
{
    /// <summary>Takes an entry.</summary>
    /// <param name="input">0-based input neuron.</param>
    /// <param name="output">0-based output neuron.</param>
    /// <param name="value">Its value.</param>
    /// <param name="line">The line that it was read from; valid during the call.</param>
    /// <param name="number">1-based number of the line.</param>
    /// <param name="isMirrored">Whether the line lists the mirror image, and this entry follows from it.</param>
    /// <returns>Whether more entries are wanted.</returns>
    bool Add(int input, int output, DecimalNumber value, ReadOnlySpan<char> line, long number, bool isMirrored = false);
}
