using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.House.Tests.Sources;

namespace SparseDnn.House.Tests.Names;

/// <summary>A file of code, project or prose, accepted output of the generator included.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record WrittenFile(string Path, string Text)
{
    // These tests name what they look for, and the changelog says what it was.
    private static readonly string[] Exceptions = ["CHANGELOG.md", "tests/SparseDnn.House.Tests/"];
    private static readonly string[] Areas = ["src", "generators", "analyzers", "samples", "tests", "docs"];
    private static readonly string[] Extensions = [".cs", ".csproj", ".props", ".targets", ".md", ".txt"];

    /// <summary>Every file of the repository but the changelog and these tests.</summary>
    public static IReadOnlyList<WrittenFile> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Root)
            .Concat(
                Areas.SelectMany(area =>
                    Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, area), "*", SearchOption.AllDirectories)
                )
            )
            .Where(file => Extensions.Contains(System.IO.Path.GetExtension(file)))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(IsWritten)
            .Order(StringComparer.Ordinal)
            .Select(path => new WrittenFile(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)))),
    ];

    private static bool IsWritten(string path) =>
        !Exceptions.Any(exception => path.StartsWith(exception, StringComparison.Ordinal))
        && !path.Split('/').Any(folder => folder is "bin" or "obj");
}
