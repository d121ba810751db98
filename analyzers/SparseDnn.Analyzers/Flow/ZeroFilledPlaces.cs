using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Flow;

/// <summary>Buffers of zeros that are stored in marked fields and properties, until it is known whether anything fills these.</summary>
internal sealed class ZeroFilledPlaces
{
    private readonly ConcurrentQueue<(ISymbol Place, Diagnostic Diagnostic)> _found = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _written = new(SymbolEqualityComparer.Default);

    /// <summary>A buffer of zeros was stored.</summary>
    public void Add(ISymbol place, Diagnostic diagnostic) => _found.Enqueue((place.OriginalDefinition, diagnostic));

    /// <summary>Elements of a place may be written somewhere.</summary>
    public void Write(ISymbol place) => _written[place.OriginalDefinition] = true;

    /// <summary>What nothing fills: of private places of a type, or of places that other types reach.</summary>
    /// <param name="type">The type whose members were all seen; null for the whole compilation.</param>
    public IEnumerable<Diagnostic> Unfilled(INamedTypeSymbol? type)
    {
        foreach (var (place, diagnostic) in _found)
        {
            if (_written.ContainsKey(place)) continue;
            var isPrivate = place.DeclaredAccessibility == Accessibility.Private;
            if (type is null ? !isPrivate : isPrivate && SymbolEqualityComparer.Default.Equals(place.ContainingType, type)) yield return diagnostic;
        }
    }
}
