using System;

namespace SparseDnn;

/// <summary>
/// Makes a partial struct that implements <see cref="ISemiring{TSelf, T}"/> a semiring: its laws are checked in the editor and its
/// operations become vector code.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class SemiringAttribute : Attribute
{
    /// <summary>
    /// For a semiring over both bool and ulong: whether a word is 64 booleans, so that one kernel serves both. ⊕ and ⊗ are then the same
    /// bitwise
    /// formulas over either, and the identities of words those of booleans in every bit.
    /// </summary>
    public bool PackedBooleans { get; set; }
}
