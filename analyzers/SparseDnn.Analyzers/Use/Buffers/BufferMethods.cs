using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>What methods and constructors of the framework make of buffers.</summary>
internal static class BufferMethods
{
    public static BufferValue Evaluate(IInvocationOperation call, BufferEvaluator evaluator)
    {
        var method = call.TargetMethod;
        var container = method.ContainingType;
        if (!IsSystem(container))
            return BufferValue.Unknown;
        if (MemoryTypes.IsSpan(container))
            return method.Name switch
            {
                "Slice" => Part(
                    evaluator.Evaluate(call.Instance),
                    Argument(call, 0),
                    method.Parameters.Length > 1 ? Argument(call, 1) : null,
                    evaluator
                ),
                "ToArray" => BufferValue.Buffer.Of(call.Syntax, 0, Length(evaluator.Evaluate(call.Instance))),
                _ => BufferValue.Unknown,
            };
        return (container.Name, method.Name) switch
        {
            ("MemoryExtensions", "AsSpan") when call.Instance is null => AsSpan(call, evaluator),
            ("Array", "Empty") => BufferValue.Buffer.Of(null, null, 0),
            ("GC", "AllocateUninitializedArray" or "AllocateArray") => BufferEvaluator.Allocated(
                call,
                evaluator.Evaluate(Argument(call, 0))
            ),
            _ => BufferValue.Unknown,
        };
    }

    public static BufferValue Evaluate(IObjectCreationOperation creation, BufferEvaluator evaluator)
    {
        if (!MemoryTypes.IsSpan(creation.Type))
            return BufferValue.Unknown;
        var parameters = creation.Constructor?.Parameters;
        if (parameters is null or { Length: 0 })
            return BufferValue.Buffer.Of(null, null, 0);
        if (parameters.Value[0].Type is not IArrayTypeSymbol)
            return BufferValue.Unknown;
        var array = evaluator.Evaluate(Argument(creation.Arguments, 0));
        return parameters.Value.Length == 3
            ? Part(array, Argument(creation.Arguments, 1), Argument(creation.Arguments, 2), evaluator)
            : array;
    }

    private static BufferValue AsSpan(IInvocationOperation call, BufferEvaluator evaluator)
    {
        var parameters = call.TargetMethod.Parameters;
        if (parameters[0].Type is not IArrayTypeSymbol)
            return BufferValue.Unknown;
        var array = evaluator.Evaluate(Argument(call, 0));
        if (parameters.Length == 1)
            return array;
        if (parameters[1].Type.Name == "Range")
            return array is BufferValue.Buffer && Argument(call, 1) is IRangeOperation range
                ? evaluator.Range(array, range)
                : Anywhere(array);
        if (parameters[1].Type.SpecialType != SpecialType.System_Int32)
            return Anywhere(array);
        return Part(array, Argument(call, 1), parameters.Length > 2 ? Argument(call, 2) : null, evaluator);
    }

    private static BufferValue Part(BufferValue value, IOperation? start, IOperation? length, BufferEvaluator evaluator)
    {
        var wanted = length is null ? null : evaluator.NumberOf(length);
        if (value is not BufferValue.Buffer buffer)
            return BufferValue.Buffer.Of(null, null, wanted >= 0 ? wanted : null);
        // A length that is given but unknown is not the rest.
        if (length is not null && wanted is null)
            return buffer.Slice(evaluator.NumberOf(start), null) is BufferValue.Buffer part
                ? BufferValue.Buffer.Of(part.Origin, part.Offset, null)
                : BufferValue.Unknown;
        return buffer.Slice(evaluator.NumberOf(start), wanted);
    }

    private static BufferValue Anywhere(BufferValue value) =>
        value is BufferValue.Buffer { Origin: { } origin } ? BufferValue.Buffer.Of(origin, null, null) : BufferValue.Unknown;

    private static long? Length(BufferValue value) => (value as BufferValue.Buffer)?.Length;

    private static IOperation? Argument(IInvocationOperation call, int position) => Argument(call.Arguments, position);

    private static IOperation? Argument(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int position) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value;

    private static bool IsSystem(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
