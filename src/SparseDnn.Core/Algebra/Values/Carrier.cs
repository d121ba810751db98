using System.Text;

namespace SparseDnn.Algebra.Values;

/// <summary>The set V of a semiring: an interval of one ideal arithmetic.</summary>
/// <param name="Kind">The arithmetic.</param>
/// <param name="Min">Lower end, of the arithmetic's kind; −∞ for reals without one.</param>
/// <param name="Max">Upper end.</param>
/// <param name="IncludesMin">Whether the lower end belongs to the carrier: false for R (Min = −∞), true for R ∪ {−∞}.</param>
/// <param name="IncludesMax">Whether the upper end belongs to the carrier.</param>
/// <param name="IncludesUndefined">Whether NaN is declared a value.</param>
/// <remarks>Equality contract: all members.</remarks>
internal sealed record Carrier(
    CarrierKind Kind,
    CarrierValue Min,
    CarrierValue Max,
    bool IncludesMin,
    bool IncludesMax,
    bool IncludesUndefined = false
)
{
    /// <summary>Whether both ends are values of the arithmetic and at least one value lies between them.</summary>
    public bool IsWellFormed
    {
        get
        {
            var kind = CarrierArithmetics.Of(Kind).ValueKind;
            if (Min.Kind != kind || Max.Kind != kind)
                return false;
            var order = Min.Compare(Max);
            return order < 0 || (order == 0 && IncludesMin && IncludesMax);
        }
    }

    /// <summary>Whether −∞ belongs to the carrier.</summary>
    public bool HasNegativeInfinity => Kind == CarrierKind.Real && IncludesMin && Min.Equals(CarrierValue.NegativeInfinity);

    /// <summary>Whether +∞ belongs to the carrier.</summary>
    public bool HasPositiveInfinity => Kind == CarrierKind.Real && IncludesMax && Max.Equals(CarrierValue.PositiveInfinity);

    /// <summary>R.</summary>
    public static Carrier Reals { get; } = Whole(CarrierKind.Real) with { IncludesMin = false, IncludesMax = false };

    /// <summary>R ∪ {−∞}.</summary>
    public static Carrier RealsAndNegativeInfinity { get; } = Reals with { IncludesMin = true };

    /// <summary>R ∪ {+∞}.</summary>
    public static Carrier RealsAndPositiveInfinity { get; } = Reals with { IncludesMax = true };

    /// <summary>R ∪ {±∞}.</summary>
    public static Carrier ExtendedReals { get; } = Whole(CarrierKind.Real);

    /// <summary>R≥0.</summary>
    public static Carrier NonNegativeReals { get; } = Reals with { Min = CarrierValue.Number(0), IncludesMin = true };

    /// <summary>R&gt;0 ∪ {+∞}.</summary>
    public static Carrier PositiveRealsAndInfinity { get; } = ExtendedReals with { Min = CarrierValue.Number(0), IncludesMin = false };

    /// <summary>Every value that the arithmetic has, both ends included.</summary>
    /// <param name="kind">The arithmetic.</param>
    public static Carrier Whole(CarrierKind kind)
    {
        var arithmetic = CarrierArithmetics.Of(kind);
        return new(kind, arithmetic.Least, arithmetic.Greatest, true, true);
    }

    /// <summary>The closed interval [min, max] of reals, as a user declares it.</summary>
    /// <param name="min">Lower end; −∞ belongs to the carrier if given. NaN puts NaN into it and leaves the end open.</param>
    /// <param name="max">Upper end, likewise.</param>
    /// <param name="largest">Largest finite number of the element type: an end of this size means R without an end, for the ideal carrier
    /// knows no overflow. 0: there is none.</param>
    public static Carrier Closed(double min, double max, double largest = 0)
    {
        var hasMin = !double.IsNaN(min) && (largest <= 0 || min != -largest);
        var hasMax = !double.IsNaN(max) && (largest <= 0 || max != largest);
        return new(
            CarrierKind.Real,
            hasMin ? CarrierValue.Number(min) : CarrierValue.NegativeInfinity,
            hasMax ? CarrierValue.Number(max) : CarrierValue.PositiveInfinity,
            hasMin,
            hasMax,
            double.IsNaN(min) || double.IsNaN(max)
        );
    }

    /// <summary>The closed interval [min, max] of integers.</summary>
    /// <param name="kind">An arithmetic of integers.</param>
    /// <param name="min">Lower end.</param>
    /// <param name="max">Upper end.</param>
    public static Carrier Closed(CarrierKind kind, long min, long max) =>
        new(kind, CarrierArithmetics.Of(kind).Convert(min), CarrierArithmetics.Of(kind).Convert(max), true, true);

    /// <summary>
    /// The carrier that a user who declares none means: every value of integers, booleans and words; of reals R with those infinities that
    /// are identities.
    /// </summary>
    /// <param name="kind">The arithmetic.</param>
    /// <param name="zero">Identity of ⊕.</param>
    /// <param name="one">Identity of ⊗.</param>
    public static Carrier Default(CarrierKind kind, CarrierValue zero, CarrierValue one)
    {
        var whole = Whole(kind);
        return kind != CarrierKind.Real
            ? whole
            : whole with
            {
                IncludesMin = zero.Equals(whole.Min) || one.Equals(whole.Min),
                IncludesMax = zero.Equals(whole.Max) || one.Equals(whole.Max),
            };
    }

    /// <summary>Whether a value belongs to the carrier.</summary>
    /// <param name="value">A known value or Undefined; Undecided does not belong.</param>
    public bool Contains(CarrierValue value)
    {
        if (value.Kind == CarrierValueKind.Undefined)
            return IncludesUndefined;
        if (value.Kind != Min.Kind || value.Kind != Max.Kind)
            return false;
        int low = value.Compare(Min),
            high = value.Compare(Max);
        return (low > 0 || (low == 0 && IncludesMin)) && (high < 0 || (high == 0 && IncludesMax));
    }

    /// <summary>The usual name, such as <c>R ∪ {−∞}</c>, <c>[0, 1]</c>, <c>saturating int in [0, 9]</c>.</summary>
    public override string ToString()
    {
        var whole = Whole(Kind);
        var text = new StringBuilder(KindName(Kind));
        var isUnbounded = Min.Equals(whole.Min) && Max.Equals(whole.Max);
        if (Kind == CarrierKind.Real && isUnbounded)
        {
            text.Append(
                (IncludesMin, IncludesMax) switch
                {
                    (true, true) => " ∪ {±∞}",
                    (true, false) => " ∪ {−∞}",
                    (false, true) => " ∪ {∞}",
                    (false, false) => "",
                }
            );
        }
        else if (!isUnbounded)
        {
            if (Kind == CarrierKind.Real)
                text.Clear();
            else
                text.Append(" in ");
            text.Append(IncludesMin ? '[' : '(').Append(Min).Append(", ").Append(Max).Append(IncludesMax ? ']' : ')');
        }
        return text.Append(IncludesUndefined ? " ∪ {NaN}" : "").ToString();
    }

    private static string KindName(CarrierKind kind) =>
        kind switch
        {
            CarrierKind.Real => "R",
            CarrierKind.Boolean => "bool",
            CarrierKind.WrappingInt32 => "int",
            CarrierKind.WrappingInt64 => "long",
            CarrierKind.SaturatingInt32 => "saturating int",
            CarrierKind.SaturatingInt64 => "saturating long",
            _ => "64-bit words",
        };
}
