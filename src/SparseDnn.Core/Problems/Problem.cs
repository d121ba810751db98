using System;
using System.Globalization;
using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Problems;

/// <summary>A finding about a declaration or its weights: a value, not an exception, so that stages can pass it on.</summary>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record Problem
{
    internal Problem(ProblemKind kind, ProblemPlace place, EquatableArray<string> arguments) =>
        (Kind, Place, Arguments) = (kind, place, arguments);

    /// <summary>Stable identifier, SDNN and four digits; the page of that name in the documentation says more.</summary>
    public string Id => Kind.Id;

    /// <summary>What was found.</summary>
    internal ProblemKind Kind { get; init; }

    /// <summary>Where.</summary>
    internal ProblemPlace Place { get; init; }

    /// <summary>The values that <see cref="ProblemKind.MessageFormat"/> names.</summary>
    internal EquatableArray<string> Arguments { get; init; }

    /// <summary>What a code fix must know, by keys of its own; it never reads messages.</summary>
    internal EquatableArray<ProblemDatum> Data { get; init; } = EquatableArray<ProblemDatum>.Empty;

    /// <summary>Mechanical ways out, from which a user may choose; empty where there is none.</summary>
    internal EquatableArray<ProblemRemedy> Remedies { get; init; } = EquatableArray<ProblemRemedy>.Empty;

    /// <summary>Makes a problem, formatting its arguments with the invariant culture.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="place">Where.</param>
    /// <param name="arguments">Values for the message.</param>
    internal static Problem Create(ProblemKind kind, ProblemPlace place, params object[] arguments) =>
        new(kind, place, new EquatableArray<string>(arguments.Select(Text).ToArray()));

    /// <summary>The message with its arguments filled in, without place and id.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Kind.MessageFormat, Arguments.Cast<object>().ToArray());

    /// <summary>Place, id and message on one line, in the form compilers print.</summary>
    public override string ToString() => Place.ToLine(Kind.Id, Message);

    private static string Text(object value) =>
        value switch
        {
            double d => d.ToString("R", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };
}
