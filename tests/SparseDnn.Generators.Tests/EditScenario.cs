using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Testing;

namespace SparseDnn.Generators.Tests;

/// <summary>A project with two networks from files and one without, and the edits that users make to it.</summary>
internal sealed class EditScenario
{
    public const string Networks = """
        using SparseDnn;
        [SparseNetwork] [WeightFiles("a.mtx")] public static partial class FromA;
        [SparseNetwork] [WeightFiles("b.mtx")] public static partial class FromB;
        [SparseNetwork(Inputs = 2)] [Layer(Outputs = 1, Edges = "0 0 1; 1 0 2")] public static partial class Inline;
        """;

    public const string Weights = "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 1 0.5\n2 2 -1\n";

    private static readonly TestProject Project = new(Networks, ("w/a.mtx", Weights), ("w/b.mtx", Weights)) { };

    private EditScenario(GeneratorRun first, GeneratorRun second) => (First, Second) = (first, second);

    public GeneratorRun First { get; }

    public GeneratorRun Second { get; }

    /// <summary>Runs, replaces the text of one source file, runs again.</summary>
    public static EditScenario EditSource(string path, Func<string, string> edit) => EditSource(Project, path, edit);

    /// <summary>Runs on a project, replaces the text of one source file, runs again.</summary>
    public static EditScenario EditSource(TestProject project, string path, Func<string, string> edit)
    {
        project = project with { Sources = project.Sources.Add(("Other.cs", "class Other { void M() { } }")) };
        var first = GeneratorRun.Start(project);
        var tree = first.Input.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        var edited = CSharpSyntaxTree.ParseText(edit(tree.ToString()), project.ParseOptions, path);
        return new EditScenario(first, first.Continue(first.Input.ReplaceSyntaxTree(tree, edited)));
    }

    /// <summary>Runs, replaces the additional files, runs again.</summary>
    public static EditScenario EditWeights(Func<ImmutableArray<AdditionalText>, ImmutableArray<AdditionalText>> edit) =>
        EditWeights(Project, edit);

    /// <summary>Runs on a project, replaces the additional files, runs again.</summary>
    public static EditScenario EditWeights(TestProject project, Func<ImmutableArray<AdditionalText>, ImmutableArray<AdditionalText>> edit)
    {
        var first = GeneratorRun.Start(project);
        return new EditScenario(first, first.Continue(weights: edit(project.Weights)));
    }

    /// <summary>Why each output of a step of the second run is what it is, in order.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step) =>
        Second.Result.TrackedSteps.TryGetValue(step, out var runs)
            ? runs.SelectMany(run => run.Outputs).Select(output => output.Reason)
            : [];

    /// <summary>Why each generated file of the second run is what it is.</summary>
    public IEnumerable<IncrementalStepRunReason> FileReasons =>
        Second.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);

    /// <summary>Files whose text changed, by the type's name.</summary>
    public IEnumerable<string> ChangedFiles =>
        Second
            .Files.Where(file => !First.Files.TryGetValue(file.Key, out var before) || before != file.Value)
            .Select(file => string.Concat(file.Key.Split('.')[0], ".", file.Key.Split('.')[2]))
            .Order(StringComparer.Ordinal);
}
