using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>
/// Buffers of zeros that are stored in marked fields and properties which other types reach, until the whole compilation was seen and it is
/// known whether anything fills these.
/// </summary>
internal sealed class ZeroFilledPlaces
{
    private readonly ConcurrentQueue<ZeroFilledPlace> _found = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _written = new(SymbolEqualityComparer.Default);

    /// <summary>A buffer of zeros was stored.</summary>
    public void Add(ZeroFilledPlace place) => _found.Enqueue(place);

    /// <summary>Elements of a place may be written somewhere.</summary>
    public void Write(ISymbol place) => _written[place.OriginalDefinition] = true;

    /// <summary>What nothing fills.</summary>
    public IEnumerable<Diagnostic> Unfilled()
    {
        foreach (var found in _found)
            if (!_written.ContainsKey(found.Place))
                yield return found.Diagnostic;
    }
}

/// <summary>A field, property or parameter that holds a buffer of zeros.</summary>
/// <param name="Place">Its original definition.</param>
/// <param name="Diagnostic">What is to be said if nothing fills it.</param>
internal readonly record struct ZeroFilledPlace(ISymbol Place, Diagnostic Diagnostic);
