using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Says why a kind of operation is not followed.</summary>
internal static class OperationWords
{
    public const string Checked = "is checked arithmetic, which throws; write unchecked(…)";

    private const string Assigns = "assigns; declare a variable for each value";

    private static readonly Dictionary<OperationKind, string> Rows = new()
    {
        [OperationKind.Loop] = "is a loop",
        [OperationKind.SimpleAssignment] = Assigns,
        [OperationKind.CompoundAssignment] = Assigns,
        [OperationKind.ExpressionStatement] = "is a statement for its effect",
        [OperationKind.Increment] = Assigns,
        [OperationKind.Decrement] = Assigns,
        [OperationKind.Throw] = "throws",
        [OperationKind.Try] = "catches exceptions",
        [OperationKind.Switch] = "is a switch; use if or ?:",
        [OperationKind.SwitchExpression] = "is a switch; use ?:",
        [OperationKind.IsPattern] = "is a pattern; use a comparison",
        [OperationKind.ObjectCreation] = "creates an object",
        [OperationKind.FieldReference] = "is a field that may change",
        [OperationKind.PropertyReference] = "is a property of an object",
        [OperationKind.Conversion] = "is a conversion of another kind",
        [OperationKind.Binary] = "is an operator that is not followed",
        [OperationKind.Unary] = "is an operator that is not followed",
        [OperationKind.Invalid] = "does not compile",
        [OperationKind.DelegateCreation] = "is a delegate",
        [OperationKind.Await] = "waits",
    };

    public static string Reason(IOperation operation) => Rows.TryGetValue(operation.Kind, out var reason) ? reason : "is not followed";
}
