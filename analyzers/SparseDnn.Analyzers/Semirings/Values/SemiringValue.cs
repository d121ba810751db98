using Microsoft.CodeAnalysis;
using SparseDnn.Analyzers.Dataflow;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>
/// What is known of a value: a constant (nothing said), a value of one semiring, or anything; and where its zeros come from.
/// </summary>
/// <param name="Semiring">The semiring; null for constants and for what is not known.</param>
/// <param name="IsUnknown">Whether it may be anything.</param>
/// <param name="Zeros">The operation that filled with 0; null for none.</param>
/// <param name="Role">What the value has to do with it.</param>
internal readonly record struct SemiringValue(MarkedSemiring? Semiring, bool IsUnknown, IOperation? Zeros, ZeroRole Role)
    : IFlowValue<SemiringValue>
{
    /// <summary>Anything.</summary>
    public static SemiringValue Unknown => new(null, true, null, ZeroRole.None);

    /// <summary>A constant, which is at home in every semiring.</summary>
    public static SemiringValue Constant => default;

    /// <summary>A value of a semiring; a constant where there is none.</summary>
    public static SemiringValue Of(MarkedSemiring? semiring) => new(semiring, false, null, ZeroRole.None);

    /// <summary>The same without its origin.</summary>
    public SemiringValue Plain => this with { Zeros = null, Role = ZeroRole.None };

    /// <summary>What is read from a collection of this value.</summary>
    public SemiringValue Element => Role == ZeroRole.Buffer ? this with { Role = ZeroRole.Element } : Plain;

    /// <inheritdoc/>
    public SemiringValue Join(SemiringValue other)
    {
        var origin = CommonOrigin(other);
        var isKnown =
            !IsUnknown && !other.IsUnknown && (Semiring is null || other.Semiring is null || ReferenceEquals(Semiring, other.Semiring));
        return new(isKnown ? Semiring ?? other.Semiring : null, !isKnown, origin.Zeros, origin.Role);
    }

    private SemiringValue CommonOrigin(SemiringValue other)
    {
        if (ReferenceEquals(Zeros, other.Zeros) && Role == other.Role)
            return this;
        // An array of rows is as full of zeros as the rows that it was given.
        return (Role, other.Role) switch
        {
            (ZeroRole.Buffer, ZeroRole.Rows) => this,
            (ZeroRole.Rows, ZeroRole.Buffer) => other,
            _ => default,
        };
    }
}

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
