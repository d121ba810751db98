using System;

namespace SparseDnn;

/// <summary>
/// Makes a partial struct that implements <see cref="ISemiring{TSelf, T}"/> a semiring: its laws are checked in the editor and its
/// operations become vector code.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class SemiringAttribute : Attribute;
