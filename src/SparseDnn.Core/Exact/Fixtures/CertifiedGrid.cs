using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Values of few bits that exactness certificates allow: multiples of (Top − Bottom)·2^−Bits in [Bottom, Top].</summary>
/// <param name="Bits">Most bits of a value.</param>
/// <param name="Bottom">−<paramref name="Top"/>, or 0 where the range does not reach below 0.</param>
/// <param name="Top">A power of two within the range.</param>
internal sealed record CertifiedGrid(int Bits, Dyadic Bottom, Dyadic Top)
{
    private const int Probes = 4;
    private static readonly int[] BitSteps = [12, 8, 5, 3, 2, 1];
    private static readonly int[] Shifts = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24];

    /// <summary>
    /// The grid with the most bits, then the largest values, of which all probes are certified; else the one of which most are.
    /// </summary>
    /// <param name="pool">Draws the probes and judges them.</param>
    /// <param name="options">The range.</param>
    public static CertifiedGrid Find(InputPool pool, InputSetOptions options)
    {
        CertifiedGrid? best = null;
        var most = -1;
        foreach (var bits in BitSteps.Where(bits => bits <= pool.Format.Precision || bits == 1))
        {
            foreach (var shift in Shifts)
            {
                var top = Dyadic.One.ScaleByPowerOfTwo(options.High.FloorLog2 - shift);
                if (!pool.Format.IsRepresentable(top.ScaleByPowerOfTwo(1 - bits)))
                    break;
                var grid = new CertifiedGrid(bits, options.Low.Sign < 0 ? -top : Dyadic.Zero, top);
                var held = Enumerable.Range(0, Probes).Count(i => pool.IsCertified(pool.Draw(i, grid)));
                if (held == Probes)
                    return grid;
                if (held > most)
                    (best, most) = (grid, held);
            }
        }

        return best ?? new CertifiedGrid(1, Dyadic.Zero, options.High);
    }

    /// <summary>The values of a range.</summary>
    /// <param name="options">The range.</param>
    public IEnumerable<Dyadic> Values(InputSetOptions options) =>
        Enumerable
            .Range(0, (1 << Bits) + 1)
            .Select(k => Bottom + ((Top - Bottom) * new Dyadic(k, -Bits)))
            .Where(value => value.IsZero || value >= options.Low);
}
