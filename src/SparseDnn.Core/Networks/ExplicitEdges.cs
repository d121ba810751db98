using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Formats;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>Turns the edges written in an attribute into a pattern and values.</summary>
internal static class ExplicitEdges
{
    public static CsrPattern? Build(ExplicitLayerDeclaration layer, int inputs, int outputs, List<Problem> problems, out DecimalValues? values)
    {
        values = null;
        var read = InlineEdgesReader.Read(layer.Edges);
        if (read.Fault is { } fault) return Fail(fault.Offset, fault.Length, fault.Message);
        var edges = read.Edges;
        foreach (var edge in edges)
        {
            if (edge.Input >= inputs)
                return Fail(edge.Offset, edge.Length, $"Row {edge.Input} is not below the number of inputs, {inputs}; rows and columns count from 0");
            if (edge.Output >= outputs)
                return Fail(edge.Offset, edge.Length, $"Column {edge.Output} is not below Outputs, {outputs}; rows and columns count from 0");
        }

        var sorted = edges.Select((edge, index) => (edge, index))
            .OrderBy(e => e.edge.Output).ThenBy(e => e.edge.Input).ThenBy(e => e.index).Select(e => e.edge).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Input != sorted[i - 1].Input || sorted[i].Output != sorted[i - 1].Output) continue;
            problems.Add(Problem.Create(ProblemKinds.DuplicateEntry, new InlineTextPlace(layer.Attribute, "Edges", sorted[i].Offset, sorted[i].Length),
                sorted[i].Input, sorted[i].Output, $"at character {sorted[i - 1].Offset + 1}"));
            return null;
        }

        var present = sorted.Where(edge => edge.Weight.Nearest != 0 || edge.Weight.Residue != 0).ToArray();
        var starts = new int[outputs + 1];
        foreach (var edge in present) starts[edge.Output + 1]++;
        for (var i = 0; i < outputs; i++) starts[i + 1] += starts[i];
        var residues = present.Select(edge => edge.Weight.Residue).ToArray();
        values = new DecimalValues(present.Select(edge => edge.Weight.Nearest).ToArray(), Array.TrueForAll(residues, r => r == 0) ? null : residues);
        return new CsrPattern(outputs, inputs, starts, present.Select(edge => edge.Input).ToArray());

        CsrPattern? Fail(int offset, int length, string message)
        {
            problems.Add(Problem.Create(ProblemKinds.MalformedEdges, new InlineTextPlace(layer.Attribute, "Edges", offset, length), message));
            return null;
        }
    }
}
