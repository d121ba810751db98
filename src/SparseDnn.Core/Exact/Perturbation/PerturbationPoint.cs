using System;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Perturbation;

/// <summary>An ε at which every perturbed number is a value of its format.</summary>
/// <param name="Epsilon">ε.</param>
/// <param name="Place">Where it lies.</param>
internal sealed record PerturbationPoint(Dyadic Epsilon, PerturbationPlace Place)
{
    private const int LongestFraction = 24;

    /// <summary>For example <c>perturbation: ε = 3/8 (just inside)</c>.</summary>
    public string Label
    {
        get
        {
            var fraction = RationalText.Of(new Rational(Epsilon));
            var number =
                fraction.Length <= LongestFraction ? fraction : FormattableString.Invariant($"{Epsilon.Mantissa}*2^{Epsilon.Exponent}");
            return $"{InputKind.Perturbation}: ε = {number} ({Words(Place)})";
        }
    }

    private static string Words(PerturbationPlace place) =>
        place switch
        {
            PerturbationPlace.Inside => "inside",
            PerturbationPlace.JustInside => "just inside",
            PerturbationPlace.End => "at the end",
            _ => "just outside",
        };
}

/// <summary>Where an ε lies, seen from the interval of a <see cref="PerturbationModel"/>.</summary>
internal enum PerturbationPlace
{
    /// <summary>About the middle of one side.</summary>
    Inside,

    /// <summary>As near to an end as the formats allow, within.</summary>
    JustInside,

    /// <summary>At an end, where a neuron sits on a kink.</summary>
    End,

    /// <summary>As near to an end as the formats allow, beyond it.</summary>
    JustOutside,
}
