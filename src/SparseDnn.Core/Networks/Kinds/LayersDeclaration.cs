using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>One attribute that declares one or several layers. A closed union, one record a kind of <see cref="LayerKinds"/>.</summary>
/// <param name="Attribute">Which of the attributes that declare layers: 1, 2, … in the order they are written.</param>
/// <param name="Epilogue">Bias, activation and ceiling of every layer it declares.</param>
/// <param name="Repeat">How often the group of layers is repeated.</param>
/// <remarks>
/// Whatever a stage asks of a declared layer is an abstract member here, so that no kind is left out of a question.
/// Equality contract: all members by value; holds nothing of the compiler.
/// </remarks>
internal abstract record LayersDeclaration(int Attribute, EpilogueDeclaration Epilogue, int Repeat)
{
    /// <summary>The row of its kind.</summary>
    public abstract LayerKind Kind { get; }

    /// <summary>The attribute as written in source, for messages.</summary>
    public string Label => Kind.Label;

    /// <summary>What its weights are stored in; null for what the network says.</summary>
    public ElementFormat? Format { get; init; }

    /// <summary>Names of the weights files that it reads, expanded and in order; none for a faulty name.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>Whether its number of inputs is that of the layer before, so that it cannot be read without one.</summary>
    internal abstract bool NeedsWidth { get; }

    /// <summary>Whether all its layers have equally many outputs, so that one list of biases can fit them.</summary>
    internal abstract bool HasOneWidth { get; }

    /// <summary>Whether its weights are read as text, in which large whole numbers are exact.</summary>
    internal abstract bool HasText { get; }

    /// <summary>Where the weights are declared.</summary>
    internal abstract DeclarationPlace Weights { get; }

    /// <summary>Where neurons without inputs and unread inputs are shown; null where leaving some out is what the kind is for.</summary>
    internal abstract SidePlaces? Sides { get; }

    /// <summary>The place of an argument.</summary>
    /// <param name="argument">Its name; null for the attribute as a whole.</param>
    public DeclarationPlace At(string? argument) => new LayersPlace(Attribute, argument);

    /// <summary>The layers of all repeats; null where problems were added.</summary>
    /// <param name="context">What a layer is made with.</param>
    /// <param name="width">Number of neurons before it; null where unknown.</param>
    internal IReadOnlyList<RawLayer>? Expand(LayerContext context, int? width)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return Repeat < 1
            ? context.Fail(ProblemKinds.InvalidSize, At("Repeat"), "Repeat", Repeat, "it is at least 1")
            : Layers(context, width);
    }

    /// <summary>How many layers one repeat has.</summary>
    /// <param name="inputs">Number of inputs of the first of them.</param>
    internal abstract int CountLayers(int inputs);

    /// <summary>Where a weight is written, as narrowly as can be said.</summary>
    /// <param name="layer">A layer of this declaration that has weights.</param>
    /// <param name="edge">One of its edges.</param>
    internal abstract ProblemPlace PlaceOf(RawLayer layer, int edge);

    /// <summary>The weights that are written, not drawn.</summary>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Checked for every file.</param>
    internal abstract IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken);

    /// <summary>Weights that are written as 0.</summary>
    /// <param name="files">Finds and reads the files that it names.</param>
    internal abstract IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files);

    /// <summary>What gives its last layer a number of outputs; null where no argument does.</summary>
    /// <param name="outputs">At least 1.</param>
    internal abstract ProblemRemedy? WithOutputs(int outputs);

    /// <summary>What gives its first layer a number of inputs; null where no argument does.</summary>
    /// <param name="inputs">At least 1.</param>
    internal abstract ProblemRemedy? WithInputs(int inputs);

    /// <summary>Everything that it writes.</summary>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Checked for every file.</param>
    internal IEnumerable<WrittenNumbers> WrittenNumbers(IInputFiles files, CancellationToken cancellationToken)
    {
        foreach (var weights in WrittenWeights(files, cancellationToken))
            yield return weights with
            {
                AreWeights = true,
            };
        if (Epilogue.Bias is { } bias)
            yield return Kinds.WrittenNumbers.Of(this, "Bias", bias);
        if (Epilogue.Biases is { } biases)
            yield return new("Biases", this, biases.Count, i => DecimalNumber.Exact(biases[i]), _ => At("Biases"));
        if (Epilogue.Ceiling is { } ceiling && !double.IsInfinity(ceiling))
            yield return Kinds.WrittenNumbers.Of(this, "Ceiling", ceiling);
    }

    private protected abstract IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width);

    private protected IReadOnlyList<RawLayer> Repeated(Func<RawLayer> layer) => Enumerable.Range(0, Repeat).Select(_ => layer()).ToArray();
}
