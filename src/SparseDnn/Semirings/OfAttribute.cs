using System;

namespace SparseDnn;

/// <summary>
/// Says over which semiring values are: <c>[Of&lt;MinPlus&gt;] float distance</c>; on an array, span or other collection, that its elements
/// are.
/// </summary>
/// <typeparam name="TSemiring">A built-in semiring, or a struct of yours with [Semiring].</typeparam>
/// <remarks>
/// Changes nothing at run time. Analyzers follow marked values through the assignments, locals, element accesses, conversions and
/// calls of a method and report what the semiring does not have (SDNN1017 to SDNN1027). Locals take the mark of what is assigned to them.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue,
    Inherited = false
)]
public sealed class OfAttribute<TSemiring> : Attribute
    where TSemiring : struct;
