using System.Linq;
using SparseDnn.Algebra;

namespace SparseDnn.Planning;

/// <summary>Whether single items may take a layer from packed columns: sums of nearly equal length side by side, one a lane.</summary>
/// <remarks>Machines without gathers take the table loop all the same; both give the same bits.</remarks>
public static class ColumnChoice
{
    /// <summary>Rows that two bytes number.</summary>
    public const int MostRows = 1 << 16;

    // Lengths are compared as elements; binary32 counts to here.
    private const int LongestSum = 1 << 24;

    // A term alone takes about 2.4 cycles and a slot 1 (measured), so with more empty slots than this nothing would be gained.
    private const double MostSlotsPerTerm = 1.75;

    // Two registers of 32 bytes hide the latency of additions behind that of gathers; four were no faster.
    private const int BytesOfSums = 64;

    /// <summary>Sums side by side.</summary>
    /// <param name="elements">binary32 or binary64.</param>
    public static int Lanes(ElementFormat elements) => BytesOfSums / (elements == ElementFormat.Binary32 ? sizeof(float) : sizeof(double));

    /// <summary>Why not; null where they may.</summary>
    /// <param name="data">The layer.</param>
    public static string? Decline(LayerData data)
    {
        if (data.Elements is not (ElementFormat.Binary32 or ElementFormat.Binary64))
            return "columns declined: the elements are neither binary32 nor binary64";
        if (data.Weights.IsConstant)
            return "columns declined: the edges have one weight";
        if (data.Partials.Count > 0 || data.Sums < data.Outputs)
            return "columns declined: some sums are shared or taken by several rows";
        if (data.Inputs > MostRows)
            return $"columns declined: more than {MostRows} rows";
        // So a layer that may be straight-line code is left to it.
        if (data.TermCount <= Planner.MaxStraightLineEdges)
            return $"columns declined: no more than {Planner.MaxStraightLineEdges} terms";
        var lengths = Enumerable.Range(0, data.Sums).Select(data.Terms).OrderBy(length => length).ToArray();
        if (lengths[lengths.Length - 1] > LongestSum)
            return $"columns declined: a sum of more than {LongestSum} terms";
        var slots = Slots(lengths, Lanes(data.Elements));
        return slots > MostSlotsPerTerm * data.TermCount ? $"columns declined: {slots} slots for {data.TermCount} terms" : null;
    }

    // Groups from the longest down, each as long as its longest.
    private static long Slots(int[] lengths, int lanes)
    {
        long slots = 0;
        for (var last = lengths.Length - 1; last >= 0; last -= lanes)
            slots += (long)lengths[last] * lanes;
        return slots;
    }
}
