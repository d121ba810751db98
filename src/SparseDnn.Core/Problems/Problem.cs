using System;
using System.Globalization;
using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Problems;

/// <summary>How grave a <see cref="Problem"/> is where the user has not configured it otherwise.</summary>
public enum ProblemSeverity
{
    /// <summary>Something worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably a mistake; code is still produced.</summary>
    Warning,

    /// <summary>No kernels can be produced.</summary>
    Error,
}

/// <summary>A kind of finding: what a diagnostic descriptor is made from, and what an exception message is made from.</summary>
/// <param name="Id">Stable identifier, SDNN and four digits.</param>
/// <param name="Title">A few words, no arguments.</param>
/// <param name="MessageFormat">Composite format string of the message: what, where, the offending value, the remedy.</param>
/// <param name="Severity">Default severity.</param>
/// <param name="Reporters">The analyzers that may report it.</param>
public sealed record ProblemKind(string Id, string Title, string MessageFormat, ProblemSeverity Severity, Reporters Reporters);

/// <summary>
/// Where a problem is. A closed union: <see cref="DeclarationPlace"/>, <see cref="MemberPlace"/>, <see cref="FilePlace"/>,
/// <see cref="FileEntryPlace"/>, <see cref="InlineTextPlace"/>.
/// </summary>
/// <remarks>Holds no syntax node and no Roslyn location, so it may live in pipeline records.</remarks>
public abstract record ProblemPlace
{
    private protected ProblemPlace() { }
}

/// <summary>A part of a declaration in source.</summary>
/// <param name="Attribute">0 for [SparseNetwork], 1, 2, … for the layer attributes in the order they are written; −1 for the type's name;
/// −2 for the name of the type around it, −3 for the one around that, …; <see cref="OscillateAttribute"/> for [Oscillate]</param>
/// <param name="Argument">Name of the attribute's argument (constructor parameters by their name); null for the attribute as a
/// whole.</param>
public sealed record DeclarationPlace(int Attribute, string? Argument = null) : ProblemPlace
{
    /// <summary>Index of the attribute [Oscillate], which stands beside the others without an order.</summary>
    public const int OscillateAttribute = int.MaxValue;

    /// <summary>Index of the attribute of a family of exact solutions.</summary>
    public const int FamilyAttribute = int.MaxValue - 1;

    /// <summary>Index of [ExactFixtures].</summary>
    public const int FixturesAttribute = int.MaxValue - 2;

    /// <summary>The name of the declared type.</summary>
    public static DeclarationPlace TypeName { get; } = new(-1);

    /// <summary>The name of a type around the declared one.</summary>
    /// <param name="depth">0 for the innermost.</param>
    public static DeclarationPlace ContainingType(int depth) => new(-2 - depth);
}

/// <summary>A member that the user's part of the declared type has.</summary>
/// <param name="Name">Its name.</param>
public sealed record MemberPlace(string Name) : ProblemPlace;

/// <summary>A place in a weights file.</summary>
/// <param name="Path">The file's path as it was given.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters.</param>
/// <param name="Length">Number of characters concerned; 0 where only a point can be named.</param>
public sealed record FilePlace(string Path, long Line, int Column, int Length) : ProblemPlace;

/// <summary>
/// An entry of a weights file, or a line of an input ranges file, whose place is found where it is shown: readers keep no lines.
/// </summary>
/// <param name="Attribute">Index of the attribute that names the file, as in <see cref="DeclarationPlace"/>.</param>
/// <param name="Path">The file's path as it was given.</param>
/// <param name="Row">1-based row: the input neuron.</param>
/// <param name="Column">1-based column: the output neuron; 0 for a line of an input ranges file.</param>
public sealed record FileEntryPlace(int Attribute, string Path, int Row, int Column) : ProblemPlace
{
    /// <summary>The argument that names the file: where the entry is shown if its line is not found.</summary>
    public DeclarationPlace Argument => new(Attribute, Column == 0 ? "InputRangeFile" : "pattern");
}

/// <summary>A place in a text that is written inside an attribute argument.</summary>
/// <param name="Attribute">Index of the attribute, as in <see cref="DeclarationPlace"/>.</param>
/// <param name="Argument">Name of the argument that holds the text.</param>
/// <param name="Offset">0-based, in characters of the text's value.</param>
/// <param name="Length">Number of characters concerned.</param>
public sealed record InlineTextPlace(int Attribute, string Argument, int Offset, int Length) : ProblemPlace;

/// <summary>One thing that a code fix must know.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Value">The thing as text, invariantly.</param>
public sealed record ProblemDatum(string Key, string Value);

/// <summary>A mechanical way out: what an argument of an attribute is to become. Which one is right only the user knows.</summary>
/// <param name="Place">The argument, given or not.</param>
/// <param name="Value">Its new value as C#; null to remove it.</param>
public sealed record ProblemRemedy(DeclarationPlace Place, string? Value);

/// <summary>A finding about a declaration or its weights: a value, not an exception, so that stages can pass it on.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">The values that <see cref="ProblemKind.MessageFormat"/> names.</param>
public sealed record Problem(ProblemKind Kind, ProblemPlace Place, EquatableArray<string> Arguments)
{
    /// <summary>What a code fix must know, by keys of its own; it never reads messages.</summary>
    public EquatableArray<ProblemDatum> Data { get; init; } = EquatableArray<ProblemDatum>.Empty;

    /// <summary>Mechanical ways out, from which a user may choose; empty where there is none.</summary>
    public EquatableArray<ProblemRemedy> Remedies { get; init; } = EquatableArray<ProblemRemedy>.Empty;

    /// <summary>Makes a problem, formatting its arguments with the invariant culture.</summary>
    /// <param name="kind">What was found.</param>
    /// <param name="place">Where.</param>
    /// <param name="arguments">Values for the message.</param>
    public static Problem Create(ProblemKind kind, ProblemPlace place, params object[] arguments) =>
        new(kind, place, new EquatableArray<string>(arguments.Select(Text).ToArray()));

    /// <summary>The message with its arguments filled in, without place and id.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Kind.MessageFormat, Arguments.Cast<object>().ToArray());

    /// <summary>Place, id and message on one line, in the form compilers print.</summary>
    public override string ToString() =>
        Place switch
        {
            FilePlace file => FormattableString.Invariant($"{file.Path}({file.Line},{file.Column}): {Kind.Id}: {Message}"),
            FileEntryPlace { Column: 0 } line => FormattableString.Invariant($"{line.Path}: {Kind.Id}: input {line.Row}: {Message}"),
            FileEntryPlace entry => FormattableString.Invariant($"{entry.Path}: {Kind.Id}: entry ({entry.Row}, {entry.Column}): {Message}"),
            InlineTextPlace text => FormattableString.Invariant($"{text.Argument}[{text.Offset}]: {Kind.Id}: {Message}"),
            DeclarationPlace { Argument: { } argument } => $"{argument}: {Kind.Id}: {Message}",
            _ => $"{Kind.Id}: {Message}",
        };

    private static string Text(object value) =>
        value switch
        {
            double d => d.ToString("R", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };
}
