using System;
using System.IO;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Execution.Files;

/// <summary>The files of a folder as loaded networks name them.</summary>
internal static class FolderFiles
{
    /// <summary>Files by names relative to a folder; one that is named twice is read once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Passed to the formats.</param>
    public static IInputFiles Of(string folder, CancellationToken cancellationToken) =>
        InputFiles.Of(name => Path.Combine(folder, name) is var path && File.Exists(path) ? Open(path) : null, cancellationToken);

    /// <summary>A problem with the place of its entry, where it names one that is found.</summary>
    /// <param name="problem">A problem.</param>
    /// <param name="cancellationToken">Passed to the format.</param>
    public static Problem Locate(Problem problem, CancellationToken cancellationToken)
    {
        if (problem.Place is not FileEntryPlace entry)
            return problem;
        try
        {
            return FileEntries.Locate(Open(entry.Path), entry, cancellationToken) is { } place ? problem with { Place = place } : problem;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The file went after it was read. What was found in it is said all the same, by row and column.
            return problem;
        }
    }

    private static InputFile Open(string path) => InputFile.OfBytes(path, () => File.OpenRead(path));
}
