using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.House.Tests.Sources;

/// <summary>
/// One project as the compiler sees it: its sources bound against the framework that runs and against the sources of the projects that it
/// refers to. Nothing is emitted, so what generators would add may be missing; names that cannot be bound are no use of a folder.
/// </summary>
internal sealed class ProjectSources
{
    // Of the target frameworks' names, those that sources ask for; netstandard2.0 sources ask for none.
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview,
        preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]
    );

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Concat([typeof(SyntaxNode).Assembly.Location, typeof(CSharpSyntaxNode).Assembly.Location])
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.CodeAnalysis*Workspaces.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Lazy<CSharpCompilation> compilation;
    private readonly IReadOnlyList<ProjectSources> references;

    /// <summary>A project in the repository.</summary>
    /// <param name="file">Its project file.</param>
    /// <param name="references">The projects of which it uses the types.</param>
    public ProjectSources(string file, IReadOnlyList<ProjectSources> references)
        : this(Path.GetFileNameWithoutExtension(file), references, Read(Path.GetDirectoryName(file)!)) { }

    /// <summary>A project of texts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="references">The projects of which it uses the types.</param>
    /// <param name="texts">Paths relative to the project's folder, with <c>/</c>, and what stands there.</param>
    public ProjectSources(string name, IReadOnlyList<ProjectSources> references, IEnumerable<(string Path, string Text)> texts)
    {
        Name = name;
        this.references = references;
        compilation = new(() => Bind(texts));
    }

    /// <summary>The name of project and assembly.</summary>
    public string Name { get; }

    /// <summary>The bound sources; paths of trees are relative to the project's folder, with <c>/</c>.</summary>
    public CSharpCompilation Compilation => compilation.Value;

    private CSharpCompilation Bind(IEnumerable<(string Path, string Text)> texts)
    {
        var trees = texts
            .Select(text => CSharpSyntaxTree.ParseText(SourceText.From(text.Text, Encoding.UTF8), Options, text.Path))
            .ToList();
        // Project files open internal types to our own projects, which a compilation knows from an attribute only.
        var friends = string.Concat(
            Repository.Names.Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]\n")
        );
        trees.Add(CSharpSyntaxTree.ParseText(friends, Options, "obj/Friends.cs"));
        return CSharpCompilation.Create(
            Name,
            trees,
            [.. Framework, .. Reachable().Select(project => project.Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    // As project references are: with what those refer to.
    private IEnumerable<ProjectSources> Reachable() =>
        references.Concat(references.SelectMany(reference => reference.Reachable())).Distinct();

    private static IEnumerable<(string Path, string Text)> Read(string folder) =>
        ProjectFile
            .Sources(folder)
            .Select(file => (Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file)));
}
