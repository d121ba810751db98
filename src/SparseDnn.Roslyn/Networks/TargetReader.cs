using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Semirings;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Networks;

/// <summary>From a type symbol to its declared network.</summary>
internal static class TargetReader
{
    /// <summary>Reads a type.</summary>
    /// <param name="type">Any named type.</param>
    /// <param name="cancellationToken">Checked once a type.</param>
    /// <param name="compilation">The compilation that reads a type of a referenced assembly; null for types of source.</param>
    /// <returns>The target, or null where the type does not carry [SparseNetwork].</returns>
    public static NetworkTarget? Read(INamedTypeSymbol type, CancellationToken cancellationToken, Compilation? compilation = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var attributes = Attributes(type);
        if (attributes.Count == 0)
            return null;
        var problems = new List<Problem>();
        var canEmit = TypeProblems(type, KnownNames.GeneratedMembers, problems, cancellationToken);
        var network = new AttributeReader(attributes[0], new NetworkPlace(), problems);
        var layers = new List<LayersDeclaration>();
        for (var i = 1; i < attributes.Count; i++)
            if (LayerKinds.OfAttribute(attributes[i].AttributeClass!.Name) is { } kind)
                layers.Add(kind.Declare(i, new AttributeReader(attributes[i], new LayersPlace(i), problems, kind.Parameters)));
        var declaration = new NetworkDeclaration(
            type.Name,
            network.Integer("Inputs"),
            network.OptionalChoice<ElementFormat>("Format"),
            network.Choice<Summation>("Summation"),
            new EquatableArray<LayersDeclaration>(layers.ToArray())
        )
        {
            InputRange = network.Doubles("InputRange"),
            InputRangeFile = network.Text("InputRangeFile"),
            Rewrites = network.Flags("Rewrites", Rewrites.All, absent: Rewrites.All),
            Kernels = network.Flags("Kernels", KernelStrategies.All, absent: KernelStrategies.All),
            Semirings = SemiringArguments.Read(
                network,
                Oscillate(type) is { } oscillate ? new AttributeReader(oscillate, new OscillatePlace(), problems) : null,
                problems,
                compilation ?? (type.ContainingAssembly as ISourceAssemblySymbol)?.Compilation,
                cancellationToken
            ),
        };
        return Target(type, canEmit, declaration, problems);
    }

    internal static NetworkTarget Target(INamedTypeSymbol type, bool canEmit, NetworkDeclaration declaration, IEnumerable<Problem> problems)
    {
        var frame = TypeFrame.Of(type);
        return new NetworkTarget(
            frame.Namespace,
            frame.Containers,
            frame.Type,
            type.IsStatic,
            canEmit,
            frame.MetadataName,
            declaration,
            new EquatableArray<Problem>(problems.ToArray())
        );
    }

    /// <summary>
    /// Our attributes on a type: [SparseNetwork] first, then the layers in the order they are written; empty without the former.
    /// </summary>
    /// <param name="type">Any named type.</param>
    public static IReadOnlyList<AttributeData> Attributes(INamedTypeSymbol type)
    {
        var ordered = new List<AttributeData>();
        AttributeData? network = null;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is not { } known || !OwnSymbols.IsOwn(known))
                continue;
            if (known.Name == "SparseNetworkAttribute")
                network ??= attribute;
            else if (LayerKinds.OfAttribute(known.Name) is not null)
                ordered.Add(attribute);
        }

        if (network is null)
            return Array.Empty<AttributeData>();
        ordered.Insert(0, network);
        return ordered;
    }

    /// <summary>The attribute [Oscillate] on a type; null where it has none.</summary>
    /// <param name="type">Any named type.</param>
    public static AttributeData? Oscillate(INamedTypeSymbol type) =>
        type.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "OscillateAttribute" } known && OwnSymbols.IsOwn(known));

    /// <summary>What keeps a type from getting a further part with some members.</summary>
    /// <returns>Whether it can get one.</returns>
    internal static bool TypeProblems(
        INamedTypeSymbol type,
        IReadOnlyList<string> members,
        List<Problem> problems,
        CancellationToken cancellationToken
    )
    {
        if (Unsupported(type) is { } reason)
        {
            problems.Add(Problem.Create(ProblemKinds.UnsupportedType, ProblemPlace.TypeName, type.Name, reason));
            return false;
        }

        if (!TypeSymbols.IsPartial(type, cancellationToken))
            problems.Add(Problem.Create(ProblemKinds.NotPartial, ProblemPlace.TypeName, type.Name));
        var depth = 0;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType, depth++)
            if (!TypeSymbols.IsPartial(outer, cancellationToken))
                problems.Add(Problem.Create(ProblemKinds.ContainingTypeNotPartial, new ContainingTypePlace(depth), outer.Name, type.Name));
        // A type cannot have a member of its own name either.
        if (members.Contains(type.Name, StringComparer.Ordinal))
            problems.Add(Problem.Create(ProblemKinds.MemberConflict, ProblemPlace.TypeName, type.Name, type.Name));
        foreach (var name in members)
            if (UserMember(type, name) is not null)
                problems.Add(Problem.Create(ProblemKinds.MemberConflict, new MemberPlace(name), type.Name, name));
        return problems.Count == 0;
    }

    private static string? Unsupported(INamedTypeSymbol type)
    {
        if (type.IsGenericType && type.Arity > 0)
            return "generic";
        if (type.IsFileLocal || TypeSymbols.Containers(type).Any(outer => outer.IsFileLocal))
            return "local to its file";
        if (type.IsRefLikeType)
            return "a ref struct";
        return type.TypeKind is TypeKind.Class or TypeKind.Struct ? null : "neither a class nor a struct";
    }

    /// <summary>
    /// Where the user's part of a type declares a member; null where it does not. The analyzer sees the generated part too.
    /// </summary>
    internal static Location? UserMember(INamedTypeSymbol type, string name) =>
        type.GetMembers(name)
            .Where(member => !member.IsImplicitlyDeclared)
            .SelectMany(member => member.Locations)
            .FirstOrDefault(location =>
                location.IsInSource && location.SourceTree?.FilePath.EndsWith(GeneratedFileSuffix, StringComparison.Ordinal) != true
            );

    /// <summary>How the names of generated files end.</summary>
    public const string GeneratedFileSuffix = ".sparsednn.g.cs";
}
