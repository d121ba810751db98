using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Threading;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>The formats of weights files. Rows are input neurons, columns output neurons; entries of value 0 are edges.</summary>
public static class WeightFormats
{
    /// <summary>Weights files of any known format.</summary>
    internal static InputKind<WeightMatrix> Kind { get; } =
        new(ProblemKinds.MalformedWeights, [new NpyFormat(), new MatrixMarketFormat(), new GraphChallengeTsvFormat()]);

    /// <summary>Reads a weights file of any known format, told by its content.</summary>
    /// <param name="path">Path to name in problems; its extension means nothing.</param>
    /// <param name="open">Begins to read the file from its start; called as often as it is read. Its exceptions pass through.</param>
    /// <param name="matrix">What the file holds; null where it cannot be read.</param>
    /// <param name="problem">The first fault, with its place in the file; null where there is none.</param>
    /// <param name="cancellationToken">Checked every few thousand entries.</param>
    /// <returns>Whether the file was read.</returns>
    public static bool TryRead(
        string path,
        Func<Stream> open,
        [NotNullWhen(true)] out WeightMatrix? matrix,
        [NotNullWhen(false)] out Problem? problem,
        CancellationToken cancellationToken = default
    ) => Kind.Read(InputFile.OfBytes(path, open), cancellationToken).TryGet(out matrix, out problem);
}
