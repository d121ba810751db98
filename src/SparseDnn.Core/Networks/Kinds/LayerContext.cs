using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>What declared groups become layers with: files, limits of the whole network, and a place for problems.</summary>
/// <param name="elements">Reads numbers in the network's format.</param>
/// <param name="files">Finds and reads the files that it names.</param>
/// <param name="maxEdges">Most edges to accept, all layers together.</param>
/// <param name="problems">Where problems go; they are collected, never thrown.</param>
/// <param name="cancellationToken">Checked for every layer and within large ones.</param>
internal sealed class LayerContext(
    ElementValues elements,
    IInputFiles files,
    long maxEdges,
    List<Problem> problems,
    CancellationToken cancellationToken
)
{
    /// <summary>Largest number of neurons on one side of a layer.</summary>
    public const int MaxNeurons = RadixNet.MaxNeurons;

    /// <summary>Most layers of a network, lest a mistyped Repeat of a layer without edges take all memory.</summary>
    public const int MaxLayers = 1 << 16;

    private long _edges;
    private long _layers;

    /// <summary>Reads numbers in the network's format.</summary>
    public ElementValues Elements { get; } = elements;

    /// <summary>Checked for every layer and within large ones.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The files that declarations name.</summary>
    public IInputFiles Files { get; } = files;

    /// <summary>The number of inputs that a layer before it gives; where there is none, a problem is added.</summary>
    public int? Width(LayersDeclaration group, int? width)
    {
        if (width is null)
            Fail(
                ProblemKinds.InvalidSize,
                new NetworkPlace(),
                "Inputs",
                "not given",
                $"{group.Label} needs to know it: write [SparseNetwork(Inputs = …)]"
            );
        return width;
    }

    /// <summary>Whether a repeated layer fits itself; otherwise a problem is added.</summary>
    public bool SquareWhereRepeated(LayersDeclaration group, int inputs, int outputs)
    {
        if (group.Repeat == 1 || inputs == outputs)
            return true;
        FailWith(
            [Remedies.Set(group.At("Outputs"), inputs)],
            ProblemKinds.LayersDoNotChain,
            group.At("Repeat"),
            $"The second {group.Label}",
            inputs,
            "the first",
            outputs
        );
        return false;
    }

    /// <summary>Whether a number of neurons is usable; otherwise a problem is added.</summary>
    public bool Size(LayersDeclaration group, string argument, int value)
    {
        if (value is >= 1 and <= MaxNeurons)
            return true;
        Fail(ProblemKinds.InvalidSize, group.At(argument), argument, value, $"it is 1 to {MaxNeurons}");
        return false;
    }

    /// <summary>Whether a number is not negative; otherwise a problem is added.</summary>
    public bool NotNegative(LayersDeclaration group, string argument, int value)
    {
        if (value >= 0)
            return true;
        Fail(ProblemKinds.InvalidSize, group.At(argument), argument, value, "it is not negative");
        return false;
    }

    /// <summary>Whether a number is finite; otherwise a problem is added.</summary>
    public bool Usable(LayersDeclaration group, string argument, double value)
    {
        if (!double.IsNaN(value) && !double.IsInfinity(value))
            return true;
        Fail(ProblemKinds.InvalidNumber, group.At(argument), argument, value, "write a finite number");
        return false;
    }

    /// <summary>Whether the network may grow by a group; otherwise a problem is added.</summary>
    /// <param name="group">The group.</param>
    /// <param name="edges">Edges of one repeat.</param>
    /// <param name="layers">Layers of one repeat.</param>
    public bool Charge(LayersDeclaration group, long edges, int layers = 1)
    {
        // Dividing instead of multiplying keeps a huge Repeat from overflowing.
        if (layers > (MaxLayers - _layers) / group.Repeat)
        {
            Fail(
                ProblemKinds.InvalidSize,
                group.At(group.Repeat > 1 ? "Repeat" : null),
                $"The number of layers up to {group.Label}",
                $"more than {MaxLayers}",
                "repeat fewer layers"
            );
            return false;
        }

        if (edges > (maxEdges - _edges) / group.Repeat || edges > (long)InputLimits.MaxEntries * layers)
        {
            var most = Math.Min(maxEdges, InputLimits.MaxEntries);
            Fail(
                ProblemKinds.InvalidSize,
                group.At(null),
                $"The number of edges up to {group.Label}",
                $"more than {most}",
                "use fewer or smaller layers, or load the network at run time with SparseNetwork.Load"
            );
            return false;
        }

        _layers += (long)layers * group.Repeat;
        _edges += edges * group.Repeat;
        return true;
    }

    /// <summary>Adds a problem.</summary>
    /// <returns>No layers.</returns>
    public IReadOnlyList<RawLayer>? Fail(ProblemKind kind, ProblemPlace place, params object[] arguments) =>
        FailWith([], kind, place, arguments);

    /// <summary>Adds a problem with mechanical ways out, of which null ones are left out.</summary>
    /// <returns>No layers.</returns>
    public IReadOnlyList<RawLayer>? FailWith(ProblemRemedy?[] remedies, ProblemKind kind, ProblemPlace place, params object[] arguments)
    {
        problems.Add(Problem.Create(kind, place, arguments) with { Remedies = new(remedies.OfType<ProblemRemedy>().ToArray()) });
        return null;
    }

    /// <summary>Adds a problem that was found elsewhere.</summary>
    public void Add(Problem problem) => problems.Add(problem);

    /// <summary>A layer whose shape is as declared.</summary>
    /// <param name="group">The group that it belongs to.</param>
    /// <param name="pattern">Its edges.</param>
    /// <param name="values">One weight an edge; null for One.</param>
    public RawLayer Layer(LayersDeclaration group, CsrPattern pattern, DecimalValues? values)
    {
        var layer = new RawLayer(group, group.Label, pattern, values, shapeIsFixed: true);
        layer.DropZeros(Elements, CancellationToken);
        return layer;
    }
}
