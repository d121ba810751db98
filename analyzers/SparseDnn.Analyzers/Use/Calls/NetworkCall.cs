using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Roslyn.Names;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>A call of a network: of a declared type, of <c>SparseNetwork&lt;T&gt;</c>, or of <c>ISparseNetwork&lt;T&gt;</c>.</summary>
/// <param name="Kind">Which method.</param>
/// <param name="Operation">The call.</param>
/// <param name="Declared">The network where it is called by its declared type; null where by an object.</param>
/// <param name="Input">The argument of the inputs.</param>
/// <param name="Output">The argument of the outputs or categories.</param>
/// <param name="Batch">The argument of the number of items; null where there is none.</param>
internal sealed record NetworkCall(
    NetworkCallKind Kind,
    IInvocationOperation Operation,
    NetworkShape? Declared,
    IOperation Input,
    IOperation Output,
    IOperation? Batch
)
{
    /// <summary>The object that is called; null for a declared type.</summary>
    public IOperation? Receiver => Operation.Instance;

    /// <summary>The network as the program names it.</summary>
    public string NetworkName => Declared?.Name ?? UserText.Of(Receiver!);

    /// <summary>Reads a call.</summary>
    /// <param name="operation">Any invocation.</param>
    /// <returns>The call; null where it is none of a network, or names a parameter twice or not at all.</returns>
    public static NetworkCall? Read(IInvocationOperation operation)
    {
        if (KindOf(operation.TargetMethod) is not { } kind)
            return null;
        var container = operation.TargetMethod.ContainingType;
        var shape = operation.TargetMethod.IsStatic ? NetworkShape.Of(container) : null;
        if (shape is null && (operation.Instance is null || !IsNetworkObject(container)))
            return null;
        return Argument(operation, 0) is { } input && Argument(operation, 1) is { } output
            ? new(
                kind,
                operation,
                shape,
                input,
                output,
                operation.TargetMethod.Parameters.Length > 2 && operation.TargetMethod.Parameters[2].Name == "batch"
                    ? Argument(operation, 2)
                    : null
            )
            : null;
    }

    /// <summary>Whether a type is <c>SparseNetwork&lt;T&gt;</c> or <c>ISparseNetwork&lt;T&gt;</c>.</summary>
    public static bool IsNetworkObject(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "SparseNetwork" or "ISparseNetwork", Arity: 1 } && OwnSymbols.IsOwn(type);

    private static NetworkCallKind? KindOf(IMethodSymbol method) =>
        method.Parameters.Length < 2
            ? null
            : method.Name switch
            {
                "Infer" => NetworkCallKind.Infer,
                "InferBatch" => NetworkCallKind.InferBatch,
                "Categorize" => NetworkCallKind.Categorize,
                _ => null,
            };

    private static IOperation? Argument(IInvocationOperation operation, int position) =>
        operation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value;
}

/// <summary>The calls that compute items.</summary>
internal enum NetworkCallKind
{
    /// <summary>One item: spans of exactly the network's sizes.</summary>
    Infer,

    /// <summary>Many items.</summary>
    InferBatch,

    /// <summary>Many items, a boolean each.</summary>
    Categorize,
}
