using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn;

/// <summary>Items grouped by what they exercise: the text of their labels before the first <c>:</c> or <c>,</c>.</summary>
internal static class ItemKinds
{
    public static IEnumerable<ExactFixture<T>> Of<T>(FixtureData<T> data)
        where T : unmanaged =>
        Enumerable
            .Range(0, data.Vectors.Inputs.Count)
            .GroupBy(item => Of(data.Vectors.Labels.ElementAtOrDefault(item) ?? ""), StringComparer.Ordinal)
            .Select(kind => new ExactFixture<T>(data, kind.Key.Length == 0 ? "items" : kind.Key, [.. kind]));

    private static string Of(string label) => label.IndexOfAny([':', ',']) is var end and > 0 ? label[..end] : label;
}
