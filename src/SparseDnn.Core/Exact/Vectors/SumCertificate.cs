using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Sums;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Vectors;

/// <summary>The certificate of a layer's real sums without what follows them, for layers whose epilogue is over any semiring.</summary>
internal static class SumCertificate
{
    /// <summary>The certificate over all items; null where an input is infinite.</summary>
    /// <param name="layer">A plus-times layer of real numbers.</param>
    /// <param name="items">Its inputs as bits, at least one item.</param>
    /// <param name="cancellationToken">Checked for every item.</param>
    public static VectorCertificate? Find(Layer layer, IEnumerable<long[]> items, CancellationToken cancellationToken)
    {
        var format = NumberTypes.Of(layer.Elements).Storage;
        var weights = Enumerable.Range(0, layer.Weights.Count).Select(edge => Dyadic.FromDouble(layer.Weights[edge])).ToArray();
        LayerCertificate? all = null;
        foreach (var bits in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inputs = NumberTypes.Of(layer.Elements).ToDyadic(bits);
            if (inputs.Any(input => !input.IsFinite))
                return null;
            var neurons = new NeuronCertificate[layer.Outputs];
            for (int neuron = 0, edge = 0; neuron < neurons.Length; neuron++)
            {
                var terms = default(TermSummary);
                foreach (var input in layer.Edges.Row(neuron))
                    terms = terms.Add(weights[edge++] * inputs[input]);
                neurons[neuron] = NeuronCertificate.Of(terms, format);
            }

            var certificate = new LayerCertificate(new(neurons), null);
            all = all is null ? certificate : all.And(certificate);
        }

        return all is null ? null : VectorCertificate.Of(all);
    }
}
