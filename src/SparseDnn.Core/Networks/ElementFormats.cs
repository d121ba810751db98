using SparseDnn.Numerics;

namespace SparseDnn.Networks;

/// <summary>The number format behind each <see cref="ElementFormat"/>: one row each.</summary>
public static class ElementFormats
{
    private static readonly NumberFormat[] Rows = [NumberFormats.Binary32, NumberFormats.Binary64];

    /// <summary>The number format.</summary>
    /// <param name="format">A defined format.</param>
    public static NumberFormat Of(ElementFormat format) => Rows[(int)format];
}
