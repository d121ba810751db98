using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;

namespace SparseDnn.Roslyn;

/// <summary>From a user's type to the semiring that it is.</summary>
public static class SemiringReader
{
    /// <summary>Reads a type.</summary>
    /// <param name="type">Any named type.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The semiring; null where the type implements no ISemiring of an element type.</returns>
    public static SemiringSpecification? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var elements = new List<SemiringElement>();
        foreach (var contract in type.AllInterfaces)
        {
            if (contract is not { Name: "ISemiring", TypeArguments.Length: 2 } || !TargetReader.IsOurs(contract)) continue;
            if (FormatOf(contract.TypeArguments[1].SpecialType) is { } format)
                elements.Add(SemiringElement.Opaque(format, CarrierValue.Undecided, CarrierValue.Undecided, "Its bodies are not read yet."));
        }

        return elements.Count == 0 ? null : new SemiringSpecification(type.Name, "⊕", "⊗", double.NaN, double.NaN)
        {
            TypeName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Elements = new(elements.ToArray()),
        };
    }

    private static ElementFormat? FormatOf(SpecialType type) => type switch
    {
        SpecialType.System_Single => ElementFormat.Binary32,
        SpecialType.System_Double => ElementFormat.Binary64,
        SpecialType.System_Int32 => ElementFormat.Int32,
        SpecialType.System_Int64 => ElementFormat.Int64,
        SpecialType.System_Boolean => ElementFormat.Boolean,
        SpecialType.System_UInt64 => ElementFormat.Word64,
        _ => null,
    };
}
