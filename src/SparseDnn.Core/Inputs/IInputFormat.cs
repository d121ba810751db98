using System;
using System.Threading;
using SparseDnn.Problems;

namespace SparseDnn.Inputs;

/// <summary>
/// One format of files that hold a <typeparamref name="T"/>: one class, and one row in the table of its <see cref="InputKind{T}"/>.
/// </summary>
/// <typeparam name="T">What the files hold.</typeparam>
internal interface IInputFormat<T>
    where T : class
{
    /// <summary>Whether a file is of this format, or means to be.</summary>
    /// <param name="head">Its first characters, see <see cref="InputFile.Head"/>.</param>
    bool Sniff(ReadOnlySpan<char> head);

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">A file; its exceptions pass through.</param>
    /// <param name="cancellationToken">Checked every few thousand entries.</param>
    /// <returns>What it holds, or the first fault with its place. Never throws for what a file can hold.</returns>
    InputResult<T> Read(InputFile file, CancellationToken cancellationToken);

    /// <summary>Where an entry stands in a file that was read before: readers keep no places, and few entries are ever asked for.</summary>
    /// <param name="file">A file that <see cref="Read"/> accepts.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column; null where entries are of a row alone.</param>
    /// <param name="cancellationToken">Checked every few thousand entries.</param>
    /// <returns>The place of its value; null where the file has no such entry.</returns>
    ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken);
}
