using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>An edge; its weight is rounded to the network's format already.</summary>
internal readonly record struct NaiveEdge(int Input, int Output, double Weight);

/// <summary>A layer as a test means it, independent of the library's model.</summary>
internal sealed class NaiveLayer(int inputs, int outputs, IEnumerable<NaiveEdge> edges, Epilogue epilogue)
{
    public int Inputs { get; } = inputs;

    public int Outputs { get; } = outputs;

    /// <summary>For one neuron after another, inputs ascending: the order of its sum.</summary>
    public NaiveEdge[] Edges { get; } = [.. edges.OrderBy(edge => edge.Output).ThenBy(edge => edge.Input)];

    public Epilogue Epilogue { get; } = epilogue;
}
