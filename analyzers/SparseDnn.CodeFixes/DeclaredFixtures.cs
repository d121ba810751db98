using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SparseDnn.CodeFixes;

/// <summary>Fixtures that a project declares for a network.</summary>
internal static class DeclaredFixtures
{
    private const string Attribute = "ExactFixturesAttribute";

    /// <summary>
    /// The network itself where it has fixtures of its own, as a family has, then types with [ExactFixtures] of it, by name.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> Of(
        Compilation compilation,
        INamedTypeSymbol network,
        CancellationToken cancellationToken
    ) =>
        Types(compilation.Assembly.GlobalNamespace, cancellationToken)
            .Where(type =>
                type.GetAttributes()
                    .Any(attribute =>
                        attribute
                            is {
                                AttributeClass:
                                {
                                    Name: Attribute,
                                    ContainingNamespace: { Name: "SparseDnn", ContainingNamespace.IsGlobalNamespace: true }
                                },
                                ConstructorArguments: { Length: 1 } arguments
                            }
                        && arguments[0].Value is INamedTypeSymbol named
                        && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, network)
                    )
            )
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .Prepend(network);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var nested in Types(member, cancellationToken))
                yield return nested;
        }
    }
}
