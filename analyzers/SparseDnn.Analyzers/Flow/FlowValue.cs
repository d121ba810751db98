using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Flow;

/// <summary>How a value comes from memory that the program filled with 0 without saying so.</summary>
internal enum ZeroRole
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It is such a buffer.</summary>
    Buffer,

    /// <summary>It was computed from an element of one.</summary>
    Element,

    /// <summary>It is <c>default</c>.</summary>
    Default,

    /// <summary>It is an array of rows that was given none so far.</summary>
    Rows,
}

/// <summary>
/// What is known of a value: a constant (nothing said), a value of one semiring, or anything; and where its zeros come from.
/// </summary>
/// <param name="Semiring">The semiring; null for constants and for what is not known.</param>
/// <param name="IsUnknown">Whether it may be anything.</param>
/// <param name="Zeros">The operation that filled with 0; null for none.</param>
/// <param name="Role">What the value has to do with it.</param>
internal readonly record struct FlowValue(MarkedSemiring? Semiring, bool IsUnknown, IOperation? Zeros, ZeroRole Role)
{
    /// <summary>Anything.</summary>
    public static FlowValue Unknown => new(null, true, null, ZeroRole.None);

    /// <summary>A constant, which is at home in every semiring.</summary>
    public static FlowValue Constant => default;

    /// <summary>A value of a semiring; a constant where there is none.</summary>
    public static FlowValue Of(MarkedSemiring? semiring) => new(semiring, false, null, ZeroRole.None);

    /// <summary>The same without its origin.</summary>
    public FlowValue Plain => this with { Zeros = null, Role = ZeroRole.None };

    /// <summary>What is read from a collection of this value.</summary>
    public FlowValue Element => Role == ZeroRole.Buffer ? this with { Role = ZeroRole.Element } : Plain;

    /// <summary>What holds of either value.</summary>
    public static FlowValue Join(FlowValue a, FlowValue b)
    {
        // An array of rows is as full of zeros as the rows that it was given.
        var origin =
            (ReferenceEquals(a.Zeros, b.Zeros) && a.Role == b.Role) || (a.Role == ZeroRole.Buffer && b.Role == ZeroRole.Rows) ? a
            : a.Role == ZeroRole.Rows && b.Role == ZeroRole.Buffer ? b
            : default;
        var isKnown = !a.IsUnknown && !b.IsUnknown && (a.Semiring is null || b.Semiring is null || ReferenceEquals(a.Semiring, b.Semiring));
        return new(isKnown ? a.Semiring ?? b.Semiring : null, !isKnown, origin.Zeros, origin.Role);
    }
}
