using System.Diagnostics.CodeAnalysis;
using System.Linq;
using SparseDnn.Primitives;

namespace SparseDnn.Numerics;

/// <summary>The number formats, one row each.</summary>
/// <remarks>
/// Sources: IEEE 754-2019 table 3.5 (binary16, binary32, binary64); NVIDIA A100 whitepaper (TF32); the truncated
/// binary32 known as bfloat16; OCP 8-bit Floating Point Specification 1.0 (E4M3, E5M2).
/// </remarks>
public static class NumberFormats
{
    /// <summary>IEEE 754 binary64: <see cref="double"/>.</summary>
    public static NumberFormat Binary64 { get; } = new("binary64", exponentBits: 11, mantissaBits: 52, bitWidth: 64, hasInfinity: true);

    /// <summary>IEEE 754 binary32: <see cref="float"/>.</summary>
    public static NumberFormat Binary32 { get; } = new("binary32", exponentBits: 8, mantissaBits: 23, bitWidth: 32, hasInfinity: true);

    /// <summary>TF32: the exponent of binary32 with the significand of binary16, in 32 bits whose low 13 are 0.</summary>
    public static NumberFormat TF32 { get; } = new("tf32", exponentBits: 8, mantissaBits: 10, bitWidth: 32, hasInfinity: true);

    /// <summary>IEEE 754 binary16: Half.</summary>
    public static NumberFormat Binary16 { get; } = new("binary16", exponentBits: 5, mantissaBits: 10, bitWidth: 16, hasInfinity: true);

    /// <summary>bfloat16: the upper half of binary32.</summary>
    public static NumberFormat BFloat16 { get; } = new("bfloat16", exponentBits: 8, mantissaBits: 7, bitWidth: 16, hasInfinity: true);

    /// <summary>OCP FP8 E4M3: no infinity, largest finite number 448, NaN is all ones.</summary>
    public static NumberFormat E4M3 { get; } = new("e4m3", exponentBits: 4, mantissaBits: 3, bitWidth: 8, hasInfinity: false);

    /// <summary>OCP FP8 E5M2: with infinities, largest finite number 57344.</summary>
    public static NumberFormat E5M2 { get; } = new("e5m2", exponentBits: 5, mantissaBits: 2, bitWidth: 8, hasInfinity: true);

    /// <summary>All formats, widest precision first.</summary>
    public static EquatableArray<NumberFormat> All { get; } = new([Binary64, Binary32, TF32, Binary16, BFloat16, E4M3, E5M2]);

    /// <summary>Finds a format by its name.</summary>
    /// <param name="name">The name in lower case, for example <c>binary32</c>.</param>
    /// <param name="format">The format; null on failure.</param>
    public static bool TryGet(string? name, [NotNullWhen(true)] out NumberFormat? format)
    {
        format = All.FirstOrDefault(candidate => candidate.Name == name);
        return format is not null;
    }
}
