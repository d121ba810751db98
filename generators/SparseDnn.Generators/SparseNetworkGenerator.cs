using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Generators.Files;
using SparseDnn.Generators.Fixtures;
using SparseDnn.Generators.Networks;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Generators.Semirings;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Generators;

/// <summary>
/// Adds the public surface and the kernels of every type with [SparseNetwork], and networks and fixtures of families of exact solutions.
/// Reports nothing: the analyzers do, from the same stages.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SparseNetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targets = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.SparseNetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                ReadTarget
            )
            .Where(static target => target is { CanEmit: true })
            .Select(static (target, _) => target!)
            .WithTrackingName(TrackingNames.Targets);
        var files = InputPipeline.Of(
            context,
            targets.SelectMany(static (target, _) => target.Declaration.Files),
            new(TrackingNames.WantedFiles, TrackingNames.InputTexts, TrackingNames.InputFiles)
        );
        var networks = targets.Combine(files).Select(Build).WithTrackingName(TrackingNames.Networks);
        AddNetworks(context, networks);

        // Families of exact solutions are networks too.
        var familyTargets = FamilyPipeline.Targets(context);
        var patterns = InputPipeline.Of(
            context,
            familyTargets.SelectMany(static (target, _) => target.Family.Files),
            new(TrackingNames.WantedPatterns, TrackingNames.PatternTexts, TrackingNames.PatternFiles)
        );
        var families = familyTargets.Combine(patterns).Select(FamilyPipeline.Build).WithTrackingName(TrackingNames.Families);
        AddNetworks(context, families.Select(FamilyPipeline.Network).WithTrackingName(TrackingNames.Networks));
        AddFixtures(context, families.Select(FamilyPipeline.Contents).WithTrackingName(TrackingNames.FixtureContents));
        AddFixtures(
            context,
            FixturePipeline
                .Targets(context)
                .Combine(files)
                .Combine(patterns)
                .Select(FixturePipeline.Build)
                .WithTrackingName(TrackingNames.FixtureNetworks)
                .Select(FixturePipeline.Contents)
                .WithTrackingName(TrackingNames.FixtureContents)
        );

        // Implementing an interface is public surface, and networks refer to it.
        var semirings = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.SemiringAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                ReadSemiring
            )
            .Where(static target => target is { CanEmit: true })
            .Select(static (target, _) => target!)
            .WithTrackingName(TrackingNames.Semirings);
        var semiringKernels = semirings
            .Select(static (target, _) => SemiringEmitter.Emit(target))
            .WithTrackingName(TrackingNames.SemiringKernels);

        context.RegisterSourceOutput(semiringKernels, Add);
    }

    private static void AddNetworks(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<BuiltNetwork> networks)
    {
        var plans = networks.Select(Plan).WithTrackingName(TrackingNames.Plans);
        context.RegisterSourceOutput(
            plans.Select(static (plan, _) => SurfaceEmitter.Emit(plan)).WithTrackingName(TrackingNames.Surfaces),
            Add
        );
        context.RegisterImplementationSourceOutput(
            plans
                .Where(static plan => plan.Plan is not null)
                .Select(static (plan, cancellationToken) => KernelEmitter.Emit(plan.Target, plan.Plan!, cancellationToken))
                .WithTrackingName(TrackingNames.Kernels),
            Add
        );
    }

    private static void AddFixtures(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<FixtureContents> fixtures)
    {
        context.RegisterSourceOutput(
            fixtures.Select(static (contents, _) => FixtureSurfaceEmitter.Emit(contents)).WithTrackingName(TrackingNames.FixtureSurfaces),
            Add
        );
        context.RegisterImplementationSourceOutput(
            fixtures
                .Where(static contents => contents.IsSound)
                .Select(static (contents, cancellationToken) => FixtureDataEmitter.Emit(contents, cancellationToken))
                .WithTrackingName(TrackingNames.FixtureData),
            Add
        );
    }

    private static NetworkTarget? ReadTarget(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // A type whose parts both carry the attribute is an error of the compiler's own; only the first part counts here.
        if (
            context.TargetSymbol is not INamedTypeSymbol type
            || TargetReader.Attributes(type) is not { Count: > 0 } attributes
            || attributes[0].ApplicationSyntaxReference is not { } used
            || used.SyntaxTree != context.TargetNode.SyntaxTree
            || !context.TargetNode.Span.Contains(used.Span)
        )
            return null;
        return TargetReader.Read(type, cancellationToken);
    }

    private static SemiringTarget? ReadSemiring(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (
            context.TargetSymbol is not INamedTypeSymbol type
            || SemiringTarget.Attribute(type)?.ApplicationSyntaxReference is not { } used
            || used.SyntaxTree != context.TargetNode.SyntaxTree
            || !context.TargetNode.Span.Contains(used.Span)
        )
            return null;
        return SemiringTarget.Read(type, context.SemanticModel.Compilation, cancellationToken);
    }

    private static BuiltNetwork Build((NetworkTarget Target, ReadFiles Files) input, CancellationToken cancellationToken)
    {
        var build = NetworkStages.Build(input.Target.Declaration, input.Files, cancellationToken);
        return new BuiltNetwork(input.Target, build.Network);
    }

    private static PlannedNetwork Plan(BuiltNetwork built, CancellationToken cancellationToken)
    {
        if (built.Network is null || built.Target.Problems.Count > 0)
            return new PlannedNetwork(built.Target, null);
        return new PlannedNetwork(built.Target, PlanStages.Plan(built.Network, cancellationToken));
    }

    private static void Add(SourceProductionContext context, GeneratedFile file) =>
        context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
}
