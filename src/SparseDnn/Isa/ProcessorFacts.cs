using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Planning.Model;

namespace SparseDnn.Isa;

/// <summary>Which conditions of a plan this processor meets.</summary>
internal static class ProcessorFacts
{
    // Those that the processor decides; batches decide on the others.
    private const RunConditions Asked = RunConditions.Avx2;

    /// <summary>What the processor has.</summary>
    /// <remarks>A program compiled ahead of time may know less of vectors than the processor that it meets.</remarks>
    public static RunConditions All =>
        Avx2.IsSupported && Vector256.IsHardwareAccelerated ? RunConditions.Avx2 : RunConditions.None;

    /// <summary>Whether the processor has all that a strategy needs of it.</summary>
    /// <param name="needed">What the strategy needs.</param>
    public static bool Meet(RunConditions needed) => (needed & Asked & ~All) == RunConditions.None;
}
