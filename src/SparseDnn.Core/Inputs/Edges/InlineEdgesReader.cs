using System;
using System.Collections.Generic;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Edges;

/// <summary>Reads edges written in a declaration: <c>input output weight; input output weight</c>, neurons counted from 0.</summary>
/// <remarks>White space of any kind separates the three fields; a semicolon ends an edge and may follow the last one.</remarks>
internal static class InlineEdgesReader
{
    private static readonly string[] FieldNames = ["input neuron", "output neuron", "weight"];

    /// <summary>Reads a whole text; a text of white space has no edges.</summary>
    /// <param name="text">The value of the attribute's argument.</param>
    public static InlineEdgesResult Read(string text)
    {
        var edges = new List<InlineEdge>();
        var firstSeen = new Dictionary<(int Input, int Output), int>();
        var at = SkipWhiteSpace(text, 0);
        while (at < text.Length)
        {
            var start = at;
            if (ReadEdge(text, ref at, out var edge) is { } fault)
                return new InlineEdgesResult.Failure(ProblemKinds.MalformedEdges, fault.Offset, fault.Length, new([fault.Message]));
            if (firstSeen.TryGetValue((edge.Input, edge.Output), out var first))
            {
                string[] arguments =
                [
                    Quoted.Number(edge.Input),
                    Quoted.Number(edge.Output),
                    $"edge number {Quoted.Number(first + 1)} of the text",
                ];
                return new InlineEdgesResult.Failure(ProblemKinds.DuplicateEntry, start, at - start, new(arguments));
            }
            firstSeen.Add((edge.Input, edge.Output), edges.Count);
            edges.Add(edge with { Offset = start, Length = at - start });
            at = SkipWhiteSpace(text, at);
            if (at < text.Length)
                at = SkipWhiteSpace(text, at + 1); // ReadEdge stops at a semicolon only
        }
        return new InlineEdgesResult.Success(new(edges.ToArray()));
    }

    // Leaves the position after the weight; what follows is white space and then a semicolon or the end.
    private static TextFault? ReadEdge(string text, ref int at, out InlineEdge edge)
    {
        edge = default;
        if (ReadNeuron(text, ref at, FieldNames[0], out var input) is { } inputFault)
            return inputFault;
        if (ReadNeuron(text, ref at, FieldNames[1], out var output) is { } outputFault)
            return outputFault;
        var field = NextField(text, ref at, out var start);
        if (field.IsEmpty)
            return Missing(start, FieldNames[2]);
        var status = DecimalParser.Parse(field, out var weight, out var offset);
        if (status != DecimalStatus.Ok)
            return new(start, field.Length, FieldFaults.Value(field, status, offset));
        edge = new(input, output, weight, 0, 0);
        var next = at;
        field = NextField(text, ref next, out start);
        return field.IsEmpty ? null : new(start, field.Length, $"Unexpected {Quoted.Text(field)} after the weight; end each edge with ';'");
    }

    private static TextFault? ReadNeuron(string text, ref int at, string name, out int neuron)
    {
        neuron = 0;
        var field = NextField(text, ref at, out var start);
        if (field.IsEmpty)
            return Missing(start, name);
        foreach (var c in field)
        {
            if (c is < '0' or > '9')
                return new(
                    start,
                    field.Length,
                    $"{Quoted.Text(field)} is no {name}; write a whole number, counting from 0, and separate the fields by blanks"
                );
            if (neuron < InputLimits.MaxNeurons)
                neuron = (neuron * 10) + (c - '0');
        }
        return neuron < InputLimits.MaxNeurons
            ? null
            : new(
                start,
                field.Length,
                $"The {name} {Quoted.Text(field)} is beyond the {Quoted.Number(InputLimits.MaxNeurons)} neurons that a layer "
                    + "can have; correct it"
            );
    }

    private static TextFault Missing(int at, string name) =>
        new(at, 0, $"The {name} is missing; write 'input output weight' for each edge, for example '0 2 -0.5; 1 2 1'");

    private static ReadOnlySpan<char> NextField(string text, scoped ref int at, out int start)
    {
        start = at = SkipWhiteSpace(text, at);
        while (at < text.Length && text[at] != ';' && !char.IsWhiteSpace(text[at]))
            at++;
        return text.AsSpan(start, at - start);
    }

    private static int SkipWhiteSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
