using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>The conditions on carriers that facts are stated with; of well-formed carriers without NaN.</summary>
internal static class CarrierConditions
{
    extension(Carrier carrier)
    {
        public bool IsInteger() => CarrierArithmetics.Of(carrier.Kind).ValueKind is CarrierValueKind.Integer or CarrierValueKind.Word;

        public bool IsModular() => carrier.Kind is CarrierKind.WrappingInt32 or CarrierKind.WrappingInt64 or CarrierKind.Word64;

        public bool IsSaturating() => carrier.Kind is CarrierKind.SaturatingInt32 or CarrierKind.SaturatingInt64;

        /// <summary>Saturating integers without negative ones: the natural numbers with everything from the greatest up made one.</summary>
        public bool IsTruncated() => carrier.IsSaturating() && carrier.IsAtLeast(0);

        public bool HasBits() => carrier.Kind != CarrierKind.Real;

        public bool IsWhole() => carrier == Carrier.Whole(carrier.Kind);

        public bool IsFiniteReal() => carrier.Kind == CarrierKind.Real && !carrier.HasNegativeInfinity && !carrier.HasPositiveInfinity;

        /// <summary>Reals above 0, perhaps with +∞.</summary>
        public bool IsPositive() => carrier.Kind == CarrierKind.Real && carrier.IsAtLeast(0) && !carrier.Contains(CarrierValue.Number(0));

        /// <summary>Reals without ∞ − ∞.</summary>
        public bool HasDefinedSums() => carrier.Kind == CarrierKind.Real && !(carrier.HasNegativeInfinity && carrier.HasPositiveInfinity);

        /// <summary>Reals without 0·∞.</summary>
        public bool HasDefinedProducts() => carrier.IsFiniteReal() || carrier.IsPositive();

        public bool HasNoLeast() => carrier.Min.Equals(CarrierValue.NegativeInfinity);

        public bool HasNoGreatest() => carrier.Max.Equals(CarrierValue.PositiveInfinity);

        public bool ReachesGreatest() => carrier.Max.Equals(CarrierArithmetics.Of(carrier.Kind).Greatest);

        /// <summary>Whether the lower end is 0, in the carrier or not.</summary>
        public bool StartsAtZero() => carrier.IsNumber(carrier.Min, 0);

        public bool IsAtLeast(int number) => carrier.TryNumber(number, out var value) && carrier.Min.Compare(value) >= 0;

        public bool IsAtMost(int number) => carrier.TryNumber(number, out var value) && carrier.Max.Compare(value) <= 0;

        public bool IsLowerBound(CarrierValue value) => value.Kind == carrier.Min.Kind && value.Compare(carrier.Min) <= 0;

        public bool IsUpperBound(CarrierValue value) => value.Kind == carrier.Max.Kind && value.Compare(carrier.Max) >= 0;

        public bool IsNumber(CarrierValue value, int number) => carrier.TryNumber(number, out var expected) && value.Equals(expected);

        public bool IsAllZeros(CarrierValue value) =>
            carrier.Kind == CarrierKind.Boolean ? value.Equals(CarrierValue.Boolean(false)) : carrier.IsNumber(value, 0);

        public bool IsAllOnes(CarrierValue value) =>
            carrier.Kind == CarrierKind.Boolean ? value.Equals(CarrierValue.Boolean(true)) : carrier.IsNumber(value, -1);

        private bool TryNumber(int number, out CarrierValue value)
        {
            value = CarrierArithmetics.Of(carrier.Kind).Convert(number);
            return value.IsKnown;
        }
    }
}
