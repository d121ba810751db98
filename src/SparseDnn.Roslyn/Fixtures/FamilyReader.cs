using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Fixtures;

/// <summary>From a type symbol to its declared family of exact solutions.</summary>
internal static class FamilyReader
{
    private static readonly IReadOnlyList<string> Members = KnownNames.GeneratedMembers.Concat(KnownNames.FixtureMembers).ToArray();

    /// <summary>Reads a type.</summary>
    /// <param name="type">Any named type.</param>
    /// <param name="cancellationToken">Checked once a type.</param>
    /// <returns>The target, or null where the type carries no attribute of a family.</returns>
    public static FamilyTarget? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Attribute(type) is not { } attribute)
            return null;
        var problems = new List<Problem>();
        var canEmit = TargetReader.TypeProblems(type, Members, problems, cancellationToken);
        var family = FamilyAttributes.Readers[attribute.AttributeClass!.Name](
            new AttributeReader(attribute, new FamilyPlace(), problems),
            type.Name
        );
        var other = TargetReader.Attributes(type).Count > 0 ? "[SparseNetwork]" : Attributes(type).Skip(1).Select(Label).FirstOrDefault();
        if (other is not null)
            problems.Add(
                Problem.Create(
                    ProblemKinds.ConflictingArguments,
                    new FamilyPlace(),
                    family.Label,
                    other,
                    "keep one of them and declare the other network on a type of its own"
                )
            );
        // A type with [SparseNetwork] gets that network's part.
        canEmit &= other != "[SparseNetwork]";
        var declaration = new NetworkDeclaration(
            type.Name,
            null,
            family.WeightFormat,
            Summation.Planned,
            EquatableArray<LayersDeclaration>.Empty
        )
        {
            Semirings = family.Semirings,
        };
        return new FamilyTarget(TargetReader.Target(type, canEmit, declaration, problems), family);
    }

    /// <summary>The attribute of a family on a type, the first where there are several; null without one.</summary>
    /// <param name="type">Any named type.</param>
    public static AttributeData? Attribute(INamedTypeSymbol type) => Attributes(type).FirstOrDefault();

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type) =>
        type.GetAttributes()
            .Where(attribute =>
                attribute.AttributeClass is { } known && OwnSymbols.IsOwn(known) && FamilyAttributes.Readers.ContainsKey(known.Name)
            );

    private static string Label(AttributeData attribute) =>
        $"[{attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - "Attribute".Length)}]";
}
