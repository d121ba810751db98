using System;
using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>What is known of a sum's terms together, term by term.</summary>
internal struct SumTerms(FormatLimits limits)
{
    private int _count;
    private bool _hasNegative;
    private bool _hasPositive;

    /// <summary>Upper bound of Σ|t|.</summary>
    public double Magnitude { get; private set; }

    /// <summary>Lower bound of Σ|t|.</summary>
    public double LeastMagnitude { get; private set; }

    /// <summary>How many terms lie below the least normal number, and are not 0 alone.</summary>
    public int Tiny { get; private set; }

    /// <summary>Whether some term can be below 0.</summary>
    public readonly bool CanBeNegative => _hasNegative;

    // Only the signs.
    private readonly Interval Unknown => new(_hasNegative ? double.NegativeInfinity : 0, _hasPositive ? double.PositiveInfinity : 0);

    /// <summary>One more term, which is returned.</summary>
    public Interval Add(Interval term)
    {
        _count++;
        var magnitude = term.Magnitude;
        Magnitude = OutwardRounding.AddUp(Magnitude, magnitude);
        if (term.Low > 0)
            LeastMagnitude = OutwardRounding.AddDown(LeastMagnitude, term.Low);
        else if (term.High < 0)
            LeastMagnitude = OutwardRounding.AddDown(LeastMagnitude, -term.High);
        if (magnitude < limits.LeastNormal && magnitude > 0)
            Tiny++;
        _hasNegative |= term.Low < 0;
        _hasPositive |= term.High > 0;
        return term;
    }

    /// <summary>How far any implementation's sum may lie from the exact one; infinite where that is not known.</summary>
    /// <remarks>Two roundings more than terms: an input or a sum may be multiplied by a factor of its own.</remarks>
    public readonly double Error()
    {
        var roundings = _count + 2;
        var share = OutwardRounding.MulUp(roundings, limits.UnitRoundoff);
        if (share >= 0.5)
            return double.PositiveInfinity;
        var growth = OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
        var absolute = OutwardRounding.MulUp(roundings, limits.AbsoluteError);
        return OutwardRounding.AddUp(OutwardRounding.MulUp(growth, Magnitude), absolute);
    }

    /// <summary>The exact sum's interval, widened by what rounding can do.</summary>
    public readonly Interval Widened(Interval sum, out bool mayOverflow)
    {
        var error = Error();
        // Beyond the largest number infinities of both signs may meet.
        mayOverflow = !(OutwardRounding.AddUp(Magnitude, error) <= limits.Most);
        if (mayOverflow)
            return Unknown;
        return new Interval(
            Math.Max(OutwardRounding.AddDown(sum.Low, -error), _hasNegative ? double.NegativeInfinity : 0),
            Math.Min(OutwardRounding.AddUp(sum.High, error), _hasPositive ? double.PositiveInfinity : 0)
        );
    }
}
