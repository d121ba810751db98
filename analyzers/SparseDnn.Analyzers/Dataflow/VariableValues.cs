using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>What is known at one point of variables and of the compiler's intermediate results.</summary>
/// <typeparam name="TValue">What is known of a value.</typeparam>
/// <remarks>What is missing was not assigned on any way there, and nothing reads it.</remarks>
internal class VariableValues<TValue>
    where TValue : IFlowValue<TValue>
{
    private readonly Dictionary<ISymbol, TValue> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, TValue> _captures = [];

    /// <summary>The value of a variable.</summary>
    /// <returns>Whether one was assigned.</returns>
    public bool TryGet(ISymbol variable, out TValue value) => _variables.TryGetValue(variable, out value);

    /// <summary>The value of an intermediate result.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(CaptureId capture, out TValue value) => _captures.TryGetValue(capture, out value);

    /// <summary>A variable is assigned.</summary>
    public void Set(ISymbol variable, TValue value) => _variables[variable] = value;

    /// <summary>An intermediate result is kept.</summary>
    public void Set(CaptureId capture, TValue value) => _captures[capture] = value;

    /// <summary>Takes over what another state says.</summary>
    protected void CopyFrom(VariableValues<TValue> other)
    {
        foreach (var pair in other._variables)
            _variables.Add(pair.Key, pair.Value);
        foreach (var pair in other._captures)
            _captures.Add(pair.Key, pair.Value);
    }

    /// <summary>Adds what holds on another way here.</summary>
    /// <returns>Whether that changed anything.</returns>
    protected bool JoinValues(VariableValues<TValue> other) => Join(_variables, other._variables) | Join(_captures, other._captures);

    /// <summary>Changes all values that say something which holds no longer.</summary>
    /// <param name="change">Gives the value as it is from here on.</param>
    protected void ChangeAll(System.Func<TValue, TValue> change)
    {
        Change(_variables, change);
        Change(_captures, change);
    }

    private static bool Join<TKey>(Dictionary<TKey, TValue> into, Dictionary<TKey, TValue> from)
    {
        var changed = false;
        foreach (var pair in from)
        {
            var isKnown = into.TryGetValue(pair.Key, out var known);
            var joined = isKnown ? known.Join(pair.Value) : pair.Value;
            if (isKnown && joined.Equals(known))
                continue;
            into[pair.Key] = joined;
            changed = true;
        }

        return changed;
    }

    private static void Change<TKey>(Dictionary<TKey, TValue> values, System.Func<TValue, TValue> change)
    {
        foreach (var key in new List<TKey>(values.Keys))
            values[key] = change(values[key]);
    }
}
