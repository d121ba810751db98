using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Inputs.Text;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Patterns;

/// <summary>Compositions as a file writes them: by the names of patterns, which another file gives.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Compositions">The compositions in order; at least one.</param>
/// <remarks>Equality contract: all members by value, places included.</remarks>
internal sealed record CompositionText(string Path, EquatableArray<NamedComposition> Compositions)
{
    /// <summary>The compositions with the patterns of the file below in place of their names.</summary>
    /// <param name="below">Names of the patterns that parts may name.</param>
    public InputResult<CompositionSet> Resolve(IReadOnlyList<string> below)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < below.Count; i++)
            known[below[i]] = i;
        var positions = Compositions.Max(composition => composition.Positions);
        var builder = new CsrBuilder(Compositions.Count, positions * below.Count);
        foreach (var composition in Compositions)
        {
            var row = new int[composition.Parts.Count];
            for (var i = 0; i < row.Length; i++)
            {
                var part = composition.Parts[i];
                if (!known.TryGetValue(part.Name, out var pattern))
                    return new InputResult<CompositionSet>.Failure(Unknown(composition, part));
                row[i] = (part.Position * below.Count) + pattern;
            }

            builder.AddRow(row);
        }

        var names = Compositions.Select(composition => composition.Name).ToArray();
        return new InputResult<CompositionSet>.Success(new(new EquatableArray<string>(names), positions, builder.Build()));
    }

    private Problem Unknown(NamedComposition composition, CompositionPart part) =>
        Problem.Create(
            ProblemKinds.MalformedPatterns,
            new FilePlace(Path, composition.Line, part.Column, part.Name.Length),
            $"{Quoted.Text(part.Name.AsSpan())} is no pattern of the file below; write one of its names, or '.' for a position "
                + "that may hold "
                + "anything"
        );
}

/// <summary>One composition of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Positions">Number of its parts, open ones included.</param>
/// <param name="Parts">The parts that name a pattern; at least one.</param>
internal sealed record NamedComposition(string Name, int Line, int Positions, EquatableArray<CompositionPart> Parts);

/// <summary>The name of a pattern in a composition.</summary>
/// <param name="Name">The name.</param>
/// <param name="Position">0-based position that it stands at.</param>
/// <param name="Column">1-based column of the line.</param>
internal readonly record struct CompositionPart(string Name, int Position, int Column);
