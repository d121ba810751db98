using System;

namespace SparseDnn.Primitives;

/// <summary>A 128-bit hash of contents, the same on every machine and in every process.</summary>
/// <param name="Low">Lower half.</param>
/// <param name="High">Upper half.</param>
/// <remarks>Two independent multiply-rotate streams; it tells contents apart, it is not for security.</remarks>
internal readonly record struct ContentHash(ulong Low, ulong High)
{
    /// <summary>The hash of nothing.</summary>
    public static ContentHash Start { get; } = new(0x9E3779B97F4A7C15UL, 0xC2B2AE3D27D4EB4FUL);

    /// <summary>Appends 64 bits.</summary>
    /// <param name="value">What to append.</param>
    public ContentHash Add(ulong value) =>
        unchecked(new(Rotate((Low ^ value) * 0x9FB21C651E98DF25UL, 29) + High, Rotate((High + value) * 0xD6E8FEB86659FD93UL, 37) ^ Low));

    /// <summary>Appends an integer.</summary>
    /// <param name="value">What to append.</param>
    public ContentHash Add(int value) => Add(unchecked((ulong)value));

    /// <summary>Appends the bits of a number, so −0 and +0 differ.</summary>
    /// <param name="value">What to append.</param>
    public ContentHash Add(double value) => Add(unchecked((ulong)BitConverter.DoubleToInt64Bits(value)));

    /// <summary>Appends a string with its length.</summary>
    /// <param name="value">What to append.</param>
    public ContentHash Add(string value)
    {
        var hash = Add(value.Length);
        foreach (var c in value)
            hash = hash.Add(c);
        return hash;
    }

    /// <summary>Appends integers with their count.</summary>
    /// <param name="values">What to append.</param>
    public ContentHash Add(ReadOnlySpan<int> values)
    {
        var hash = Add(values.Length);
        foreach (var value in values)
            hash = hash.Add(value);
        return hash;
    }

    /// <summary>Appends numbers with their count.</summary>
    /// <param name="values">What to append.</param>
    public ContentHash Add(ReadOnlySpan<double> values)
    {
        var hash = Add(values.Length);
        foreach (var value in values)
            hash = hash.Add(value);
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{High:x16}{Low:x16}";

    private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));
}
