using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Exact.Vectors;
using SparseDnn.Generators.Files;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Fixtures;

/// <summary>The steps of types with an attribute of a family: networks like any other, and fixtures from the closed form.</summary>
internal static class FamilyPipeline
{
    /// <summary>Types with an attribute of a family.</summary>
    public static IncrementalValuesProvider<FamilyTarget> Targets(IncrementalGeneratorInitializationContext context) =>
        FamilyAttributes
            .MetadataNames.Select(name =>
                context
                    .SyntaxProvider.ForAttributeWithMetadataName(name, static (node, _) => node is TypeDeclarationSyntax, Read)
                    .Where(static target => target is { Network.CanEmit: true })
                    .Select(static (target, _) => target!)
                    .Collect()
            )
            .Aggregate(static (all, more) => all.Combine(more).Select(static (pair, _) => pair.Left.AddRange(pair.Right)))
            .SelectMany(static (targets, _) => targets)
            .WithTrackingName(TrackingNames.FamilyTargets);

    /// <summary>Builds the network and the solution of a target.</summary>
    public static BuiltFamily Build((FamilyTarget Target, ReadFiles Files) input, CancellationToken cancellationToken) =>
        new(input.Target, NetworkStages.Build(input.Target.Family, input.Files, cancellationToken));

    /// <summary>The network as those with [SparseNetwork] are planned.</summary>
    public static BuiltNetwork Network(BuiltFamily family, CancellationToken cancellationToken) =>
        new(family.Target.Network, family.Build.Network);

    /// <summary>Makes and encodes the vectors.</summary>
    public static FixtureContents Contents(BuiltFamily family, CancellationToken cancellationToken)
    {
        var (target, declaration) = (family.Target, family.Target.Family);
        var build =
            target.Problems.Count > 0
                ? new FixtureBuild(EquatableArray<VectorSet>.Empty, target.Problems)
                : FixtureStages.OfFamily(declaration, family.Build, cancellationToken);
        return FixtureContents.Of(
            target.Network.Frame,
            FixtureTarget.ElementOf(declaration.Fixtures, declaration.Elements),
            build,
            cancellationToken
        );
    }

    private static FamilyTarget? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // Of several attributes of families the first counts, wherever the type's parts carry them.
        if (
            context.TargetSymbol is not INamedTypeSymbol type
            || FamilyReader.Attribute(type) is not { ApplicationSyntaxReference: { } used } attribute
            || !context.Attributes.Contains(attribute)
            || used.SyntaxTree != context.TargetNode.SyntaxTree
            || !context.TargetNode.Span.Contains(used.Span)
        )
            return null;
        return FamilyReader.Read(type, cancellationToken);
    }
}

/// <summary>A target and what its declaration led to.</summary>
/// <param name="Target">The declared type.</param>
/// <param name="Build">Its solution and network, or problems.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record BuiltFamily(FamilyTarget Target, FamilyBuild Build);
