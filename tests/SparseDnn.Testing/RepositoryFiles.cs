using System;
using System.IO;

namespace SparseDnn.Testing;

/// <summary>Finds the files of this repository from a running test.</summary>
public static class RepositoryFiles
{
    private const string MappedRoot = "/_/"; // PathMap in Directory.Build.props

    /// <summary>The folder that holds global.json, above the test's binaries.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>A path as the compiler recorded it, made real again.</summary>
    /// <param name="path">Absolute, perhaps with the mapped root.</param>
    public static string Resolve(string path) =>
        path.StartsWith(MappedRoot, StringComparison.Ordinal) ? Path.Combine(Root, path[MappedRoot.Length..]) : path;

    private static string FindRoot(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "global.json")))
                return directory.FullName;
        throw new DirectoryNotFoundException($"No global.json above {folder}.");
    }
}
