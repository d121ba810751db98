using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SparseDnn.Roslyn.Memos;

/// <summary>
/// What the compilations of one project declare outside of bodies: two compilations of one version bind the names of an unchanged file
/// alike.
/// </summary>
/// <remarks>
/// A keystroke inside a body changes no declaration, so that what was read from the bodies of other files still holds. Compared are all
/// files but for bodies and the initializers of fields that are no constants, the references, and the options.
/// </remarks>
internal sealed class DeclarationVersion
{
    // Generator and analyzers see compilations of their own, without and with the generated files, in turn.
    private const int Recent = 4;

    // Options of compilations live from one keystroke to the next, so they stand for the project.
    private static readonly ConditionalWeakTable<CompilationOptions, StrongBox<ImmutableList<DeclarationVersion>>> Projects = new();
    private static readonly ConditionalWeakTable<Compilation, DeclarationVersion> Known = new();

    private readonly ImmutableArray<MetadataReference> _references;
    private ImmutableArray<SyntaxTree> _trees;

    private DeclarationVersion(ImmutableArray<SyntaxTree> trees, ImmutableArray<MetadataReference> references)
    {
        _trees = trees;
        _references = references;
    }

    /// <summary>The version of a compilation: the same object as of the compilation before the edit, where nothing was declared.</summary>
    /// <param name="compilation">A compilation of C#.</param>
    public static DeclarationVersion Of(Compilation compilation) =>
        Known.TryGetValue(compilation, out var known) ? known : Known.GetValue(compilation, Find);

    private static DeclarationVersion Find(Compilation compilation)
    {
        var project = Projects.GetValue(compilation.Options, static _ => new(ImmutableList<DeclarationVersion>.Empty));
        var (trees, references) = (compilation.SyntaxTrees.ToImmutableArray(), compilation.ExternalReferences);
        lock (project)
        {
            var version = project.Value!.FirstOrDefault(candidate => candidate.Declares(trees, references)) ?? new(trees, references);
            // Later files are compared with what they last were, so that little of them differs and old ones go.
            version._trees = trees;
            project.Value = project.Value.Remove(version).Insert(0, version);
            if (project.Value.Count > Recent)
                project.Value = project.Value.RemoveAt(Recent);
            return version;
        }
    }

    private bool Declares(ImmutableArray<SyntaxTree> trees, ImmutableArray<MetadataReference> references)
    {
        if (trees.Length != _trees.Length || !references.SequenceEqual(_references))
            return false;
        for (var i = 0; i < trees.Length; i++)
            if (!Declares(_trees[i], trees[i]))
                return false;
        return true;
    }

    private static bool Declares(SyntaxTree before, SyntaxTree after) =>
        before == after
        || (
            before.FilePath == after.FilePath
            && before.Options.Equals(after.Options)
            && SyntaxFactory.AreEquivalent(before, after, topLevel: true)
        );
}
