using System;

namespace SparseDnn;

/// <summary>
/// A folder of test vectors or of outputs cannot be read or written; names the file, the place where there is one, and the remedy.
/// </summary>
public sealed class FixtureFolderException : Exception
{
    internal FixtureFolderException(string file, string message, Exception? inner = null)
        : base($"{file}: {message}", inner) => File = file;

    internal FixtureFolderException(string file, long line, int column, string message)
        : base(line == 0 ? $"{file}: {message}" : FormattableString.Invariant($"{file}({line},{column}): {message}")) => File = file;

    /// <summary>Path of the file or folder at fault.</summary>
    public string File { get; }
}
