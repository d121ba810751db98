using System;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Rounding;

/// <summary>What one layer does to one item, in exact arithmetic.</summary>
/// <remarks>Kept once a class of equal neurons; the lists of all neurons are made when asked for. Equality contract: reference.</remarks>
internal sealed class LayerTrace
{
    private readonly Lazy<TermSummary[]> _terms;
    private EquatableArray<Dyadic>? _inputs,
        _sums,
        _biased,
        _outputs,
        _carried;
    private (StorageFormat Format, NeuronCertificate[] Certificates)? _certificates;

    internal LayerTrace(LayerClasses classes, LayerValues values, Func<TermSummary[]> terms, CancellationToken token)
    {
        Token = token;
        Classes = classes;
        Values = values;
        _terms = new(terms);
    }

    /// <summary>The layer.</summary>
    public DyadicLayer Layer => Classes.Layer;

    /// <summary>Its inputs.</summary>
    public EquatableArray<Dyadic> Inputs => _inputs ??= new(Classes.InputsOf(Values.Inputs));

    /// <summary>Sums of the weighted inputs, before the bias.</summary>
    public EquatableArray<Dyadic> Sums => _sums ??= new(Classes.NeuronsOf(Values.Sums));

    /// <summary>Sums with the bias where it is added: the z whose kinks matter.</summary>
    public EquatableArray<Dyadic> Biased => _biased ??= new(Classes.NeuronsOf(Values.Biased));

    /// <summary>After activation and ceiling, exact.</summary>
    public EquatableArray<Dyadic> Outputs => _outputs ??= new(Classes.NeuronsOf(Values.Outputs));

    /// <summary>What the next layer takes: the exact outputs, or the rounded ones where rounding between layers is declared.</summary>
    public EquatableArray<Dyadic> Carried => _carried ??= new(Classes.NeuronsOf(Values.Carried));

    /// <summary>Stops what follows from the trace as it stops the evaluation.</summary>
    internal CancellationToken Token { get; }

    /// <summary>Which neurons and inputs are alike.</summary>
    internal LayerClasses Classes { get; }

    /// <summary>One value a class.</summary>
    internal LayerValues Values { get; }

    /// <summary>Granularity and Σ|t| of each class.</summary>
    internal TermSummary[] Terms => _terms.Value;

    /// <summary>The biased sum of one neuron.</summary>
    /// <param name="neuron">0-based neuron.</param>
    internal Dyadic BiasedOf(int neuron) => Values.Biased[Classes.ClassOf[neuron]];

    /// <summary>How many neurons have a biased sum of a kind.</summary>
    /// <param name="isCounted">Takes the biased sum.</param>
    internal int CountBiased(Func<Dyadic, bool> isCounted) =>
        Enumerable.Range(0, Classes.Count).Sum(i => isCounted(Values.Biased[i]) ? Classes.Sizes[i] : 0);

    /// <summary>The certificate of each class.</summary>
    /// <param name="format">The accumulator format.</param>
    internal NeuronCertificate[] Certificates(StorageFormat format)
    {
        if (_certificates is { } known && known.Format.Equals(format))
            return known.Certificates;
        var certificates = Array.ConvertAll(
            Terms,
            terms =>
            {
                Token.ThrowIfCancellationRequested();
                return NeuronCertificate.Of(terms, format);
            }
        );
        _certificates = (format, certificates);
        return certificates;
    }
}

/// <summary>One layer's values for one item, one a class.</summary>
/// <param name="Inputs">Of the classes of inputs.</param>
/// <param name="Sums">Before the bias.</param>
/// <param name="Biased">With the bias where it is added.</param>
/// <param name="Outputs">After activation and ceiling.</param>
/// <param name="Carried">What the next layer takes.</param>
internal sealed record LayerValues(Dyadic[] Inputs, Dyadic[] Sums, Dyadic[] Biased, Dyadic[] Outputs, Dyadic[] Carried);
