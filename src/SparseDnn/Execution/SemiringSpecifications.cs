using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using SparseDnn.Algebra;
using SparseDnn.Kernels;

namespace SparseDnn.Execution;

/// <summary>
/// From a semiring's type to what the stages know of it: the table's row, or the formulas that its generated part carries.
/// </summary>
internal static class SemiringSpecifications
{
    /// <summary>The specification of a semiring in one element type.</summary>
    public static SemiringSpecification Of<TSemiring, T>()
        where TSemiring : struct, ISemiring<TSemiring, T>
        where T : unmanaged
    {
        var (type, assembly) = (typeof(TSemiring).FullName!, typeof(TSemiring).Assembly.GetName().Name!);
        if (KnownSemirings.TryGetByType(type, assembly, out var known))
            return known;
        var format = ElementFormatOf<T>();
        var formula = typeof(TSemiring)
            .GetCustomAttributes<SemiringFormulaAttribute>()
            .FirstOrDefault(attribute => attribute.Format == format)
            ?.Formula;
        var row = ElementFormats.Of(format);
        CarrierValue zero = row.FromBits(Bits(TSemiring.Zero)),
            one = row.FromBits(Bits(TSemiring.One));
        var element = SemiringFormula.Decode(formula) is { } candidate
            ? SemiringElement.Exists(format, candidate)
            : SemiringElement.Opaque(format, zero, one, "The operations are known to the program only.");
        return new SemiringSpecification(typeof(TSemiring).Name, "⊕", "⊗", 0, 1)
        {
            Key = SemiringKey.OfType(type, assembly),
            TypeName = "global::" + type.Replace('+', '.'),
            Elements = new([element]),
        };
    }

    /// <summary>The element format of a type.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static ElementFormat ElementFormatOf<T>() =>
        typeof(T) == typeof(float) ? ElementFormat.Binary32
        : typeof(T) == typeof(double) ? ElementFormat.Binary64
        : typeof(T) == typeof(int) ? ElementFormat.Int32
        : typeof(T) == typeof(long) ? ElementFormat.Int64
        : typeof(T) == typeof(bool) ? ElementFormat.Boolean
        : typeof(T) == typeof(ulong) ? ElementFormat.Word64
        : throw new NotSupportedException($"Networks of {typeof(T).Name} do not exist; use float, double, int, long, bool or ulong.");

    // A value's 64 bits as the stages hold them.
    private static long Bits<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? BitConverter.DoubleToInt64Bits((float)(object)value)
        : typeof(T) == typeof(int) ? (int)(object)value
        : typeof(T) == typeof(bool) ? ((bool)(object)value ? 1 : 0)
        : Unsafe.As<T, long>(ref value);
}
