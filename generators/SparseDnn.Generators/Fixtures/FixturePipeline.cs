using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Exact.Vectors;
using SparseDnn.Generators.Files;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Names;

namespace SparseDnn.Generators.Fixtures;

/// <summary>The steps of types with [ExactFixtures].</summary>
internal static class FixturePipeline
{
    /// <summary>Types with [ExactFixtures] and the declarations of the networks that they name.</summary>
    public static IncrementalValuesProvider<FixtureTarget> Targets(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.ExactFixturesAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                Read
            )
            .Where(static target => target is { CanEmit: true })
            .Select(static (target, _) => target!)
            .WithTrackingName(TrackingNames.FixtureTargets);

    /// <summary>Builds the network that fixtures are for.</summary>
    public static FixtureNetwork Build(
        ((FixtureTarget Target, ReadFiles Files) Named, ReadFiles Patterns) input,
        CancellationToken cancellationToken
    ) =>
        new(
            input.Named.Target,
            FixtureStages
                .Network(input.Named.Target, input.Named.Target.Family is null ? input.Named.Files : input.Patterns, cancellationToken)
                .Network
        );

    /// <summary>Makes and encodes the vectors.</summary>
    public static FixtureContents Contents(FixtureNetwork input, CancellationToken cancellationToken)
    {
        var build = input.Network is null
            ? new FixtureBuild(EquatableArray<VectorSet>.Empty, input.Target.Problems)
            : FixtureStages.OfNetwork(input.Network, input.Target.Options, cancellationToken);
        return FixtureContents.Of(input.Target.Frame, input.Target.Element, build, cancellationToken);
    }

    private static FixtureTarget? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (
            context.TargetSymbol is not INamedTypeSymbol type
            || FixtureReader.Attribute(type)?.ApplicationSyntaxReference is not { } used
            || used.SyntaxTree != context.TargetNode.SyntaxTree
            || !context.TargetNode.Span.Contains(used.Span)
        )
            return null;
        return FixtureReader.Read(type, context.SemanticModel.Compilation, cancellationToken);
    }
}

/// <summary>A target and the network that its fixtures are for.</summary>
/// <param name="Target">The type.</param>
/// <param name="Network">The network; null where something is wrong.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record FixtureNetwork(FixtureTarget Target, Network? Network);
