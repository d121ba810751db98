using System;
using System.Linq;
using SparseDnn.Inputs.Edges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>Turns the edges written in an attribute into a pattern and values.</summary>
internal static class ExplicitEdges
{
    public static CsrPattern? Build(
        ExplicitLayerDeclaration layer,
        int inputs,
        int outputs,
        LayerContext context,
        out DecimalValues? values
    )
    {
        values = null;
        var read = InlineEdgesReader.Read(layer.Edges);
        if (read is InlineEdgesResult.Failure failure)
        {
            context.Add(failure.At(layer.Weights));
            return null;
        }

        var edges = ((InlineEdgesResult.Success)read).Edges;

        foreach (var edge in edges)
        {
            if (edge.Input >= inputs)
                return Fail(
                    layer.Attribute == 1 ? Remedies.Set(new NetworkPlace("Inputs"), edges.Max(e => e.Input) + 1) : null,
                    edge.Offset,
                    edge.Length,
                    $"Row {edge.Input} is not below the number of inputs, {inputs}; rows count from 0, so write 0 to {inputs - 1}"
                );
            if (edge.Output >= outputs)
                return Fail(
                    Remedies.Set(layer.At("Outputs"), edges.Max(e => e.Output) + 1),
                    edge.Offset,
                    edge.Length,
                    $"Column {edge.Output} is not below Outputs, {outputs}; "
                        + $"columns count from 0, so write 0 to {outputs - 1} or enlarge Outputs"
                );
        }

        var present = edges.OrderBy(edge => edge.Output).ThenBy(edge => edge.Input).ToArray();
        var starts = new int[outputs + 1];
        foreach (var edge in present)
            starts[edge.Output + 1]++;
        for (var i = 0; i < outputs; i++)
            starts[i + 1] += starts[i];
        var residues = present.Select(edge => edge.Weight.Residue).ToArray();
        values = new DecimalValues(
            present.Select(edge => edge.Weight.Nearest).ToArray(),
            Array.TrueForAll(residues, r => r == 0) ? null : residues
        );
        return new CsrPattern(outputs, inputs, starts, present.Select(edge => edge.Input).ToArray());

        CsrPattern? Fail(ProblemRemedy? remedy, int offset, int length, string message)
        {
            context.FailWith([remedy], ProblemKinds.MalformedEdges, new InlineTextPlace(layer.Weights, offset, length), message);
            return null;
        }
    }
}
