using System.Linq;
using System.Reflection;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;
using SparseDnn.Elements;

namespace SparseDnn.Semirings;

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
        var format = Element.Format<T>();
        var formula = typeof(TSemiring)
            .GetCustomAttributes<SemiringFormulaAttribute>()
            .FirstOrDefault(attribute => attribute.Format == format)
            ?.Formula;
        var row = NumberTypes.Of(format);
        CarrierValue zero = row.FromBits(Element.ToBits(TSemiring.Zero)),
            one = row.FromBits(Element.ToBits(TSemiring.One));
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
}
