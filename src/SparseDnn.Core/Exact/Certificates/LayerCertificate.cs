using System.Linq;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Certificates;

/// <summary>The exactness of one layer.</summary>
/// <param name="Neurons">One certificate an output neuron.</param>
/// <param name="RoundingObstacle">Why rounding this layer's outputs to the activation format spoils equality; null where it does
/// not.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record LayerCertificate(EquatableArray<NeuronCertificate> Neurons, string? RoundingObstacle)
{
    /// <summary>g: every term of every neuron is a multiple of 2^g.</summary>
    public int Granularity =>
        Neurons.Where(neuron => !neuron.LargestSum.IsZero).Select(neuron => neuron.Granularity).DefaultIfEmpty(0).Min();

    /// <summary>max Σ|t| over items and neurons.</summary>
    public Dyadic LargestSum => Neurons.Select(neuron => neuron.LargestSum).Aggregate(Dyadic.Zero, Dyadic.Max);

    /// <summary>
    /// Least headroom of its neurons. It can exceed p + <see cref="Granularity"/> − log2 <see cref="LargestSum"/>, as those two may come
    /// from different neurons.
    /// </summary>
    public double HeadroomBits => Neurons.Min(neuron => neuron.HeadroomBits);

    /// <summary>Whether all sums are certified and rounding to the activation format spoils nothing.</summary>
    public bool IsCertified => HeadroomBits >= 0 && RoundingObstacle is null;

    /// <summary>What holds for the items of both.</summary>
    /// <param name="other">The same layer's certificate for other items.</param>
    internal LayerCertificate And(LayerCertificate other) =>
        new(new(Neurons.Zip(other.Neurons, (a, b) => a.And(b))), RoundingObstacle ?? other.RoundingObstacle);
}
