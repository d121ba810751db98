using System;
using System.IO;
using System.Threading;

namespace SparseDnn.Formats;

/// <summary>
/// Reads a weights text of any known format, told by its content: a first line that begins with <c>%</c> is Matrix Market, all else
/// GraphChallenge TSV.
/// </summary>
public static class WeightFileReader
{
    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; read to its end or first fault, not closed. Its exceptions pass through.</param>
    /// <param name="path">Path to name in problems; its extension means nothing.</param>
    /// <param name="cancellationToken">Checked every few thousand lines.</param>
    /// <param name="keepExplicitZeros">True: entries of value 0 are edges, as semirings need whose Zero is not 0.</param>
    public static WeightReadResult Read(TextReader text, string path, CancellationToken cancellationToken, bool keepExplicitZeros = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lines = new TextLines(text);
        var status = lines.Next(out var first);
        var isMatrixMarket = first.TrimStart().StartsWith("%".AsSpan());
        if (status != LineStatus.End)
            lines.Unread();
        return isMatrixMarket
            ? MatrixMarketReader.Read(lines, path, cancellationToken, keepExplicitZeros)
            : GraphChallengeTsvReader.Read(lines, path, cancellationToken, keepExplicitZeros);
    }
}
