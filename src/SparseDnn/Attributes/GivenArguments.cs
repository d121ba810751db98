using System.Collections.Generic;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;

namespace SparseDnn;

/// <summary>The arguments that an attribute object was given.</summary>
/// <param name="values">Values by the names of properties, or of constructor parameters.</param>
/// <param name="place">The attribute as a whole.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class GivenArguments(IReadOnlyDictionary<string, object?> values, DeclarationPlace place, ICollection<Problem> problems)
    : AttributeArguments(place, problems)
{
    /// <inheritdoc/>
    public override bool IsGiven(string name) => values.ContainsKey(name);

    /// <inheritdoc/>
    protected override object? Given(string name) => values.TryGetValue(name, out var value) ? value : null;
}
