using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Exact.Vectors.Codec;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Generators.Fixtures;

/// <summary>What the fixtures of one type are written from.</summary>
/// <param name="Frame">Where the type's further part stands.</param>
/// <param name="Element">C# type of the fixtures' values.</param>
/// <param name="Headline">The vectors in one line; empty where something is wrong.</param>
/// <param name="Lines">What is demanded of whom, and each layer's headroom.</param>
/// <param name="Data">The encoded vectors, those of perturbations after the others; empty where something is wrong.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record FixtureContents(
    TypeFrame Frame,
    string Element,
    string Headline,
    EquatableArray<string> Lines,
    EquatableArray<string> Data
)
{
    /// <summary>Whether there are fixtures.</summary>
    public bool IsSound => Data.Count > 0;

    /// <summary>Encodes vectors.</summary>
    public static FixtureContents Of(TypeFrame frame, string element, FixtureBuild build, CancellationToken cancellationToken)
    {
        if (build.Sets.Count == 0)
            return new(frame, element, "", EquatableArray<string>.Empty, EquatableArray<string>.Empty);
        var data = new List<string>();
        foreach (var set in build.Sets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            data.Add(VectorCodec.Encode(set));
        }

        return new(frame, element, FixtureText.Headline(build.Sets[0]), new(FixtureText.Lines(build).ToArray()), new(data.ToArray()));
    }
}
