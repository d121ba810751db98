using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace SparseDnn.Packaging.Tests;

/// <summary>What is in the package: nothing missing, nothing too many.</summary>
public sealed class PackageContentTests(Package package)
{
    private static readonly string[] Bookkeeping = ["_rels/.rels", "[Content_Types].xml"];

    // What every host of compiler extensions has loaded already.
    private static readonly string[] KnownToHosts =
    [
        "netstandard",
        "System.Memory",
        "System.Collections.Immutable",
        "Microsoft.CodeAnalysis",
        "Microsoft.CodeAnalysis.CSharp",
        "SparseDnn.Core",
        "SparseDnn.Compiler",
        "SparseDnn.Roslyn",
    ];

    [Fact]
    public void Files_AreExactlyThese()
    {
        using var archive = ZipFile.OpenRead(package.Path);
        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "SparseDnn.Gen.nuspec",
                "analyzers/dotnet/roslyn4.8/cs/SparseDnn.Analyzers.dll",
                "analyzers/dotnet/roslyn4.8/cs/SparseDnn.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/SparseDnn.Compiler.dll",
                "analyzers/dotnet/roslyn4.8/cs/SparseDnn.Core.dll",
                "analyzers/dotnet/roslyn4.8/cs/SparseDnn.Generators.dll",
                "analyzers/dotnet/roslyn4.8/cs/SparseDnn.Roslyn.dll",
                "buildTransitive/SparseDnn.Gen.props",
                "buildTransitive/SparseDnn.Gen.targets",
                "buildTransitive/WriteTextTwins.cs",
                "lib/net10.0/SparseDnn.Core.dll",
                "lib/net10.0/SparseDnn.Core.xml",
                "lib/net10.0/SparseDnn.dll",
                "lib/net10.0/SparseDnn.xml",
                "lib/net8.0/SparseDnn.Core.dll",
                "lib/net8.0/SparseDnn.Core.xml",
                "lib/net8.0/SparseDnn.dll",
                "lib/net8.0/SparseDnn.xml",
            ],
            archive
                .Entries.Select(entry => entry.FullName)
                .Where(name => !Bookkeeping.Contains(name) && !name.EndsWith(".psmdcp", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Manifest_DescribesAndDependsOnNothing()
    {
        using var archive = ZipFile.OpenRead(package.Path);
        using var stream = archive.GetEntry("SparseDnn.Gen.nuspec")!.Open();
        var manifest = XDocument.Load(stream).Root!.Elements().Single();
        string Value(string name) => manifest.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal("SparseDnn.Gen", Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.True(Value("description").Length > 80);
        Assert.Contains("source-generator", Value("tags").Split(' '));
        var groups = manifest.Elements().Single(element => element.Name.LocalName == "dependencies").Elements().ToArray();
        Assert.Equal(
            ["net10.0", "net8.0"],
            groups.Select(group => group.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal)
        );
        Assert.All(groups, group => Assert.Empty(group.Elements()));
    }

    [Fact]
    public void CompilerExtensions_NeedOnlyWhatHostsCarry()
    {
        foreach (var (name, references) in Assemblies("analyzers/"))
        {
            string[] more =
                name == "SparseDnn.CodeFixes" ? ["Microsoft.CodeAnalysis.Workspaces", "System.Composition.AttributedModel"] : [];
            Assert.Empty(references.Select(reference => reference.Name).Except(KnownToHosts).Except(more));
            // The folder promises compilers from 4.8 on.
            if (name != "SparseDnn.CodeFixes")
                Assert.All(
                    references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
                    reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version)
                );
        }
    }

    [Theory]
    [InlineData("net8.0", 8)]
    [InlineData("net10.0", 10)]
    public void Libraries_ReferenceTheirFrameworkOnly(string framework, int version)
    {
        var assemblies = Assemblies($"lib/{framework}/").ToDictionary(assembly => assembly.Name, assembly => assembly.References);
        Assert.Equal(
            ["System.Memory", "netstandard"],
            assemblies["SparseDnn.Core"].Select(reference => reference.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            assemblies["SparseDnn"],
            reference => Assert.True(reference.Name == "SparseDnn.Core" || reference.Version.Major == version, $"{reference}")
        );
    }

    [Fact]
    public void Documentation_CoversThePublicTypes()
    {
        using var archive = ZipFile.OpenRead(package.Path);
        foreach (var framework in new[] { "net8.0", "net10.0" })
        {
            using var stream = archive.GetEntry($"lib/{framework}/SparseDnn.xml")!.Open();
            var members = XDocument.Load(stream).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();
            foreach (
                var type in new[]
                {
                    "SparseNetworkAttribute",
                    "LayerAttribute",
                    "WeightFilesAttribute",
                    "SparseNetwork",
                    "BatchOptions",
                    "ISparseNetwork`1",
                }
            )
                Assert.Contains($"T:SparseDnn.{type}", members);
        }
    }

    [Fact]
    public async Task PackingAgain_GivesTheSameBytes() =>
        Assert.Equal(File.ReadAllBytes(package.Path), File.ReadAllBytes(await package.PackAsync("again")));

    private List<(string Name, (string Name, Version Version)[] References)> Assemblies(string folder)
    {
        using var archive = ZipFile.OpenRead(package.Path);
        var assemblies = new List<(string, (string, Version)[])>();
        foreach (
            var entry in archive.Entries.Where(entry =>
                entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.FullName.EndsWith(".dll", StringComparison.Ordinal)
            )
        )
        {
            using var stream = entry.Open();
            using var image = new MemoryStream();
            stream.CopyTo(image);
            image.Position = 0;
            using var file = new PEReader(image);
            var metadata = file.GetMetadataReader();
            assemblies.Add(
                (
                    Path.GetFileNameWithoutExtension(entry.Name),
                    [
                        .. metadata
                            .AssemblyReferences.Select(metadata.GetAssemblyReference)
                            .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
                    ]
                )
            );
        }

        Assert.NotEmpty(assemblies);
        return assemblies;
    }
}
