using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Semirings over both bool and ulong whose words are 64 booleans each, so that one kernel serves both.</summary>
internal static class PackedBooleans
{
    private const string Property = "PackedBooleans";

    /// <summary>Whether a type says so with [Semiring(PackedBooleans = true)], and its members compute it.</summary>
    /// <param name="type">A type over both.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static bool Are(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (
            SemiringTarget.Attribute(type) is not { } attribute
            || attribute.NamedArguments.All(argument => argument is not { Key: Property, Value.Value: true })
            || type.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation }
        )
            return false;
        var elements = SemiringSource.Read(type, compilation, cancellationToken);
        return elements.FirstOrDefault(element => element.Row.Format == ElementFormat.Boolean)?.Candidate is { } booleans
            && elements.FirstOrDefault(element => element.Row.Format == ElementFormat.Word64)?.Candidate is { } words
            && IsBitwise(booleans.Add)
            && IsBitwise(booleans.Multiply)
            && booleans.Add.Equals(words.Add)
            && booleans.Multiply.Equals(words.Multiply)
            && Packs(booleans.Zero, words.Zero)
            && Packs(booleans.One, words.One);
    }

    private static bool IsBitwise(OperatorExpression expression) =>
        expression.Operator
            is ExpressionOperator.A
                or ExpressionOperator.B
                or ExpressionOperator.And
                or ExpressionOperator.Or
                or ExpressionOperator.Xor
                or ExpressionOperator.Not
        && expression.Operands.All(IsBitwise);

    private static bool Packs(CarrierValue boolean, CarrierValue word) => word.AsWord == (boolean.AsBoolean ? ulong.MaxValue : 0);
}
