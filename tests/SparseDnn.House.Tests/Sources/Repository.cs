using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SparseDnn.House.Tests.Sources;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Areas = ["src", "generators", "analyzers", "samples"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every project of product and samples, those referred to first.</summary>
    public static IReadOnlyList<ProjectSources> Projects { get; } = ReadProjects();

    /// <summary>A project.</summary>
    /// <param name="name">Its name, such as <c>SparseDnn.Core</c>.</param>
    public static ProjectSources Project(string name) => Projects.Single(project => project.Name == name);

    /// <summary>The names of all projects, tests too.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. ProjectFiles([.. Areas, "tests"]).Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The folder of every project, tests too, relative to the repository, with the root of its namespaces.</summary>
    public static IReadOnlyList<(string Folder, string Namespace)> Roots { get; } =
    [
        .. ProjectFiles([.. Areas, "tests"])
            .Select(file => (Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/'), ProjectFile.RootNamespace(file))),
    ];

    private static ProjectSources[] ReadProjects()
    {
        var read = new Dictionary<string, ProjectSources>(StringComparer.Ordinal);
        foreach (var file in ProjectFiles(Areas))
            Read(file, read);
        return [.. read.Values];
    }

    private static ProjectSources Read(string file, Dictionary<string, ProjectSources> read)
    {
        if (read.TryGetValue(file, out var known))
            return known;
        var references = ProjectFile.References(file).Select(reference => Read(reference, read)).ToArray();
        return read[file] = new ProjectSources(file, references);
    }

    private static IEnumerable<string> ProjectFiles(IEnumerable<string> areas) =>
        areas
            .SelectMany(area => Directory.GetFiles(Path.Combine(Root, area), "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparseDnn.Gen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}
