using System;
using System.ComponentModel;

namespace SparseDnn.Semirings;

/// <summary>
/// What the operations of a semiring compute, so that compilers and programs without its source know it; written by the generator.
/// </summary>
/// <param name="format">The element format.</param>
/// <param name="formula">The text form of SparseDnn.Algebra.SemiringFormula.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class SemiringFormulaAttribute(ElementFormat format, string formula) : Attribute
{
    /// <summary>The element format.</summary>
    public ElementFormat Format { get; } = format;

    /// <summary>The formula.</summary>
    public string Formula { get; } = formula;
}
