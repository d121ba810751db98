using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Xunit;

[assembly: AssemblyFixture(typeof(SparseDnn.Packaging.Tests.Package))]

namespace SparseDnn.Packaging.Tests;

/// <summary>
/// The package, packed once for all tests into a folder that is the only source of packages for the projects that use it.
/// </summary>
public sealed class Package : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("sparsednn-package-").FullName;

    /// <summary>Path of the packed file.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Its version.</summary>
    public string Version => System.IO.Path.GetFileNameWithoutExtension(Path)["SparseDnn.Gen.".Length..];

    internal string Root => _root;

    internal string Feed => System.IO.Path.Combine(_root, "feed");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Path = await PackAsync("feed");

    /// <summary>Packs the repository's package project.</summary>
    /// <param name="folder">Name of the folder to pack into.</param>
    /// <returns>Path of the only file there.</returns>
    public async Task<string> PackAsync(string folder)
    {
        var target = System.IO.Path.Combine(_root, folder);
        var project = System.IO.Path.Combine(RepositoryRoot(), "src", "SparseDnn.Gen");
        // The repository's own packages come from the cache that it always uses.
        var cache = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { } own
            ? new Dictionary<string, string> { ["NUGET_PACKAGES"] = own }
            : [];
        var packed = (await DotnetCommand.RunAsync(project, cache, "pack", "-c", "Release", "-o", target)).Require(success: true);
        if (packed.Output.Contains("warning", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(packed.Output);
        return Assert.Single(Directory.GetFiles(target));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "global.json")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No global.json above the tests.");
    }
}
