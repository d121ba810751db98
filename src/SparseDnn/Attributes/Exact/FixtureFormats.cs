namespace SparseDnn;

/// <summary>
/// Names of number formats for fixtures. Fixed point may carry a scale, as in <c>"int8:4"</c>: values are integers times 2^−4.
/// </summary>
public static class FixtureFormats
{
    /// <summary>IEEE 754 binary64.</summary>
    public const string Binary64 = "binary64";

    /// <summary>IEEE 754 binary32.</summary>
    public const string Binary32 = "binary32";

    /// <summary>The 19 bits of tensor cores: range of binary32, 11 significant bits.</summary>
    public const string TF32 = "tf32";

    /// <summary>IEEE 754 binary16.</summary>
    public const string Binary16 = "binary16";

    /// <summary>bfloat16: range of binary32, 8 significant bits.</summary>
    public const string BFloat16 = "bfloat16";

    /// <summary>FP8 with 4 exponent bits, without infinities.</summary>
    public const string E4M3 = "e4m3";

    /// <summary>FP8 with 5 exponent bits.</summary>
    public const string E5M2 = "e5m2";

    /// <summary>Integers of 8 bits.</summary>
    public const string Int8 = "int8";

    /// <summary>Integers of 16 bits.</summary>
    public const string Int16 = "int16";

    /// <summary>Integers of 32 bits.</summary>
    public const string Int32 = "int32";

    /// <summary>Integers of 64 bits.</summary>
    public const string Int64 = "int64";

    /// <summary>Truth values.</summary>
    public const string Boolean = "bool";

    /// <summary>Words of 64 bits.</summary>
    public const string Word64 = "word64";
}
