using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Names;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>From a type that implements ISemiring to the semiring as a value.</summary>
internal static class SemiringReader
{
    private const string FormulaAttribute = "SemiringFormulaAttribute";

    /// <summary>The built-in semiring that a type is; null for every other type, whatever its name.</summary>
    /// <param name="type">Any type.</param>
    public static SemiringSpecification? BuiltIn(ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && KnownSemirings.TryGetByType(TypeSymbols.MetadataName(named), named.ContainingAssembly?.Name, out var known)
            ? known
            : null;

    /// <summary>
    /// Reads a type: a built-in one by its identity, one of this project from its source, one of another assembly from the formulas it
    /// carries.
    /// </summary>
    /// <param name="type">Any named type.</param>
    /// <param name="compilation">The compilation that refers to it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The semiring, or null where the type is none that networks can use.</returns>
    public static SemiringReading? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (BuiltIn(type) is { } known)
            return new(known, EquatableArray<SemiringElementReading>.Empty);
        var isInSource = type.DeclaringSyntaxReferences.Any(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree));
        if (!HasKernels(type, isInSource, cancellationToken))
            return null;
        var readings = isInSource
            ? SemiringSource.Read(type, compilation, cancellationToken).Select(element => element.ToReading()).ToArray()
            : [];
        var elements = isInSource ? [.. readings.Select(reading => reading.Element)] : FromMetadata(type);
        return elements.Count == 0 ? null : new(Specification(type, elements), new(readings));
    }

    // In source the part that adds them is not there yet; a type that cannot have one has none.
    private static bool HasKernels(INamedTypeSymbol type, bool isInSource, CancellationToken cancellationToken) =>
        isInSource
            ? SemiringTarget.Attribute(type) is not null && SemiringTarget.TypeProblems(type, cancellationToken).Count == 0
            : type.AllInterfaces.Any(candidate => OwnSymbols.IsOwn(candidate, "Operations", "ISemiringKernel"));

    private static List<SemiringElement> FromMetadata(INamedTypeSymbol type)
    {
        var formulas = new Dictionary<int, string?>();
        foreach (var attribute in type.GetAttributes())
        {
            if (
                OwnSymbols.IsOwn(attribute.AttributeClass, "Semirings", FormulaAttribute)
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is int format
            )
                formulas[format] = attribute.ConstructorArguments[1].Value as string;
        }
        var elements = new List<SemiringElement>();
        foreach (var row in NumberTypes.Elements)
        {
            if (SemiringSource.Interfaces(type).All(candidate => candidate.Element.SpecialType != row.SpecialType()))
                continue;
            formulas.TryGetValue((int)row.Format, out var text);
            elements.Add(
                SemiringFormula.Decode(text) is { } candidate
                && (candidate.Carrier.Kind == row.Carrier || candidate.Carrier.Kind == row.SaturatingCarrier)
                    ? SemiringElement.Exists(row.Format, candidate)
                    : SemiringElement.Opaque(
                        row.Format,
                        CarrierValue.Undecided,
                        CarrierValue.Undecided,
                        $"'{type.Name}' comes from another assembly, which does not carry its formula."
                    )
            );
        }
        return elements;
    }

    private static SemiringSpecification Specification(INamedTypeSymbol type, List<SemiringElement> elements)
    {
        var first = elements.FirstOrDefault(element => element.Candidate is not null) ?? elements[0];
        return new(
            type.Name,
            first.Candidate?.Add.ToString() ?? "⊕",
            first.Candidate?.Multiply.ToString() ?? "⊗",
            Number(first.Zero),
            Number(first.One)
        )
        {
            Key = SemiringKey.OfType(TypeSymbols.MetadataName(type), type.ContainingAssembly?.Name ?? ""),
            TypeName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Carrier = first.Candidate?.Carrier.ToString() ?? "",
            Elements = new(elements),
        };
    }

    // As in the table of known semirings: −1 for all ones; NaN where there is no number.
    private static double Number(CarrierValue value) =>
        value.Kind switch
        {
            CarrierValueKind.Number => value.AsNumber.ToDouble(),
            CarrierValueKind.Integer => value.AsInteger,
            CarrierValueKind.Word => value.AsWord == ulong.MaxValue ? -1 : value.AsWord,
            CarrierValueKind.Boolean => value.AsBoolean ? 1 : 0,
            _ => double.NaN,
        };
}
