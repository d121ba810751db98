using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks;

namespace SparseDnn.Testing;

/// <summary>What a user's project references: the framework that is running, and our two run-time libraries.</summary>
public static class TestReferences
{
    /// <summary>Framework assemblies only; test libraries beside the test host stay out.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();

    /// <summary>Framework and run-time libraries.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
        Framework.AddRange(
            new[] { typeof(SparseNetwork), typeof(Network) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location))
        );
}
