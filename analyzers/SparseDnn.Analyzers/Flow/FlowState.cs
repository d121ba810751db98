using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SparseDnn.Analyzers.Flow;

/// <summary>
/// What is known at one point of a method: of its variables, of intermediate results, and which buffers of zeros were written since.
/// </summary>
internal sealed class FlowState
{
    private readonly Dictionary<ISymbol, FlowValue> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, FlowValue> _captures = [];
    private readonly HashSet<IOperation> _written = [];

    /// <summary>The value of a variable; null where none was assigned.</summary>
    public FlowValue? this[ISymbol variable]
    {
        get => _variables.TryGetValue(variable, out var value) ? value : null;
        set
        {
            if (value is { } known)
                _variables[variable] = known;
            else
                _variables.Remove(variable);
        }
    }

    /// <summary>An intermediate result.</summary>
    public FlowValue this[CaptureId capture]
    {
        get => _captures.TryGetValue(capture, out var value) ? value : FlowValue.Unknown;
        set => _captures[capture] = value;
    }

    /// <summary>Whether a buffer still holds nothing but the zeros that it was made of.</summary>
    public bool IsFresh(FlowValue value) => value.Zeros is { } zeros && !_written.Contains(zeros);

    /// <summary>A buffer was made: once more, where it is made in a loop.</summary>
    public void Make(IOperation zeros) => _written.Remove(zeros);

    /// <summary>A buffer may hold something else from here on.</summary>
    public void Write(FlowValue value)
    {
        if (value is { Role: ZeroRole.Buffer, Zeros: { } zeros })
            _written.Add(zeros);
    }

    public FlowState Clone()
    {
        var clone = new FlowState();
        foreach (var pair in _variables)
            clone._variables.Add(pair.Key, pair.Value);
        foreach (var pair in _captures)
            clone._captures.Add(pair.Key, pair.Value);
        clone._written.UnionWith(_written);
        return clone;
    }

    /// <summary>Adds what holds on another way here.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Join(FlowState other)
    {
        var changed = Join(_variables, other._variables) | Join(_captures, other._captures);
        var written = _written.Count;
        _written.UnionWith(other._written);
        return changed || _written.Count > written;
    }

    // What is missing was not assigned on that way, and nothing reads it there.
    private static bool Join<TKey>(Dictionary<TKey, FlowValue> into, Dictionary<TKey, FlowValue> from)
    {
        var changed = false;
        foreach (var pair in from)
        {
            var joined = into.TryGetValue(pair.Key, out var known) ? FlowValue.Join(known, pair.Value) : pair.Value;
            if (into.ContainsKey(pair.Key) && joined.Equals(known))
                continue;
            into[pair.Key] = joined;
            changed = true;
        }

        return changed;
    }
}
