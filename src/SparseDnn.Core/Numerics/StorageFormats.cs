using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Numerics;

/// <summary>
/// The storage formats: one row a floating-point format, one a fixed-point width, two for bits, one for integers of 64 bits.
/// </summary>
public static class StorageFormats
{
    /// <summary>Scales beyond it would leave the range of everything else.</summary>
    public const int MaxScale = 1000;

    private static readonly (string Name, int BitWidth, StorageNames Names)[] FixedPointRows =
    [
        ("int8", 8, new("|i1", "SByte", "sbyte", false, "sbyte", "i8", "s8")),
        ("int16", 16, new("<i2", "Int16", "short", false, "short", "i16", "s16")),
        ("int32", 32, new("<i4", "Int32", "int", false, "int", "i32", "s32")),
    ];

    /// <summary>The floating-point formats, widest precision first.</summary>
    public static IReadOnlyList<StorageFormat> FloatingPoint { get; } =
    [
        new FloatingStorage(NumberFormats.Binary64, new("<f8", "Double", "double", false, "double", "float64", "fp64", "f64", "real64")),
        new FloatingStorage(
            NumberFormats.Binary32,
            new("<f4", "Single", "float", false, "float", "single", "float32", "fp32", "f32", "real32")
        ),
        new FloatingStorage(NumberFormats.TF32, new("<u4", "Single", "float", false, "tensorfloat32")),
        new FloatingStorage(
            NumberFormats.Binary16,
            new("<f2", "Half", "global::System.Half", false, "half", "float16", "fp16", "f16", "real16")
        ),
        new FloatingStorage(NumberFormats.BFloat16, new("<u2", "UInt16", "ushort", true, "bf16", "brainfloat16")),
        new FloatingStorage(
            NumberFormats.E4M3,
            new("|u1", "Byte", "byte", true, "fp8", "fp8e4m3", "float8e4m3", "float8e4m3fn", "e4m3fn", "f8e4m3")
        ),
        new FloatingStorage(NumberFormats.E5M2, new("|u1", "Byte", "byte", true, "fp8e5m2", "float8e5m2", "f8e5m2")),
    ];

    /// <summary>IEEE 754 binary64.</summary>
    public static StorageFormat Binary64 { get; } = Of(NumberFormats.Binary64);

    /// <summary>IEEE 754 binary32.</summary>
    public static StorageFormat Binary32 { get; } = Of(NumberFormats.Binary32);

    /// <summary>Truth values: 0 and 1.</summary>
    public static StorageFormat Boolean { get; } = new BitsStorage("bool", 1, new("|u1", "Boolean", "bool", false, "boolean"));

    /// <summary>Words of 64 bits as unsigned integers.</summary>
    public static StorageFormat Word64 { get; } =
        new BitsStorage("word64", 64, new("<u8", "UInt64", "ulong", false, "ulong", "uint64", "u64"));

    /// <summary>64-bit integers without a scale: what networks over integers store. The exchange format has no such type.</summary>
    public static StorageFormat Int64 { get; } = new FixedPointStorage("int64", 64, new("<i8", "Int64", "long", false), null);

    /// <summary>The floating-point format as storage.</summary>
    /// <param name="format">A row of <see cref="NumberFormats"/>.</param>
    public static StorageFormat Of(NumberFormat format) => FloatingPoint.First(row => row.Name == format.Name);

    /// <summary>8-bit fixed point.</summary>
    /// <param name="scale">The s of value = integer·2^−s, −1000 to 1000.</param>
    public static StorageFormat Int8(int scale) => FixedPoint(0, scale);

    /// <summary>16-bit fixed point.</summary>
    /// <param name="scale">The s of value = integer·2^−s, −1000 to 1000.</param>
    public static StorageFormat Int16(int scale) => FixedPoint(1, scale);

    /// <summary>32-bit fixed point.</summary>
    /// <param name="scale">The s of value = integer·2^−s, −1000 to 1000.</param>
    public static StorageFormat Int32(int scale) => FixedPoint(2, scale);

    /// <summary>Finds a format by its full name, <see cref="Int64"/> included.</summary>
    /// <param name="name">For example <c>binary16</c> or <c>int8:4</c>; an integer without scale has the scale 0.</param>
    /// <param name="format">The format; null on failure.</param>
    public static bool TryParse(string? name, [NotNullWhen(true)] out StorageFormat? format)
    {
        format = Unscaled.Append(Int64).FirstOrDefault(row => row.Name == name);
        if (format is not null || name is null)
            return format is not null;
        var colon = name.IndexOf(':');
        var scale = 0;
        if (
            colon >= 0
            && !(
                int.TryParse(name.Substring(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out scale)
                && !name.EndsWith("\0", System.StringComparison.Ordinal)
            )
        )
            return false;
        return TryGet(colon < 0 ? name : name.Substring(0, colon), scale, out format);
    }

    /// <summary>Finds a format of the exchange format by its base name and scale.</summary>
    /// <param name="baseName">For example <c>binary16</c> or <c>int8</c>.</param>
    /// <param name="scale">The scale; null for none, which is 0 for fixed point and must be null for floating point.</param>
    /// <param name="format">The format; null on failure.</param>
    public static bool TryGet(string? baseName, int? scale, [NotNullWhen(true)] out StorageFormat? format)
    {
        format = scale is null ? Unscaled.FirstOrDefault(candidate => candidate.Name == baseName) : null;
        var row = System.Array.FindIndex(FixedPointRows, candidate => candidate.Name == baseName);
        if (row >= 0 && (scale ?? 0) is >= -MaxScale and <= MaxScale)
            format = FixedPoint(row, scale ?? 0);
        return format is not null;
    }

    /// <summary>All formats, fixed point with the scale 0.</summary>
    public static IReadOnlyList<StorageFormat> All { get; } =
    [.. FloatingPoint, .. FixedPointRows.Select((_, row) => FixedPoint(row, 0)), Int64, Boolean, Word64];

    /// <summary>All base names that the exchange format knows.</summary>
    public static IEnumerable<string> BaseNames => Unscaled.Select(row => row.Name).Concat(FixedPointRows.Select(row => row.Name));

    private static IEnumerable<StorageFormat> Unscaled => FloatingPoint.Concat([Boolean, Word64]);

    /// <summary>The name that a format has here, by a name that it has elsewhere.</summary>
    /// <param name="name">A name of C#, of a library or of a paper, in any case: "Half", "fp16", "bf16".</param>
    /// <returns>Null where none is meant.</returns>
    public static string? UsualName(string name)
    {
        var plain = name.Trim().ToLowerInvariant().Replace("_", "").Replace("-", "");
        return BaseNames.FirstOrDefault(known => known == plain)
            ?? All.FirstOrDefault(row => !row.Equals(Int64) && row.IsCalled(plain))?.BaseName;
    }

    private static FixedPointStorage FixedPoint(int row, int scale)
    {
        if (scale is < -MaxScale or > MaxScale)
            throw new System.ArgumentOutOfRangeException(nameof(scale), scale, "Scales lie between -1000 and 1000.");
        var (name, bits, names) = FixedPointRows[row];
        return new FixedPointStorage(name, bits, names, scale);
    }
}
