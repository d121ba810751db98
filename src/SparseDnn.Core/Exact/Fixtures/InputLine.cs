using System.Linq;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Fixtures;

/// <summary>The line between two items, in values of the activation format.</summary>
internal sealed class InputLine
{
    private const int MaxSmallBits = 36; // with the bits of t they stay within 62

    private readonly InputPool _pool;
    private readonly ScaledIntegers _ends;

    public InputLine(InputPool pool, EquatableArray<Dyadic> start, EquatableArray<Dyadic> end)
    {
        (_pool, Start, End) = (pool, start, end);
        _ends = ScaledIntegers.Of(start.Concat(end).ToArray());
    }

    public EquatableArray<Dyadic> Start { get; }

    public EquatableArray<Dyadic> End { get; }

    /// <summary>The nearest item to Start + t·2^−bits·(End − Start).</summary>
    /// <param name="t">0 to 2^bits.</param>
    /// <param name="bits">At most 24.</param>
    public EquatableArray<Dyadic> At(int t, int bits)
    {
        var values = new Dyadic[Start.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (Start[i] == End[i])
                values[i] = Start[i];
            else if (_ends.Small is { } small && _ends.Bits <= MaxSmallBits)
                values[i] = _pool.Round(
                    Dyadic.FromInt64((small[i] << bits) + ((small[values.Length + i] - small[i]) * t), _ends.Exponent - bits)
                );
            else
                values[i] = _pool.Round(Start[i] + ((End[i] - Start[i]) * new Dyadic(t, -bits)));
        }

        return new(values);
    }
}
