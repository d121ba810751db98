using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.Testing;

/// <summary>A user's project in memory: sources, weights files, compiler options.</summary>
public sealed record TestProject
{
    /// <summary>A project of one source file <c>Program.cs</c>.</summary>
    /// <param name="source">C# source.</param>
    /// <param name="weights">Weights files as path and text.</param>
    public TestProject(string source, params (string Path, string Text)[] weights)
    {
        Sources = [("Program.cs", source)];
        Weights = [.. weights.Select(file => new InMemoryText(file.Path, file.Text))];
    }

    /// <summary>Sources as path and text.</summary>
    public ImmutableArray<(string Path, string Text)> Sources { get; init; }

    /// <summary>Additional files.</summary>
    public ImmutableArray<AdditionalText> Weights { get; init; }

    /// <summary>Referenced projects beside the framework and our run-time libraries.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Language version; what net8.0 projects have unless a test says otherwise.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    /// <summary>Nullable context of the user's files.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Whether arithmetic is checked by default.</summary>
    public bool CheckOverflow { get; init; }

    /// <summary>Whether missing documentation is diagnosed.</summary>
    public bool DiagnoseDocumentation { get; init; }

    /// <summary>
    /// Whether SDNN2011, which says only that a network declares no range, is on as it is for users. Tests about other things turn it off,
    /// as an .editorconfig may.
    /// </summary>
    public bool SaysWithoutRange { get; init; }

    /// <summary>Options that sources are parsed with.</summary>
    public CSharpParseOptions ParseOptions => new(Language, DiagnoseDocumentation ? DocumentationMode.Diagnose : DocumentationMode.Parse);

    /// <summary>The compilation before any generator ran.</summary>
    /// <remarks>A program where a source has top-level statements, a library otherwise.</remarks>
    public CSharpCompilation Compile()
    {
        var trees = Sources
            .Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), ParseOptions, source.Path))
            .ToArray();
        var isProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax));
        return CSharpCompilation.Create(
            "UserProject",
            trees,
            TestReferences.All.AddRange(References),
            isProgram ? Options.WithOutputKind(OutputKind.ConsoleApplication) : Options
        );
    }

    /// <summary>The project as another one references it: compiled, without any generator.</summary>
    /// <param name="assemblyName">Name of its assembly.</param>
    /// <param name="source">C# source.</param>
    public static MetadataReference Reference(string assemblyName, string source)
    {
        using var image = new System.IO.MemoryStream();
        var result = new TestProject(source).Compile().WithAssemblyName(assemblyName).Emit(image);
        if (!result.Success)
            throw new System.ArgumentException(string.Join("\n", result.Diagnostics), nameof(source));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    // CS1701 and CS1702 tell of assembly unification, which build systems silence as well.
    private CSharpCompilationOptions Options =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(Nullable)
            .WithOverflowChecks(CheckOverflow)
            .WithDeterministic(true)
            .WithSpecificDiagnosticOptions(
                new Dictionary<string, ReportDiagnostic>
                {
                    ["CS1701"] = ReportDiagnostic.Suppress,
                    ["CS1702"] = ReportDiagnostic.Suppress,
                    ["SDNN2011"] = SaysWithoutRange ? ReportDiagnostic.Default : ReportDiagnostic.Suppress,
                }
            );
}
