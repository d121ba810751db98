using System.Collections.Generic;

namespace SparseDnn.Algebra.Values;

/// <summary>The arithmetic of every carrier kind, one row each.</summary>
internal static class CarrierArithmetics
{
    public static BooleanArithmetic Boolean { get; } = new();

    private static Dictionary<CarrierKind, CarrierArithmetic> Rows { get; } =
        new()
        {
            [CarrierKind.Real] = new RealArithmetic(),
            [CarrierKind.Boolean] = Boolean,
            [CarrierKind.WrappingInt32] = new IntegerArithmetic(32, saturates: false),
            [CarrierKind.WrappingInt64] = new IntegerArithmetic(64, saturates: false),
            [CarrierKind.SaturatingInt32] = new IntegerArithmetic(32, saturates: true),
            [CarrierKind.SaturatingInt64] = new IntegerArithmetic(64, saturates: true),
            [CarrierKind.Word64] = new WordArithmetic(),
        };

    public static CarrierArithmetic Of(CarrierKind kind) => Rows[kind];
}
