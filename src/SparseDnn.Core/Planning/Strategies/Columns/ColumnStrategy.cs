using System.Linq;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;
using SparseDnn.Planning.Strategies.StraightLine;

namespace SparseDnn.Planning.Strategies.Columns;

/// <summary>Single items from packed columns: sums of nearly equal length side by side, one a lane.</summary>
internal sealed class ColumnStrategy : Strategy
{
    /// <summary>What must hold at run time; the runtime asks it.</summary>
    public const RunConditions Needs = RunConditions.Avx2 | RunConditions.SingleItem;

    /// <summary>Rows that two bytes number.</summary>
    public const int MostRows = 1 << 16;

    // Lengths are compared as elements; binary32 counts to here.
    private const int LongestSum = 1 << 24;

    /// <summary>Bytes of sums side by side.</summary>
    /// <remarks>Two registers of 32 bytes hide the latency of additions behind that of gathers; four were no faster.</remarks>
    public const int BytesOfSums = 64;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Columns;

    /// <inheritdoc/>
    public override string Name => "columns";

    /// <inheritdoc/>
    public override RunConditions Conditions => Needs;

    /// <summary>Sums side by side.</summary>
    /// <param name="elements">binary32 or binary64.</param>
    public static int Lanes(ElementFormat elements) => BytesOfSums / (elements == ElementFormat.Binary32 ? sizeof(float) : sizeof(double));

    /// <summary>Why a layer is left to the table loop.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="processor">What operations cost.</param>
    /// <returns>The reason; null where it has columns.</returns>
    public static string? WhyNot(LayerData data, ProcessorProfile processor)
    {
        if (data.Elements is not (ElementFormat.Binary32 or ElementFormat.Binary64))
            return "the elements are neither binary32 nor binary64";
        if (data.Weights.IsConstant)
            return "the edges have one weight";
        if (data.Partials.Count > 0 || data.Sums < data.Outputs)
            return "some sums are shared or taken by several rows";
        if (data.Inputs > MostRows)
            return $"more than {MostRows} rows";
        // So a layer that may be straight-line code is left to it.
        if (data.TermCount <= StraightLineStrategy.MostTerms)
            return $"no more than {StraightLineStrategy.MostTerms} terms";
        var lengths = Enumerable.Range(0, data.Sums).Select(data.Terms).OrderBy(length => length).ToArray();
        if (lengths[lengths.Length - 1] > LongestSum)
            return $"a sum of more than {LongestSum} terms";
        var slots = Slots(lengths, Lanes(data.Elements));
        return slots > processor.SlotsPerTerm * data.TermCount ? $"{slots} slots for {data.TermCount} terms" : null;
    }

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target) =>
        WhyNot(layer.Data, target.Processor) is { } reason
            ? Decline(reason)
            : Choose(", single items from packed columns where the machine gathers");

    // Groups from the longest down, each as long as its longest.
    private static long Slots(int[] lengths, int lanes)
    {
        long slots = 0;
        for (var last = lengths.Length - 1; last >= 0; last -= lanes)
            slots += (long)lengths[last] * lanes;
        return slots;
    }
}
