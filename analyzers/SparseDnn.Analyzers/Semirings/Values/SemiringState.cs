using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SparseDnn.Analyzers.Dataflow;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>What is known of marked values at one point of a function, and which buffers of zeros were written since.</summary>
internal sealed class SemiringState : VariableValues<SemiringValue>
{
    private readonly HashSet<IOperation> _written = [];

    /// <summary>Whether a buffer still holds nothing but the zeros that it was made of.</summary>
    public bool IsFresh(SemiringValue value) => value.Zeros is { } zeros && !_written.Contains(zeros);

    /// <summary>A buffer was made: once more, where it is made in a loop.</summary>
    public void Make(IOperation zeros) => _written.Remove(zeros);

    /// <summary>A buffer may hold something else from here on.</summary>
    public void Write(SemiringValue value)
    {
        if (value is { Role: ZeroRole.Buffer, Zeros: { } zeros })
            _written.Add(zeros);
    }

    public SemiringState Copy()
    {
        var copy = new SemiringState();
        copy.CopyFrom(this);
        copy._written.UnionWith(_written);
        return copy;
    }

    /// <summary>Adds what holds on another way here.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Join(SemiringState other)
    {
        var changed = JoinValues(other);
        var written = _written.Count;
        _written.UnionWith(other._written);
        return changed || _written.Count > written;
    }
}
