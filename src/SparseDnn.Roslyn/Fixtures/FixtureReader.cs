using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Fixtures;

/// <summary>From a type symbol with [ExactFixtures] to what it asks for and the network that it names.</summary>
internal static class FixtureReader
{
    /// <summary>Name of the constructor's parameter.</summary>
    private const string Argument = "network";

    /// <summary>Reads a type.</summary>
    /// <param name="type">Any named type.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellationToken">Checked once a type.</param>
    /// <returns>The target, or null where the type does not carry [ExactFixtures].</returns>
    public static FixtureTarget? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Attribute(type) is not { } attribute)
            return null;
        var problems = new List<Problem>();
        var canEmit = TargetReader.TypeProblems(type, KnownNames.FixtureMembers, problems, cancellationToken);
        var reader = new AttributeReader(attribute, new FixturesPlace(), problems);
        var options = FamilyAttributes.Fixtures(reader) with
        {
            Items = reader.Integer("Items"),
            RoundBetweenLayers = reader.Flag("RoundBetweenLayers"),
            Low = reader.Double("Low"),
            High = reader.Double("High"),
        };
        if (FamilyReader.Read(type, cancellationToken) is { } own)
        {
            canEmit = false;
            problems.Add(
                Problem.Create(
                    ProblemKinds.ConflictingArguments,
                    options.At(null),
                    "[ExactFixtures]",
                    own.Family.Label,
                    "keep the family, which has fixtures of its own, and declare others on another type"
                )
            );
        }

        var named = reader.ConstructorType(0);
        var network = (named as INamedTypeSymbol)?.OriginalDefinition;
        var layers = network is null ? null : TargetReader.Read(network, cancellationToken, compilation);
        var family = layers is null && network is not null ? FamilyReader.Read(network, cancellationToken) : null;
        // An erroneous type is the compiler's to report.
        if (named is not null and not IErrorTypeSymbol && layers is null && family is null)
            problems.Add(
                Problem.Create(
                    ProblemKinds.NotANetwork,
                    options.At(Argument),
                    named.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)
                )
            );
        if (
            named is null
            && attribute.ConstructorArguments.Length == 1
            && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Type, IsNull: true }
        )
            problems.Add(Problem.Create(ProblemKinds.NotANetwork, options.At(Argument), "null"));
        var target = new FixtureTarget(
            TypeFrame.Of(type),
            canEmit,
            options,
            network?.Name ?? "",
            layers,
            family,
            EquatableArray<Problem>.Empty
        );
        if (
            network is not null
            && !SymbolEqualityComparer.Default.Equals(network.ContainingAssembly, compilation.Assembly)
            && target.Files.FirstOrDefault()?.Name is { } file
        )
            problems.Add(
                Problem.Create(
                    ProblemKinds.NetworkElsewhere,
                    options.At(Argument),
                    network.Name,
                    network.ContainingAssembly.Name,
                    file,
                    layers?.Element ?? family!.Network.Element
                )
            );
        return target with { Problems = new(problems.ToArray()) };
    }

    /// <summary>[ExactFixtures] on a type; null without it.</summary>
    /// <param name="type">Any named type.</param>
    public static AttributeData? Attribute(INamedTypeSymbol type) =>
        type.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "ExactFixturesAttribute" } known && OwnSymbols.IsOwn(known));
}
