using System;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn;

/// <summary>
/// Base of the attributes that declare layers: what happens to the sums. The same objects describe layers at run time, see
/// <see cref="SparseNetwork"/>.
/// </summary>
public abstract class SparseLayersAttribute : Attribute
{
    private double? _bias;
    private double? _ceiling;
    private Activation? _activation;
    private BiasMode? _biasMode;
    private ElementFormat? _format;

    private protected SparseLayersAttribute() { }

    /// <summary>Added to the sums of every neuron; 0 unless given. Rounded once to the network's format.</summary>
    public double Bias
    {
        get => _bias ?? 0;
        set => _bias = value;
    }

    /// <summary>One bias an output neuron, instead of <see cref="Bias"/>.</summary>
    public double[]? Biases { get; set; }

    /// <summary>Whether the bias reaches sums that are zero.</summary>
    public BiasMode BiasMode
    {
        get => _biasMode ?? BiasMode.Dense;
        set => _biasMode = value;
    }

    /// <summary>What follows the bias; ReLU unless said otherwise: One of the select semiring is added, 0 of max-plus.</summary>
    public Activation Activation
    {
        get => _activation ?? Activation.ReLU;
        set => _activation = value;
    }

    /// <summary>Largest output, above 0; none unless given.</summary>
    public double Ceiling
    {
        get => _ceiling ?? double.PositiveInfinity;
        set => _ceiling = value;
    }

    /// <summary>
    /// Whether a select step follows the sums: bias, activation, ceiling. <see cref="SparseDnn.Epilogue.None"/> leaves all of it out.
    /// </summary>
    public Epilogue Epilogue { get; set; }

    /// <summary>
    /// What the layer's weights are stored in: the network's format unless given, or one that is summed in the same elements. Weights are
    /// rounded to it once; bias, sums and outputs keep the network's elements.
    /// </summary>
    public ElementFormat Format
    {
        get => _format ?? default;
        set => _format = value;
    }

    /// <summary>How often the declared layers are repeated one after another; 1 unless given.</summary>
    public int Repeat { get; set; } = 1;

    internal LayersDeclaration ToDeclaration(int index) => Declare(index) with { Format = _format };

    private protected abstract LayersDeclaration Declare(int index);

    private protected EpilogueDeclaration DeclaredEpilogue =>
        new(_bias, Biases is null ? null : new EquatableArray<double>((double[])Biases.Clone()), BiasMode, _activation, _ceiling)
        {
            IsBiasModeGiven = _biasMode is not null,
            Epilogue = Epilogue,
        };
}
