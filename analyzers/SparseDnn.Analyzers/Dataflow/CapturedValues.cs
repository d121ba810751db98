using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>
/// What functions inside a function see of its variables. They may run at any time, so it is all that the variable is ever assigned.
/// </summary>
/// <typeparam name="TValue">What is known of a value.</typeparam>
/// <param name="facts">Which variables are seen from inside.</param>
/// <param name="outer">The same of the function around it; null for a method.</param>
internal sealed class CapturedValues<TValue>(VariableFacts facts, CapturedValues<TValue>? outer)
    where TValue : IFlowValue<TValue>
{
    private readonly Dictionary<ISymbol, TValue> _values = new(SymbolEqualityComparer.Default);

    /// <summary>A variable of the function is assigned, or a parameter is given.</summary>
    public void Record(ISymbol variable, TValue value)
    {
        if (facts.IsCaptured(variable))
            _values[variable] = _values.TryGetValue(variable, out var known) ? known.Join(value) : value;
    }

    /// <summary>What a function inside may find in a variable.</summary>
    /// <returns>Whether anything was assigned.</returns>
    public bool TryGet(ISymbol variable, out TValue value) =>
        _values.TryGetValue(variable, out value) || (outer is not null && outer.TryGet(variable, out value));
}
