using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>What is certainly wrong with the spans of one call (SDNN3001, SDNN3002), given what is known where it stands.</summary>
/// <param name="call">The call, in the flow graph or in the tree.</param>
/// <param name="evaluator">What is known.</param>
/// <param name="report">Takes kind, place, how long the memory was made and should be where that is known, and the values of the
/// message.</param>
internal sealed class SpanFindings(
    NetworkCall call,
    BufferEvaluator evaluator,
    Action<ProblemKind, IOperation, AllocatedLength?, object[]> report
)
{
    private NetworkShape? Shape => call.Declared ?? (evaluator.Evaluate(call.Receiver) as BufferValue.NetworkObject)?.Shape;

    public void Report()
    {
        var input = evaluator.Evaluate(call.Input) as BufferValue.Buffer;
        var output = evaluator.Evaluate(call.Output) as BufferValue.Buffer;
        var found =
            Shape is { } shape
            && (
                call.Kind switch
                {
                    NetworkCallKind.Infer => ReportItem(shape, input, output),
                    NetworkCallKind.InferBatch => call.Batch is { } batch
                        && evaluator.NumberOf(batch) is >= 0 and var items
                        && ReportBatch(shape, input, output, items),
                    _ => output is { Length: { } items } && ReportInputs(shape, input, items),
                }
            );
        if (!found && input is not null && output is not null)
            ReportOverlap(input, output);
    }

    private bool ReportItem(NetworkShape shape, BufferValue.Buffer? input, BufferValue.Buffer? output)
    {
        var wrong = false;
        if (input is { Length: { } given } && given != shape.Inputs)
            wrong = Wrong(
                call.Input,
                input,
                shape,
                1,
                $"{shape.Name} takes {Count(shape.Inputs, "input")}",
                $"exactly {shape.Name}.Inputs elements"
            );
        if (output is { Length: { } room } && room != shape.Outputs)
            wrong = Wrong(
                call.Output,
                output,
                shape,
                1,
                $"{shape.Name} gives {Count(shape.Outputs, "output")}",
                $"exactly {shape.Name}.Outputs elements"
            );
        return wrong;
    }

    private bool ReportBatch(NetworkShape shape, BufferValue.Buffer? input, BufferValue.Buffer? output, long items)
    {
        var wrong = ReportInputs(shape, input, items);
        if (output is { Length: { } room } && room < items * shape.Outputs)
            wrong |= Wrong(
                call.Output,
                output,
                shape,
                items,
                $"{Count(items, "item")} of {shape.Name} give {items} × {shape.Outputs} = {items * shape.Outputs} values",
                $"at least {items} * {shape.Name}.Outputs elements"
            );
        return wrong;
    }

    private bool ReportInputs(NetworkShape shape, BufferValue.Buffer? input, long items) =>
        call.Input.Type is not { Name: "BitMatrix" }
        && input is { Length: { } given }
        && given < items * shape.Inputs
        && Wrong(
            call.Input,
            input,
            shape,
            items,
            $"{Count(items, "item")} of {shape.Name} take {items} × {shape.Inputs} = {items * shape.Inputs} values",
            $"at least {items} * {shape.Name}.Inputs elements"
        );

    private bool Wrong(IOperation argument, BufferValue.Buffer buffer, NetworkShape shape, long items, string wanted, string remedy)
    {
        var allocated = buffer is { Origin: SyntaxNode origin, Offset: 0 }
            ? AllocatedLength.Of(origin, buffer.Length, shape, argument == call.Input ? "Inputs" : "Outputs", items)
            : null;
        report(
            ProblemKinds.WrongLength,
            argument,
            allocated,
            [UserText.Of(argument), buffer.Length!.Value.ToString(CultureInfo.InvariantCulture), wanted, remedy]
        );
        return true;
    }

    // Spans of bytes, bits and booleans are of other types than the elements, so they are not compared at run time either.
    private void ReportOverlap(BufferValue.Buffer input, BufferValue.Buffer output)
    {
        if (
            call.Kind == NetworkCallKind.Categorize
            || call.Operation.TargetMethod.ContainingType.Name == "ISparseNetwork"
            || !HaveEqualElements(call.Input.Type, call.Output.Type)
        )
            return;
        if (input.Origin is null || !Equals(input.Origin, output.Origin) || input.Offset is not { } a || output.Offset is not { } b)
            return;
        // Where a length is unknown the call takes one element at least, or refuses the length.
        var isItem = call.Kind == NetworkCallKind.Infer;
        var taken = input.Length ?? (isItem ? Shape?.Inputs : null) ?? 1;
        var given = output.Length ?? (isItem ? Shape?.Outputs : null) ?? 1;
        if (taken == 0 || given == 0 || a + taken <= b || b + given <= a)
            return;
        // A part whose length is unknown may be empty, as batches may be.
        if (!isItem && a != b && (input.Length is null || output.Length is null) && evaluator.NumberOf(call.Batch) is not > 0)
            return;
        report(
            ProblemKinds.OverlappingSpans,
            call.Output,
            null,
            [UserText.Of(call.Output), UserText.Of(call.Input), Shape?.Name ?? call.Operation.TargetMethod.Name]
        );
    }

    private static bool HaveEqualElements(ITypeSymbol? a, ITypeSymbol? b) =>
        a is INamedTypeSymbol { TypeArguments.Length: 1 } left
        && b is INamedTypeSymbol { TypeArguments.Length: 1 } right
        && SymbolEqualityComparer.Default.Equals(left.TypeArguments[0], right.TypeArguments[0]);

    private static string Count(long count, string what) => count == 1 ? $"{count} {what}" : $"{count} {what}s";
}
