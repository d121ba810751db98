using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.House.Tests.Sources;

namespace SparseDnn.House.Tests.Folders;

/// <summary>
/// Which file of a project uses which, read from names as the compiler binds them: usings say less, because enclosing namespaces need none,
/// and more, because a using may be idle.
/// </summary>
internal static class FileUses
{
    // Binding a project takes seconds, and every rule about folders asks.
    private static readonly ConditionalWeakTable<ProjectSources, Lazy<IReadOnlyList<FileUse>>> Known = new();

    /// <summary>All uses among files of one project, one for each pair of files.</summary>
    /// <param name="project">The project.</param>
    public static IReadOnlyList<FileUse> Of(ProjectSources project) =>
        Known.GetValue(project, wanted => new Lazy<IReadOnlyList<FileUse>>(() => Read(wanted))).Value;

    private static IReadOnlyList<FileUse> Read(ProjectSources project)
    {
        var compilation = project.Compilation;
        return
        [
            .. compilation
                .SyntaxTrees.AsParallel()
                .AsOrdered()
                .SelectMany(tree => OfTree(compilation.GetSemanticModel(tree), compilation.Assembly).ToArray()),
        ];
    }

    private static IEnumerable<FileUse> OfTree(SemanticModel model, IAssemblySymbol project)
    {
        var user = model.SyntaxTree.FilePath;
        var seen = new HashSet<string>();
        var names = model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(name => !name.IsVar);
        foreach (var name in names)
        {
            var used = Declaring(model, name, project, user);
            if (used is not null && seen.Add(used))
                yield return new FileUse(user, used, name.Identifier.Text);
        }
    }

    // The file that declares what the name means; null for the file itself, for locals, namespaces and other assemblies.
    private static string? Declaring(SemanticModel model, SimpleNameSyntax name, IAssemblySymbol project, string user)
    {
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol)
            return null;
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, project))
            return null;
        var files = Declarations(symbol).Select(reference => reference.SyntaxTree.FilePath).ToArray();
        return files.Contains(user) ? null : files.FirstOrDefault();
    }

    // A member that nobody wrote, such as a default constructor, is declared where its type is.
    private static IEnumerable<SyntaxReference> Declarations(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.IsEmpty && symbol.ContainingType is { } type
            ? type.DeclaringSyntaxReferences
            : symbol.DeclaringSyntaxReferences;
}
