using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace SparseDnn.House.Tests.Sources;

/// <summary>What a project file says of other projects and of its sources.</summary>
internal static class ProjectFile
{
    /// <summary>The project files of which it uses the types.</summary>
    /// <param name="file">A project file; what it imports is not read.</param>
    public static IEnumerable<string> References(string file) =>
        from reference in XDocument.Load(file).Descendants("ProjectReference")
        where reference.Attribute("ReferenceOutputAssembly") is null
        select Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, reference.Attribute("Include")!.Value));

    /// <summary>The root of its namespaces: what it says, or its own name.</summary>
    /// <param name="file">A project file.</param>
    public static string RootNamespace(string file) =>
        XDocument.Load(file).Descendants("RootNamespace").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file);

    /// <summary>The C# files below a project, in the order of their names.</summary>
    /// <param name="folder">The project's folder.</param>
    public static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);
}
