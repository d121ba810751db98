using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use;

/// <summary>What methods and constructors of the framework make of buffers.</summary>
internal static class BufferMethods
{
    public static FlowValue Evaluate(IInvocationOperation call, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        var container = method.ContainingType;
        if (!IsSystem(container))
            return FlowValue.Unknown;
        if (FlowEvaluator.IsSpan(container))
            return method.Name switch
            {
                "Slice" => Part(
                    evaluator.Evaluate(call.Instance),
                    Argument(call, 0),
                    method.Parameters.Length > 1 ? Argument(call, 1) : null,
                    evaluator
                ),
                "ToArray" => FlowValue.Buffer.Of(call.Syntax, 0, Length(evaluator.Evaluate(call.Instance))),
                _ => FlowValue.Unknown,
            };
        return (container.Name, method.Name) switch
        {
            ("MemoryExtensions", "AsSpan") when call.Instance is null => AsSpan(call, evaluator),
            ("Array", "Empty") => FlowValue.Buffer.Of(null, null, 0),
            ("GC", "AllocateUninitializedArray" or "AllocateArray") => FlowEvaluator.Allocated(call, evaluator.Evaluate(Argument(call, 0))),
            _ => FlowValue.Unknown,
        };
    }

    public static FlowValue Evaluate(IObjectCreationOperation creation, FlowEvaluator evaluator)
    {
        if (!FlowEvaluator.IsSpan(creation.Type))
            return FlowValue.Unknown;
        var parameters = creation.Constructor?.Parameters;
        if (parameters is null or { Length: 0 })
            return FlowValue.Buffer.Of(null, null, 0);
        if (parameters.Value[0].Type is not IArrayTypeSymbol)
            return FlowValue.Unknown;
        var array = evaluator.Evaluate(Argument(creation.Arguments, 0));
        return parameters.Value.Length == 3
            ? Part(array, Argument(creation.Arguments, 1), Argument(creation.Arguments, 2), evaluator)
            : array;
    }

    private static FlowValue AsSpan(IInvocationOperation call, FlowEvaluator evaluator)
    {
        var parameters = call.TargetMethod.Parameters;
        if (parameters[0].Type is not IArrayTypeSymbol)
            return FlowValue.Unknown;
        var array = evaluator.Evaluate(Argument(call, 0));
        if (parameters.Length == 1)
            return array;
        if (parameters[1].Type.Name == "Range")
            return array is FlowValue.Buffer && Argument(call, 1) is IRangeOperation range
                ? evaluator.Range(array, range)
                : Anywhere(array);
        if (parameters[1].Type.SpecialType != SpecialType.System_Int32)
            return Anywhere(array);
        return Part(array, Argument(call, 1), parameters.Length > 2 ? Argument(call, 2) : null, evaluator);
    }

    private static FlowValue Part(FlowValue value, IOperation? start, IOperation? length, FlowEvaluator evaluator)
    {
        var wanted = length is null ? null : evaluator.NumberOf(length);
        if (value is not FlowValue.Buffer buffer)
            return FlowValue.Buffer.Of(null, null, wanted >= 0 ? wanted : null);
        // A length that is given but unknown is not the rest.
        if (length is not null && wanted is null)
            return buffer.Slice(evaluator.NumberOf(start), null) is FlowValue.Buffer part
                ? FlowValue.Buffer.Of(part.Origin, part.Offset, null)
                : FlowValue.Unknown;
        return buffer.Slice(evaluator.NumberOf(start), wanted);
    }

    private static FlowValue Anywhere(FlowValue value) =>
        value is FlowValue.Buffer { Origin: { } origin } ? FlowValue.Buffer.Of(origin, null, null) : FlowValue.Unknown;

    private static long? Length(FlowValue value) => (value as FlowValue.Buffer)?.Length;

    private static IOperation? Argument(IInvocationOperation call, int position) => Argument(call.Arguments, position);

    private static IOperation? Argument(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int position) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value;

    private static bool IsSystem(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
