using System.Collections.Generic;

namespace SparseDnn;

/// <summary>Values are equal when their bits are.</summary>
internal sealed class FixtureBits<T> : IEqualityComparer<T>
    where T : unmanaged
{
    public static FixtureBits<T> Comparer { get; } = new();

    public bool Equals(T x, T y) => FixtureElements.ToBits(x) == FixtureElements.ToBits(y);

    public int GetHashCode(T value) => FixtureElements.ToBits(value).GetHashCode();
}
