namespace SparseDnn.Planning;

/// <summary>For which inputs a layer may use the processor's own min and max, because they return the same bits as <see cref="System.Math.Min(double, double)"/> and <see cref="System.Math.Max(double, double)"/>.</summary>
public enum OrderedInputs
{
    /// <summary>For none.</summary>
    Never,

    /// <summary>For inputs without NaN, −0 and negative numbers.</summary>
    NonNegative,

    /// <summary>For inputs without NaN and −0.</summary>
    NoNaN,

    /// <summary>For all.</summary>
    Always,
}
