using SparseDnn.Isa;
using SparseDnn.Layouts;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Screening;

namespace SparseDnn.Execution;

/// <summary>Which conditions of a plan hold for this processor and a batch.</summary>
internal static class RunFacts
{
    /// <summary>What holds for a batch.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="job">The batch.</param>
    /// <param name="width">Its register width.</param>
    /// <param name="lanes">Items in a tile.</param>
    public static RunConditions Of<T>(BatchJob<T> job, VectorWidth width, int lanes)
        where T : unmanaged =>
        ProcessorFacts.All
        | (width is VectorWidth.Bits256 or VectorWidth.Bits512 ? RunConditions.WideRegisters : RunConditions.None)
        | (job.Inputs.Form == InputForm.Bits ? RunConditions.ItemsOfBits : RunConditions.ItemsOfNumbers)
        | (job.HasPairs(lanes) ? RunConditions.TwoTilesAThread : RunConditions.None)
        | (job.Items >= ScreeningStrategy.FewestItems ? RunConditions.ManyItems : RunConditions.None);

    /// <summary>Whether all of some conditions hold.</summary>
    /// <param name="needed">The conditions.</param>
    /// <param name="facts">What holds.</param>
    public static bool Hold(RunConditions needed, RunConditions facts) => (needed & ~facts) == RunConditions.None;
}
