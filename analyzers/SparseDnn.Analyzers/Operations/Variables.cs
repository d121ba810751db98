using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Operations;

/// <summary>Variables of methods.</summary>
internal static class Variables
{
    /// <summary>The local or parameter that an operation names; null for anything else.</summary>
    public static ISymbol? Of(IOperation? operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
}
