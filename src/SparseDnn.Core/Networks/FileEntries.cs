using System;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>Names the entries of weights files.</summary>
internal static class FileEntries
{
    /// <summary>The place of an edge in the file that it was read from.</summary>
    /// <param name="argument">The argument that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="edges">The edges as read.</param>
    /// <param name="edge">0-based edge.</param>
    public static FileEntryPlace Place(DeclarationPlace argument, string path, CsrPattern edges, int edge)
    {
        var starts = edges.RowStarts;
        // The last neuron that begins at or before the edge; neurons without edges begin where the next one does.
        int low = 0,
            high = edges.RowCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle] <= edge)
                low = middle;
            else
                high = middle - 1;
        }

        return new FileEntryPlace(argument, path, edges.Columns[edge] + 1, low + 1);
    }
}
