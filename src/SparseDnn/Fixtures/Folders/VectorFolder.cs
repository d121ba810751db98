using System.Collections.Generic;
using SparseDnn.Exact.Vectors;

namespace SparseDnn.Fixtures.Folders;

/// <summary>
/// Test vectors as the files of a folder: pure, from values to bytes and back; who reads and writes files is someone else.
/// </summary>
/// <remarks>Exchange format version 1, described on the page test-vectors.</remarks>
internal static class VectorFolder
{
    /// <summary>Name of the file that describes the folder.</summary>
    public const string Manifest = "manifest.json";

    internal const string Kind = "sparsednn-vectors";
    internal const int Version = 1;

    /// <summary>The files by their names, relative to the folder, in a fixed order.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <exception cref="System.ArgumentException">A value is not of its format or has no text form, or version 1 cannot say what a layer
    /// is.</exception>
    public static IReadOnlyDictionary<string, byte[]> Write(VectorSet vectors) =>
        VectorFolderLimits.Obstacle(vectors) is { } obstacle
            ? throw new System.ArgumentException(obstacle, nameof(vectors))
            : new VectorFolderWriter(vectors).Write();

    /// <summary>Reads a folder; files that the manifest does not name are left alone.</summary>
    /// <param name="files">Contents by name, relative to the folder with forward slashes.</param>
    public static VectorReadResult Read(IReadOnlyDictionary<string, byte[]> files)
    {
        try
        {
            return new VectorReadResult.Success(VectorFolderReader.Read(files));
        }
        catch (VectorFault fault)
        {
            return fault.Failure;
        }
    }

    /// <summary>Names of the files that a manifest asks for, the manifest itself included, so that a caller knows what to read.</summary>
    /// <param name="manifest">Contents of the manifest.</param>
    /// <returns>The names; only the manifest's where it cannot be read, which <see cref="Read"/> will explain.</returns>
    public static IReadOnlyList<string> FilesOf(byte[] manifest)
    {
        try
        {
            return VectorFolderReader.FilesOf(manifest);
        }
        catch (VectorFault)
        {
            return [Manifest];
        }
    }
}

/// <summary>What reading a folder of test vectors gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
internal abstract record VectorReadResult
{
    private VectorReadResult() { }

    /// <summary>The folder was read.</summary>
    /// <param name="Vectors">What it holds.</param>
    public sealed record Success(VectorSet Vectors) : VectorReadResult;

    /// <summary>The folder cannot be read.</summary>
    /// <param name="File">The file at fault.</param>
    /// <param name="Line">1-based; 0 for binary files and for a file as a whole.</param>
    /// <param name="Column">1-based; 0 where only a line can be named.</param>
    /// <param name="Message">What is wrong, the offending value and the remedy.</param>
    public sealed record Failure(string File, long Line, int Column, string Message) : VectorReadResult
    {
        /// <inheritdoc/>
        public override string ToString() =>
            Line == 0 ? $"{File}: {Message}" : System.FormattableString.Invariant($"{File}({Line},{Column}): {Message}");
    }
}

/// <summary>Carries a failure out of nested readers; never leaves <see cref="VectorFolder"/>.</summary>
internal sealed class VectorFault(VectorReadResult.Failure failure) : System.Exception(failure.Message)
{
    public VectorReadResult.Failure Failure { get; } = failure;
}
