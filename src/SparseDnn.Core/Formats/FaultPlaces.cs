using System;
using SparseDnn.Problems;

namespace SparseDnn.Formats;

/// <summary>Turns faults of the line read last into failures that name their place in the file.</summary>
internal sealed class FaultPlaces(TextLines lines, string path)
{
    /// <summary>Cancellation is checked on lines whose number has none of these bits.</summary>
    public const long CancellationMask = 4095;

    /// <summary>A fault of the line read last; of line 1 if none was read.</summary>
    public WeightReadResult.Failure OnLine(TextFault fault) => OnLine(Math.Max(lines.Number, 1), fault);

    /// <summary>A fault of any line.</summary>
    public WeightReadResult.Failure OnLine(long line, TextFault fault) =>
        new(Problem.Create(ProblemKinds.MalformedWeights, new FilePlace(path, line, fault.Offset + 1, fault.Length), fault.Message));
}
