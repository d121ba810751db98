using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Problems;

namespace SparseDnn.Inputs;

/// <summary>A kind of files that declarations name, such as weights. Compared by reference.</summary>
/// <param name="malformed">The kind of their problems.</param>
internal abstract class InputKind(ProblemKind malformed)
{
    /// <summary>The kind of a problem with a file's contents.</summary>
    public ProblemKind Malformed { get; } = malformed;

    /// <summary>Reads a file as <see cref="InputKind{T}.Read"/> does.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Passed to the format.</param>
    public abstract InputResult ReadAny(InputFile file, CancellationToken cancellationToken);

    /// <summary>Finds a file as <see cref="IInputFiles.Find"/> does.</summary>
    /// <param name="files">Where to look.</param>
    /// <param name="name">Its name.</param>
    public abstract InputLookup FindIn(IInputFiles files, string name);
}

/// <summary>A kind of files and the formats that they can have.</summary>
/// <typeparam name="T">What they hold.</typeparam>
/// <param name="malformed">The kind of their problems.</param>
/// <param name="formats">The formats in the order in which they are asked; the last takes what no other recognises.</param>
internal sealed class InputKind<T>(ProblemKind malformed, IReadOnlyList<IInputFormat<T>> formats) : InputKind(malformed)
    where T : class
{
    /// <summary>Reads a file of any known format, told by its content.</summary>
    /// <param name="file">The file; its exceptions pass through.</param>
    /// <param name="cancellationToken">Checked every few thousand entries.</param>
    public InputResult<T> Read(InputFile file, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return file.IsReadable
            ? FormatOf(file).Read(file, cancellationToken)
            : new InputResult<T>.Failure(
                Problem.Create(
                    Malformed,
                    new FilePlace(file.Path, 1, 1, 0),
                    "The file cannot be read as text; check its encoding and permissions"
                )
            );
    }

    /// <summary>Where an entry of a file stands.</summary>
    /// <param name="file">A file that <see cref="Read"/> accepts.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column; null where entries are of a row alone.</param>
    /// <param name="cancellationToken">Checked every few thousand entries.</param>
    /// <returns>The place of its value; null where the file has no such entry.</returns>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken = default) =>
        file.IsReadable ? FormatOf(file).Locate(file, row, column, cancellationToken) : null;

    /// <inheritdoc/>
    public override InputResult ReadAny(InputFile file, CancellationToken cancellationToken) => Read(file, cancellationToken);

    /// <inheritdoc/>
    public override InputLookup FindIn(IInputFiles files, string name) => files.Find(this, name);

    private IInputFormat<T> FormatOf(InputFile file)
    {
        var last = formats[formats.Count - 1];
        if (formats.Count == 1)
            return last;
        var head = file.Head();
        return formats.FirstOrDefault(format => format.Sniff(head.AsSpan())) ?? last;
    }
}
