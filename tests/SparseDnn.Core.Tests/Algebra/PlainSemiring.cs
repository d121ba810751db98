using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using Xunit;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>A candidate written as C# functions: judges counter-examples without any code of the checker.</summary>
internal sealed class PlainSemiring<T>(
    Func<T, T, T> add,
    Func<T, T, T> multiply,
    T zero,
    T one,
    Func<CarrierValue, T> read,
    Func<T, bool> isInCarrier
)
{
    public void Confirm(LawResult.Broken broken)
    {
        var values = broken.Counterexample.Values.Select(read).ToArray();
        Assert.Equal(broken.Law.Arity, values.Length);
        Assert.All(values, value => Assert.True(isInCarrier(value), $"{value} lies outside the carrier."));
        T a = values.ElementAtOrDefault(0)!,
            b = values.ElementAtOrDefault(1)!,
            c = values.ElementAtOrDefault(2)!;
        var (left, right) = Sides(broken.Law.Kind, a, b, c);
        Assert.Equal(left, read(broken.Counterexample.Left));
        if (broken.Law.Kind is LawKind.ZeroInCarrier or LawKind.OneInCarrier or LawKind.AddClosed or LawKind.MultiplyClosed)
        {
            Assert.False(isInCarrier(left));
            Assert.Null(broken.Counterexample.Right);
            return;
        }
        Assert.Equal(right, read(broken.Counterexample.Right!.Value));
        Assert.NotEqual(left, right, EqualityComparer<T>.Default);
    }

    private (T Left, T Right) Sides(LawKind law, T a, T b, T c) =>
        law switch
        {
            LawKind.ZeroInCarrier => (zero, zero),
            LawKind.OneInCarrier => (one, one),
            LawKind.AddClosed => (add(a, b), zero),
            LawKind.MultiplyClosed => (multiply(a, b), zero),
            LawKind.AddAssociative => (add(add(a, b), c), add(a, add(b, c))),
            LawKind.AddCommutative => (add(a, b), add(b, a)),
            LawKind.ZeroLeftIdentity => (add(zero, a), a),
            LawKind.ZeroRightIdentity => (add(a, zero), a),
            LawKind.MultiplyAssociative => (multiply(multiply(a, b), c), multiply(a, multiply(b, c))),
            LawKind.OneLeftIdentity => (multiply(one, a), a),
            LawKind.OneRightIdentity => (multiply(a, one), a),
            LawKind.LeftDistributive => (multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))),
            LawKind.RightDistributive => (multiply(add(a, b), c), add(multiply(a, c), multiply(b, c))),
            LawKind.LeftAnnihilation => (multiply(zero, a), zero),
            LawKind.RightAnnihilation => (multiply(a, zero), zero),
            _ => throw new ArgumentOutOfRangeException(nameof(law)),
        };
}
