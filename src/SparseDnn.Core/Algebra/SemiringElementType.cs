namespace SparseDnn.Algebra;

/// <summary>What one entry of a matrix over a semiring is stored as.</summary>
public enum SemiringElementType
{
    /// <summary><see cref="float"/>.</summary>
    Binary32,

    /// <summary><see cref="double"/>.</summary>
    Binary64,

    /// <summary><see cref="int"/>, wrapping.</summary>
    Int32,

    /// <summary><see cref="long"/>, wrapping.</summary>
    Int64,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="ulong"/> as 64 bits.</summary>
    Word64,
}
