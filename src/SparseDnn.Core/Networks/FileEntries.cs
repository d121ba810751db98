using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Ranges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>Names the entries of files, and finds where they stand.</summary>
internal static class FileEntries
{
    /// <summary>Where an entry stands, found by its format.</summary>
    /// <param name="file">The file that holds it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Passed to the format.</param>
    /// <returns>The place; null where the file has no such entry.</returns>
    public static ProblemPlace? Locate(InputFile file, FileEntryPlace entry, CancellationToken cancellationToken) =>
        entry.Column is { } column
            ? WeightFormats.Kind.Locate(file, entry.Row, column, cancellationToken)
            : RangeFormats.Kind.Locate(file, entry.Row, null, cancellationToken);

    /// <summary>The place of an edge in the file that it was read from.</summary>
    /// <param name="argument">The argument that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="edges">The edges as read.</param>
    /// <param name="edge">0-based edge.</param>
    internal static FileEntryPlace Place(DeclarationPlace argument, string path, CsrPattern edges, int edge)
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
