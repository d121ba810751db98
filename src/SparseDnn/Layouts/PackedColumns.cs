using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Elements;
using SparseDnn.Planning.Strategies.Columns;

namespace SparseDnn.Layouts;

/// <summary>
/// A layer laid out for single items: sums of nearly equal length side by side in the lanes of registers, term k of all of them together.
/// </summary>
/// <typeparam name="T">Element type: float or double.</typeparam>
/// <remarks>
/// Sliced rows sorted by length (SELL-C-σ: M. Kreutzer et al., SIAM J. Sci. Comput. 36(5), 2014), σ being the whole layer. A lane is a sum,
/// so
/// each adds its terms in list order and keeps its bits. An edge costs its weight and two bytes, read as two streams.
/// </remarks>
internal sealed unsafe class PackedColumns<T>
    where T : unmanaged
{
    private readonly AlignedBuffer<byte> _weights;
    private readonly AlignedBuffer<ushort> _rows;

    /// <summary>Lays a layer out.</summary>
    /// <param name="sums">The sums of a layer that the plan gives columns.</param>
    /// <param name="tails">What follows each sum.</param>
    public PackedColumns(RunTable<T> sums, SumTail<T>[] tails)
    {
        var lanes = ColumnStrategy.BytesOfSums / sizeof(T);
        var runs = Fill([.. sums.InOrder().OrderBy(run => run.Count)], lanes);
        (OutputRows, Biases, Scales, Lengths) = (new int[runs.Length], new T[runs.Length], new T[runs.Length], new T[runs.Length]);
        for (var lane = 0; lane < runs.Length; lane++)
        {
            (OutputRows[lane], Biases[lane], Scales[lane]) = tails[runs[lane].Sum];
            Lengths[lane] = Element.FromNumber<T>(runs[lane].Count);
        }

        long slots = 0;
        Groups = new PackedGroup[runs.Length / lanes];
        for (var group = 0; group < Groups.Length; group++)
        {
            Groups[group] = new PackedGroup(runs[group * lanes].Count, runs[(group * lanes) + lanes - 1].Count);
            slots += (long)Groups[group].Longest * lanes;
        }

        _weights = new AlignedBuffer<byte>(slots * sums.BytesPerWeight);
        _rows = new AlignedBuffer<ushort>(slots);
        Pack(sums, runs, lanes);
    }

    /// <summary>How far the sums of each group go on.</summary>
    public PackedGroup[] Groups { get; }

    /// <summary>Weights as the layer stores them, group by group, term by term; aligned to a cache line.</summary>
    public byte* Weights => _weights.Start;

    /// <summary>The rows that they multiply, likewise.</summary>
    public ushort* Rows => _rows.Start;

    /// <summary>Terms of each sum, as an element, in the order of lanes.</summary>
    public T[] Lengths { get; }

    /// <summary>The row that takes each sum, in the order of lanes.</summary>
    public int[] OutputRows { get; }

    /// <summary>Its bias.</summary>
    public T[] Biases { get; }

    /// <summary>The sum's factor.</summary>
    public T[] Scales { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(RunTable<T> sums, SumRun[] runs, int lanes)
    {
        var bytes = sums.BytesPerWeight;
        long slot = 0;
        for (var first = 0; first < runs.Length; first += lanes)
        {
            for (var term = 0; term < Groups[first / lanes].Longest; term++)
            {
                for (var lane = first; lane < first + lanes; lane++, slot++)
                {
                    // Where a sum has ended row 0 is read with a weight of 0, and what becomes of it is not kept.
                    if (term >= runs[lane].Count)
                        continue;
                    sums.WeightOf(runs[lane], term).CopyTo(new Span<byte>(Weights + (slot * bytes), bytes));
                    Rows[slot] = (ushort)sums.Row(runs[lane], term);
                }
            }
        }
    }

    // The first of the shortest is repeated until all lanes are taken: computed and stored again, with the same bits, so no lane is
    // special.
    private static SumRun[] Fill(SumRun[] runs, int lanes)
    {
        var missing = (lanes - (runs.Length % lanes)) % lanes;
        var filled = new SumRun[missing + runs.Length];
        for (var lane = 0; lane < missing; lane++)
            filled[lane] = runs[0];
        runs.CopyTo(filled, missing);
        return filled;
    }
}

/// <summary>Sums side by side.</summary>
/// <param name="Shortest">Terms of the shortest: so far all go on together.</param>
/// <param name="Longest">Terms of the longest.</param>
internal readonly record struct PackedGroup(int Shortest, int Longest);
