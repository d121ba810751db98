using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Families;

/// <summary>Finds powers of two for inputs and weights with which the exactness certificate holds, or says why there are none.</summary>
/// <remarks>
/// ReLU networks are homogeneous: inputs times 2^a, weights of layer l times 2^(a_l − a_(l−1)), biases and ceiling times
/// 2^(a_l) give outputs times 2^(a_l). Scaling changes no headroom, but moves numbers into a format's range. The feasible
/// shifts of each layer are an interval, followed forward and chosen backward, nearest to 0.
/// </remarks>
internal static class CertifiedScaling
{
    /// <summary>The solution as fixtures certify it: scaled where it rounds at all.</summary>
    /// <param name="solution">A solution over any semirings; those of other than ReLU networks choose, or add one weight a layer, and
    /// round nothing, so theirs are returned as they are.</param>
    /// <param name="formats">The formats asked for.</param>
    /// <param name="fault">Why there is no scaling; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static ExactSolution? Certify(
        ExactSolution solution,
        FormatTriple formats,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        fault = null;
        return solution.Network.Layers.All(layer => layer.Semirings.IsOrdinary)
            ? Find(solution, formats, out fault, cancellationToken)?.Solution
            : solution;
    }

    /// <summary>Scales a solution.</summary>
    /// <param name="solution">A plus-times solution.</param>
    /// <param name="formats">The formats asked for.</param>
    /// <param name="fault">Why there is no scaling; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static CertifiedSolution? Find(
        ExactSolution solution,
        FormatTriple formats,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        var needs = ScalingNeeds.Of(solution, formats, cancellationToken, out fault);
        if (needs is null)
            return null;
        var feasible = new ShiftWindow[needs.Layers.Length + 1];
        feasible[0] = needs.Inputs;
        for (var l = 0; l < needs.Layers.Length; l++)
        {
            feasible[l + 1] = (feasible[l] + needs.Layers[l].Weights).And(needs.Layers[l].Sums);
            if (!feasible[l + 1].IsEmpty)
                continue;
            fault =
                $"no powers of two bring the weights of layer {l + 1} into the range of {formats.Weights}, its sums into that "
                + $"of {formats.Accumulator} and its inputs and outputs into that of {formats.Activations} at once; use wider "
                + "formats";
            return null;
        }

        var shifts = new int[feasible.Length];
        shifts[shifts.Length - 1] = feasible[shifts.Length - 1].Preferred;
        for (var l = needs.Layers.Length - 1; l >= 0; l--)
            shifts[l] = feasible[l].And(shifts[l + 1] - needs.Layers[l].Weights).Preferred;
        return Scale(solution, formats, shifts, cancellationToken, out fault);
    }

    private static CertifiedSolution? Scale(
        ExactSolution solution,
        FormatTriple formats,
        int[] shifts,
        CancellationToken cancellationToken,
        out string? fault
    )
    {
        var layers = solution.Network.Layers.Select(
            (layer, l) =>
                layer with
                {
                    Weights = layer.Weights.Select(weight => weight.ScaleByPowerOfTwo(shifts[l + 1] - shifts[l])),
                    Biases = layer.Biases.Select(bias => bias.ScaleByPowerOfTwo(shifts[l + 1])),
                    Ceiling = layer.Ceiling?.ScaleByPowerOfTwo(shifts[l + 1]),
                }
        );
        var items = solution.Items.Select(item =>
            item with
            {
                Inputs = Scaled(item.Inputs, shifts[0]),
                Outputs = Scaled(item.Outputs, shifts[shifts.Length - 1]),
            }
        );
        var scaled = solution with { Network = solution.Network with { Layers = new(layers) }, Items = new(items) };
        var rounded = NetworkRounding.Round(scaled.Network, formats, out fault, cancellationToken);
        if (rounded is null)
            return null;
        var certificate = ExactnessCertificate.ForItems(rounded, scaled.Items.Select(item => item.Inputs), false, cancellationToken);
        fault = certificate.Obstacle;
        return fault is null ? new(scaled, rounded, certificate, shifts[0], new(shifts.Skip(1))) : null;
    }

    private static EquatableArray<Dyadic> Scaled(IReadOnlyList<Dyadic> values, int shift) =>
        new(values.Select(value => value.ScaleByPowerOfTwo(shift)));
}

/// <summary>A solution multiplied by powers of two so that formats hold all of it exactly.</summary>
/// <param name="Solution">Scaled network, inputs and outputs.</param>
/// <param name="Network">The same network with its formats; rounding changed nothing.</param>
/// <param name="Certificate">Certified, for the solution's items.</param>
/// <param name="InputShift">Inputs were multiplied by 2^shift.</param>
/// <param name="OutputShifts">The outputs of each layer, and its biases and ceiling, were multiplied by 2^shift.</param>
internal sealed record CertifiedSolution(
    ExactSolution Solution,
    RoundedNetwork Network,
    ExactnessCertificate Certificate,
    int InputShift,
    EquatableArray<int> OutputShifts
);
