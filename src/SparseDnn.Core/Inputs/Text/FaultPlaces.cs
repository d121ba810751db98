using System;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Text;

/// <summary>Turns faults of the line read last into failures that name their place in the file.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
/// <param name="lines">The file's lines.</param>
/// <param name="path">The file's path.</param>
/// <param name="kind">The kind of its problems.</param>
internal sealed class FaultPlaces<T>(TextLines lines, string path, ProblemKind kind)
    where T : class
{
    /// <summary>A fault of the line read last; of line 1 if none was read.</summary>
    public InputResult<T>.Failure OnLine(TextFault fault) => OnLine(Math.Max(lines.Number, 1), fault);

    /// <summary>A fault of any line.</summary>
    public InputResult<T>.Failure OnLine(long line, TextFault fault) =>
        new(Problem.Create(kind, new FilePlace(path, line, fault.Offset + 1, fault.Length), fault.Message));
}
