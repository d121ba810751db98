using System;

namespace SparseDnn;

/// <summary>Values with guard values on both sides, so that writing beyond the ends is found.</summary>
internal sealed class GuardedBuffer<T>
    where T : unmanaged
{
    private const int Guard = 64; // a whole register of the narrowest element
    private const ulong Pattern = 0x5AA55AA55AA55AA5;

    private readonly T[] _values;

    public GuardedBuffer(int length)
    {
        _values = new T[length + (2 * Guard)];
        for (var i = 0; i < _values.Length; i++)
            _values[i] = Filler(i);
    }

    public Span<T> Span => _values.AsSpan(Guard, _values.Length - (2 * Guard));

    /// <summary>Whether something was written before or behind the values.</summary>
    public bool IsBroken => IsChanged(0) || IsChanged(_values.Length - Guard);

    // A truth value has two patterns only, so its guards alternate.
    private static T Filler(int index) => FixtureElements.FromBits<T>(typeof(T) == typeof(bool) ? (ulong)index & 1 : Pattern);

    private bool IsChanged(int start)
    {
        for (var i = start; i < start + Guard; i++)
            if (!FixtureBits<T>.Comparer.Equals(_values[i], Filler(i)))
                return true;
        return false;
    }
}
