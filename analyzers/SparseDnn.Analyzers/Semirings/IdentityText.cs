using System.Globalization;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Values of carriers as C# writes them.</summary>
internal static class IdentityText
{
    /// <summary>The expression; null where there is none of this type.</summary>
    public static string? Of(CarrierValue value, NumberType row) =>
        value.Kind switch
        {
            CarrierValueKind.Number when value.Equals(CarrierValue.PositiveInfinity) => row.Keyword + ".PositiveInfinity",
            CarrierValueKind.Number when value.Equals(CarrierValue.NegativeInfinity) => row.Keyword + ".NegativeInfinity",
            CarrierValueKind.Number => value.AsNumber.ToDouble().ToString("R", CultureInfo.InvariantCulture)
                + (row.Keyword == "float" && !IsWhole(value) ? "f" : ""),
            CarrierValueKind.Integer => Integer(value.AsInteger, row),
            CarrierValueKind.Word => value.AsWord == ulong.MaxValue
                ? "ulong.MaxValue"
                : value.AsWord.ToString(CultureInfo.InvariantCulture),
            CarrierValueKind.Boolean => value.AsBoolean ? "true" : "false",
            _ => null,
        };

    private static bool IsWhole(CarrierValue value) =>
        value.Equals(CarrierValue.Number(0)) || value.Equals(CarrierValue.Number(1)) || value.Equals(CarrierValue.Number(-1));

    private static string Integer(long value, NumberType row) =>
        (row.Keyword, value) switch
        {
            ("int", int.MaxValue) or ("long", long.MaxValue) => row.Keyword + ".MaxValue",
            ("int", int.MinValue) or ("long", long.MinValue) => row.Keyword + ".MinValue",
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
}
