using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SparseDnn.Analyzers.Use;

/// <summary>
/// What is known of variables (by symbol) and of the compiler's captures (by id) at one point. A key that is missing was not assigned on
/// any way there.
/// </summary>
internal sealed record FlowState(ImmutableDictionary<object, FlowValue> Values)
{
    /// <summary>Nothing assigned yet.</summary>
    public static FlowState Empty { get; } = new(ImmutableDictionary<object, FlowValue>.Empty);

    /// <summary>After an assignment.</summary>
    public FlowState With(object key, FlowValue value) => new(Values.SetItem(key, value));

    /// <summary>What holds on both ways.</summary>
    public FlowState Meet(FlowState other)
    {
        var values = Values;
        foreach (var pair in other.Values)
            values = values.SetItem(pair.Key, values.TryGetValue(pair.Key, out var known) ? known.Meet(pair.Value) : pair.Value);
        return new(values);
    }

    /// <summary>Before memory is allocated again at a place: what the place gave earlier is other memory.</summary>
    public FlowState Forget(object origin)
    {
        var stale = Values.Where(pair => pair.Value is FlowValue.Buffer buffer && Equals(buffer.Origin, origin)).ToArray();
        return stale.Length == 0
            ? this
            : new(
                Values.SetItems(
                    stale.Select(pair => new KeyValuePair<object, FlowValue>(
                        pair.Key,
                        FlowValue.Buffer.Of(null, null, ((FlowValue.Buffer)pair.Value).Length)
                    ))
                )
            );
    }

    /// <summary>Whether two states say the same.</summary>
    public bool Says(FlowState other) =>
        Values.Count == other.Values.Count
        && Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value));
}
