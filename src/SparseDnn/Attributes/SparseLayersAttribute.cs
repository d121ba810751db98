using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;

namespace SparseDnn;

/// <summary>
/// Base of the attributes that declare layers: what happens to the sums. The same objects describe layers at run time, see
/// <see cref="SparseNetwork"/>.
/// </summary>
/// <remarks>
/// Attributes are equal that declare the same layers. Properties remember whether they were given by their names, under which the kind of
/// layers asks for them.
/// </remarks>
public abstract class SparseLayersAttribute : Attribute
{
    private readonly Dictionary<string, object?> _given = new(StringComparer.Ordinal);

    private protected SparseLayersAttribute() { }

    /// <summary>Added to the sums of every neuron; 0 unless given. Rounded once to the network's format.</summary>
    public double Bias
    {
        get => Get(0.0);
        set => Set(value);
    }

    /// <summary>One bias an output neuron, instead of <see cref="Bias"/>.</summary>
    public double[]? Biases
    {
        get => Get<double[]?>(null);
        set => Set(value);
    }

    /// <summary>Whether the bias reaches sums that are zero.</summary>
    public BiasMode BiasMode
    {
        get => Get(BiasMode.Dense);
        set => Set(value);
    }

    /// <summary>What follows the bias; ReLU unless said otherwise: One of the select semiring is added, 0 of max-plus.</summary>
    public Activation Activation
    {
        get => Get(Activation.ReLU);
        set => Set(value);
    }

    /// <summary>Largest output, above 0; none unless given.</summary>
    public double Ceiling
    {
        get => Get(double.PositiveInfinity);
        set => Set(value);
    }

    /// <summary>
    /// Whether an epilogue follows the sums: bias, activation, ceiling. <see cref="SparseDnn.Epilogue.None"/> leaves all of it out.
    /// </summary>
    public Epilogue Epilogue
    {
        get => Get(Epilogue.Full);
        set => Set(value);
    }

    /// <summary>
    /// What the layer's weights are stored in: the network's format unless given, or one that is summed in the same elements. Weights are
    /// rounded to it once; bias, sums and outputs keep the network's elements.
    /// </summary>
    public ElementFormat Format
    {
        get => Get(default(ElementFormat));
        set => Set(value);
    }

    /// <summary>How often the declared layers are repeated one after another; 1 unless given.</summary>
    public int Repeat
    {
        get => Get(1);
        set => Set(value);
    }

    /// <summary>The row of the kind of layers that it declares.</summary>
    internal abstract LayerKind Kind { get; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is SparseLayersAttribute other && ToDeclaration(1, []).Equals(other.ToDeclaration(1, []));

    /// <inheritdoc/>
    public override int GetHashCode() => ToDeclaration(1, []).GetHashCode();

    /// <summary>What it declares.</summary>
    /// <param name="position">1, 2, … in the order of the layers.</param>
    /// <param name="problems">Where problems go.</param>
    internal LayersDeclaration ToDeclaration(int position, ICollection<Problem> problems) =>
        Kind.Declare(position, new GivenArguments(_given, new LayersPlace(position), problems));

    /// <summary>The value of a property.</summary>
    /// <param name="absent">Its value where none was given.</param>
    /// <param name="name">Name of the property.</param>
    private protected T Get<T>(T absent, [CallerMemberName] string name = "") =>
        _given.TryGetValue(name, out var value) && value is T given ? given : absent;

    /// <summary>Gives a property its value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">Name of the property.</param>
    private protected void Set<T>(T value, [CallerMemberName] string name = "") => _given[name] = value;
}
