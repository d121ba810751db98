using System;

namespace SparseDnn.Numerics;

public readonly partial struct Dyadic
{
    /// <summary>Whether two numbers are equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Dyadic left, Dyadic right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Dyadic left, Dyadic right) => !left.Equals(right);

    /// <summary>Whether the left number is less.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(Dyadic left, Dyadic right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is less or equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(Dyadic left, Dyadic right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is greater.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(Dyadic left, Dyadic right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is greater or equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(Dyadic left, Dyadic right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Dyadic other)
    {
        if (Sign != other.Sign)
            return Sign.CompareTo(other.Sign);
        if (_exponent == other._exponent)
            return _mantissa.CompareTo(other._mantissa);
        if (!IsFinite)
            return Sign;
        if (!other.IsFinite)
            return -Sign;
        // The magnitudes' sizes first, so that no alignment is longer than a mantissa.
        var size = ((long)BitLength + _exponent).CompareTo((long)other.BitLength + other._exponent);
        if (size != 0)
            return size * Sign;
        return _exponent > other._exponent
            ? (_mantissa << (_exponent - other._exponent)).CompareTo(other._mantissa)
            : _mantissa.CompareTo(other._mantissa << (other._exponent - _exponent));
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) =>
        obj switch
        {
            null => 1,
            Dyadic other => CompareTo(other),
            _ => throw new ArgumentException("Not a dyadic number.", nameof(obj)),
        };

    /// <inheritdoc/>
    public bool Equals(Dyadic other) => _exponent == other._exponent && _mantissa.Equals(other._mantissa);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Dyadic other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_mantissa.GetHashCode() * 397) ^ _exponent);
}
