using System;
using System.Linq;
using SparseDnn.House.Tests.Sources;

namespace SparseDnn.House.Tests.Style;

/// <summary>The namespace that a file's place gives it.</summary>
internal static class Namespaces
{
    // What users write is one namespace; its files are sorted into folders all the same.
    private static readonly string[] UserFolders =
    [
        "src/SparseDnn/Attributes/",
        "src/SparseDnn/Fixtures/",
        "src/SparseDnn/Options/",
        "src/SparseDnn/Semirings/",
        "src/SparseDnn/Kernels/ISemiring.cs",
    ];

    /// <summary>
    /// Whether a namespace fits a file: that of its folder, or the users' one where files of theirs lie. What stands in for the platform's
    /// own types has the platform's namespaces.
    /// </summary>
    /// <param name="path">Relative to the repository, with forward slashes.</param>
    /// <param name="name">The namespace that the file declares.</param>
    public static bool Fits(string path, string name) =>
        name == Of(path)
        || !name.StartsWith("SparseDnn", StringComparison.Ordinal)
        || name == "SparseDnn" && UserFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The project's root namespace and the folders below the project.</summary>
    /// <param name="path">Relative to the repository, with forward slashes.</param>
    public static string Of(string path)
    {
        var project = Repository
            .Roots.Where(root => path.StartsWith(root.Folder + "/", StringComparison.Ordinal))
            .MaxBy(root => root.Folder.Length);
        var folders = path[(project.Folder.Length + 1)..].Split('/')[..^1];
        return string.Join('.', folders.Prepend(project.Namespace));
    }
}
