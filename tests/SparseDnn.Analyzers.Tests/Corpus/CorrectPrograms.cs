using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Corpus;

/// <summary>
/// Programs that are as they should be: no analyzer has anything to warn of in them, and none throws. What a new rule wrongly reports here
/// is a bug of the rule.
/// </summary>
public static class CorrectPrograms
{
    /// <summary>Folders of this repository whose sources are programs that use the library.</summary>
    private static readonly string[] Users =
    [
        "samples/Fixtures",
        "samples/GraphChallenge",
        "samples/Reachability",
        "samples/ShortestPaths",
        "tests/SparseDnn.Tests",
        "tests/SparseDnn.Official.Tests",
    ];

    /// <summary>Folders of it that use no attribute of ours: much arithmetic, most of it on purpose.</summary>
    private static readonly string[] Others =
    [
        "src/SparseDnn.Core",
        "src/SparseDnn.Compiler",
        "src/SparseDnn",
        "src/SparseDnn.Roslyn",
        "generators/SparseDnn.Generators",
        "tests/SparseDnn.Core.Tests",
        "tests/SparseDnn.Benchmarks",
    ];

    /// <summary>All programs by name.</summary>
    public static IEnumerable<string> Names => Users.Concat(Others).Concat(WrittenPrograms.All.Keys);

    /// <summary>A program.</summary>
    /// <param name="name">Its name.</param>
    public static TestProject Get(string name) =>
        WrittenPrograms.All.TryGetValue(name, out var source)
            ? new TestProject(source) { Language = LanguageVersion.CSharp13 }
            : Folder(name);

    private static TestProject Folder(string name)
    {
        var folder = Path.Combine(RepositoryFiles.Root, name);
        var files = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(file => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
            .ToArray();
        return new TestProject("")
        {
            Sources =
            [
                .. files
                    .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains(".verified.", StringComparison.Ordinal))
                    .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file))),
            ],
            Weights =
            [
                .. files
                    .Where(file => Path.GetExtension(file) is ".mtx" or ".tsv" or ".txt")
                    .Select(file => (AdditionalText)new InMemoryText(file, File.ReadAllText(file))),
            ],
            References = Tests,
            Language = LanguageVersion.Preview,
        };
    }

    // Tests and the sample that is one.
    private static ImmutableArray<MetadataReference> Tests { get; } =
    [
        .. new[] { typeof(Assert), typeof(FactAttribute), typeof(TestContext), typeof(Xunit.Sdk.IMessageSink) }
            .Select(type => type.Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
