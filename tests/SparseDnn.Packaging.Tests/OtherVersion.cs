using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace SparseDnn.Packaging.Tests;

/// <summary>The library as a later version of it, built from a copy of its sources with other numbers in it.</summary>
/// <remarks>Real assemblies of two versions: nothing in the product is there for the tests' sake.</remarks>
internal sealed partial class OtherVersion
{
    private static readonly string[] Copied = ["src", "generators"];
    private static readonly string[] Settings = ["*.props", "*.targets", "*.json", "*.txt", ".editorconfig", ".globalconfig"];

    private readonly string _root;

    /// <summary>Copies the sources.</summary>
    public OtherVersion(string root)
    {
        _root = root;
        foreach (var folder in Copied)
        foreach (var file in Directory.GetFiles(Path.Combine(Package.RepositoryRoot(), folder), "*", SearchOption.AllDirectories))
            if (!Built().IsMatch(file))
                Copy(file);
        foreach (var pattern in Settings)
        foreach (var file in Directory.GetFiles(Package.RepositoryRoot(), pattern))
            Copy(file);
    }

    /// <summary>Where the assemblies of run time are.</summary>
    public string Runtime => Path.Combine(_root, "src", "SparseDnn", "bin", "Release", "net10.0");

    /// <summary>Where the generator is.</summary>
    public string Generator => Path.Combine(_root, "generators", "SparseDnn.Generators", "bin", "Release", "netstandard2.0");

    /// <summary>Changes the text of one file.</summary>
    public OtherVersion Edit(string file, string old, string with)
    {
        var path = Path.Combine(_root, file);
        var text = File.ReadAllText(path);
        if (!text.Contains(old, StringComparison.Ordinal))
            throw new InvalidOperationException($"'{old}' is not in {file}.");
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Changes a word in all sources.</summary>
    public OtherVersion Rename(string word, string with)
    {
        foreach (var file in Directory.GetFiles(_root, "*.cs", SearchOption.AllDirectories))
            if (!Built().IsMatch(file) && File.ReadAllText(file) is var text && text.Contains(word, StringComparison.Ordinal))
                File.WriteAllText(file, text.Replace(word, with, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Builds one project.</summary>
    public async Task BuildAsync(string project, string version, string framework)
    {
        // The repository's own packages come from the cache that it always uses.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { } own
            ? new Dictionary<string, string> { ["NUGET_PACKAGES"] = own }
            : [];
        (
            await DotnetCommand.RunAsync(
                Path.Combine(_root, project),
                cache,
                "build",
                "-c",
                "Release",
                "-f",
                framework,
                $"-p:VersionPrefix={version}",
                "-p:GenerateDocumentationFile=false",
                "-p:RunAnalyzers=false"
            )
        ).Require(success: true);
    }

    private void Copy(string file)
    {
        var target = Path.Combine(_root, Path.GetRelativePath(Package.RepositoryRoot(), file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}
