using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.House.Tests.Names;
using SparseDnn.House.Tests.Sources;
using Xunit;

namespace SparseDnn.House.Tests;

/// <summary>What users can call is what they need; what generated code calls is kept out of their sight.</summary>
public sealed class PublicSurfaceTests
{
    private const int MostTypes = 150;

    private static readonly string[] Shipped = ["SparseDnn", "SparseDnn.Core"];

    // They belong to reports, which users read.
    private static readonly string[] PartsOfReports = ["LikelyCause", "VectorMismatch"];

    [Fact]
    public void PublicTypesAreFew() => Assert.InRange(Types().Count, 1, MostTypes);

    [Fact]
    public void PlumbingIsHiddenFromCompletionLists()
    {
        var plumbing = PublicType
            .OfProject("SparseDnn")
            .Where(type => type.Namespace != "SparseDnn" && !PartsOfReports.Contains(type.Name, StringComparer.Ordinal));
        Assert.Empty(plumbing.Where(type => !type.IsHidden).Select(type => $"{type.Namespace}.{type.Name}"));
    }

    // The lists beside the projects are what the compiler compares with; nested types and members stand there too.
    [Fact]
    public void EveryPublicTypeIsListed() =>
        Assert.Empty(Types().Except(Shipped.SelectMany(Listed).Distinct(StringComparer.Ordinal), StringComparer.Ordinal));

    private static List<string> Types() =>
        [.. Shipped.SelectMany(PublicType.OfProject).Select(type => $"{type.Namespace}.{type.Name}").Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Listed(string project) =>
        new[] { "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt" }.SelectMany(file =>
            File.ReadLines(Path.Combine(Repository.Root, "src", project, file))
        );
}
