using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>A type with [Semiring] and what its code is made from.</summary>
/// <param name="Frame">Where its further part stands.</param>
/// <param name="Elements">One for every element type.</param>
/// <param name="Problems">Why no part can be added; empty where one can.</param>
/// <remarks>Equality contract: all members by value; holds no symbol, syntax or location.</remarks>
internal sealed record SemiringTarget(TypeFrame Frame, EquatableArray<SemiringElementReading> Elements, EquatableArray<Problem> Problems)
{
    /// <summary>Whether a further part can be emitted.</summary>
    public bool CanEmit => Problems.Count == 0 && Elements.Count > 0;

    /// <summary>[Semiring] on a type; null without it.</summary>
    /// <param name="type">Any named type.</param>
    public static AttributeData? Attribute(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => OwnSymbols.IsOwn(attribute.AttributeClass, "SemiringAttribute"));

    /// <summary>Reads a type with [Semiring].</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static SemiringTarget Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var problems = TypeProblems(type, cancellationToken);
        var elements =
            problems.Count > 0
                ? EquatableArray<SemiringElementReading>.Empty
                : new(SemiringSource.Read(type, compilation, cancellationToken).Select(element => element.ToReading()).ToArray());
        return new(TypeFrame.Of(type), elements, new EquatableArray<Problem>(problems.ToArray()));
    }

    /// <summary>What keeps a type from being a semiring whatever its members compute.</summary>
    /// <param name="type">The type.</param>
    /// <param name="cancellationToken">Passed to the syntax getters.</param>
    public static IReadOnlyList<Problem> TypeProblems(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (Unsupported(type) is { } reason)
            return [Problem.Create(ProblemKinds.UnsupportedSemiringType, ProblemPlace.TypeName, type.Name, reason)];
        var problems = new List<Problem>();
        if (!TypeSymbols.IsPartial(type, cancellationToken))
            problems.Add(Problem.Create(ProblemKinds.SemiringNotPartial, ProblemPlace.TypeName, type.Name));
        var depth = 0;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType, depth++)
            if (!TypeSymbols.IsPartial(outer, cancellationToken))
                problems.Add(
                    Problem.Create(ProblemKinds.SemiringContainerNotPartial, new ContainingTypePlace(depth), outer.Name, type.Name)
                );
        if (InterfaceFault(type, cancellationToken) is { } fault)
            problems.Add(Problem.Create(ProblemKinds.SemiringInterface, ProblemPlace.TypeName, type.Name, fault));
        return problems;
    }

    private static string? Unsupported(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Struct)
            return "not a struct";
        if (type.IsGenericType)
            return type.Arity > 0 ? "generic" : "inside a generic type";
        if (type.IsRefLikeType)
            return "a ref struct";
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            if (outer.IsFileLocal)
                return "local to its file";
        return null;
    }

    private static string? InterfaceFault(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var elements = SemiringSource.Interfaces(type).Select(candidate => candidate.Element).ToArray();
        if (elements.Length == 0)
            return "does not say over which elements it is a semiring";
        if (elements.FirstOrDefault(element => ElementSymbols.Of(element) is null) is { } other)
            return other.TypeKind == TypeKind.Error
                ? null
                : $"is a semiring over {other.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, for which there are "
                    + "no kernels";
        return
            elements.Any(element => element.SpecialType == SpecialType.System_Boolean)
            && elements.Any(element => element.SpecialType == SpecialType.System_UInt64)
            && !PackedBooleans.Are(type, cancellationToken)
            ? "is a semiring over both bool and ulong, which kernels compute in the same words: split it in two"
            : null;
    }
}
