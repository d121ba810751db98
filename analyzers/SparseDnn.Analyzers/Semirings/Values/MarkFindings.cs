using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>Marks that name no semiring, or one without elements of the marked type.</summary>
internal static class MarkFindings
{
    public static void Report(SymbolAnalysisContext context, SemiringMarks marks)
    {
        switch (context.Symbol)
        {
            case IFieldSymbol field:
                Report(context, marks, field.GetAttributes(), field.Type, $"'{field.Name}'");
                break;
            case IPropertySymbol property:
                Report(context, marks, property.GetAttributes(), property.Type, $"'{property.Name}'");
                break;
            case IMethodSymbol { MethodKind: not (MethodKind.PropertyGet or MethodKind.PropertySet) } method:
                Report(context, marks, method.GetReturnTypeAttributes(), method.ReturnType, $"what '{method.Name}' returns");
                foreach (var parameter in method.Parameters)
                    Report(context, marks, parameter.GetAttributes(), parameter.Type, $"'{parameter.Name}'");
                break;
        }
    }

    private static void Report(
        SymbolAnalysisContext context,
        SemiringMarks marks,
        ImmutableArray<AttributeData> attributes,
        ITypeSymbol type,
        string place
    )
    {
        foreach (var data in attributes)
        {
            if (
                marks.Argument(data) is not { } argument
                || data.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax
            )
                continue;
            if (ElementTypes.Of(type) is not { TypeKind: not (TypeKind.Error or TypeKind.TypeParameter) } element)
                continue;
            // What is wrong with a declaration is reported there.
            if (argument is INamedTypeSymbol declared && SemiringTarget.Attribute(declared) is not null && marks.Semiring(declared) is null)
                continue;
            var reason =
                argument is INamedTypeSymbol named && marks.Semiring(named) is { } semiring ? semiring.Declined(element)
                : argument.TypeKind == TypeKind.TypeParameter ? null
                : $"{argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} is no semiring";
            if (reason is not null)
                context.ReportDiagnostic(
                    Diagnostic.Create(Descriptors.Of(ProblemKinds.MarkDoesNotFit), syntax.GetLocation(), argument.Name, place, reason)
                );
        }
    }
}
