namespace SparseDnn.Numerics;

/// <summary>Binary64 bounds of exact numbers.</summary>
internal static class DyadicRounding
{
    /// <summary>The least binary64 number that is not below a value; +∞ where none is finite.</summary>
    public static double Up(Dyadic value)
    {
        var nearest = value.ToDouble();
        return Dyadic.FromDouble(nearest) >= value ? nearest : Binary64Bits.NextUp(nearest);
    }

    /// <summary>The greatest binary64 number that is not above a value; −∞ where none is finite.</summary>
    public static double Down(Dyadic value) => -Up(-value);
}
