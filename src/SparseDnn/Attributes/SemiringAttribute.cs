using System;

namespace SparseDnn;

/// <summary>Makes a partial struct that says what ⊕, ⊗, Zero and One are a semiring that networks can compute over.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class SemiringAttribute : Attribute;
