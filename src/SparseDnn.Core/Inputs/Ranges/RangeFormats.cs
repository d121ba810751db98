using SparseDnn.Problems;

namespace SparseDnn.Inputs.Ranges;

/// <summary>The formats of files of input ranges. An entry's row is the input; it has no column.</summary>
internal static class RangeFormats
{
    /// <summary>Files of input ranges.</summary>
    public static InputKind<InputRangeTable> Kind { get; } = new(ProblemKinds.MalformedRanges, [new RangeTsvFormat()]);
}
