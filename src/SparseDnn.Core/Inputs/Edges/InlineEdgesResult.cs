using System.Globalization;
using System.Linq;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Edges;

/// <summary>What reading inline edges gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
/// <remarks>Equality contract: equal edges in the order they are written, or equal faults.</remarks>
internal abstract record InlineEdgesResult
{
    private InlineEdgesResult() { }

    /// <summary>The text was read.</summary>
    /// <param name="Edges">The edges in the order they are written, all different; also those of weight 0.</param>
    public sealed record Success(EquatableArray<InlineEdge> Edges) : InlineEdgesResult;

    /// <summary>The text cannot be read.</summary>
    /// <param name="Kind"><see cref="ProblemKinds.MalformedEdges"/> or <see cref="ProblemKinds.DuplicateEntry"/>.</param>
    /// <param name="Offset">0-based place of the first fault, in characters of the text.</param>
    /// <param name="Length">Number of characters concerned; 0 where something is missing.</param>
    /// <param name="Arguments">Values for the kind's message.</param>
    public sealed record Failure(ProblemKind Kind, int Offset, int Length, EquatableArray<string> Arguments) : InlineEdgesResult
    {
        /// <summary>The message in words.</summary>
        public string Message => string.Format(CultureInfo.InvariantCulture, Kind.MessageFormat, Arguments.Cast<object>().ToArray());

        /// <summary>The fault as a problem of a declaration.</summary>
        /// <param name="argument">The argument that holds the text.</param>
        public Problem At(DeclarationPlace argument) => new(Kind, new InlineTextPlace(argument, Offset, Length), Arguments);
    }
}
