using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Items of all values that a format has in a range, counted through: what is left where draws only repeat themselves.</summary>
internal static class ValuesInTurn
{
    private const int MaxValues = 4096;

    /// <summary>Items whose inputs count through values.</summary>
    public static IEnumerable<LabelledInput> Items(IEnumerable<Dyadic> all, int inputs)
    {
        var values = all.Take(MaxValues).ToArray();
        if (values.Length < 2)
            yield break;
        var digits = new int[inputs];
        for (var number = 1; ; number++)
        {
            var place = 0;
            while (place < inputs && ++digits[place] == values.Length)
                digits[place++] = 0;
            if (place == inputs)
                yield break;
            yield return new LabelledInput(
                $"{InputKind.Mixture}: values in turn ({number})",
                new(Array.ConvertAll(digits, digit => values[digit]))
            );
        }
    }

    /// <summary>All values of a format in a range.</summary>
    public static IEnumerable<Dyadic> Of(StorageFormat format, Dyadic low, Dyadic high)
    {
        for (Dyadic? value = low; value is { } known && known <= high; value = format.NextUp(known))
            yield return known;
    }
}
