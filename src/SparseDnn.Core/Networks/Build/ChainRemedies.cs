using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>Mechanical ways to make a layer fit what is before it.</summary>
internal static class ChainRemedies
{
    /// <summary>The sizes that would fit.</summary>
    /// <param name="declaration">The network.</param>
    /// <param name="previous">The layer before; null where the network's inputs are.</param>
    /// <param name="next">The layer that does not fit.</param>
    /// <param name="width">How many outputs the layer before has.</param>
    public static EquatableArray<ProblemRemedy> Of(NetworkDeclaration declaration, RawLayer? previous, RawLayer next, int width)
    {
        var remedies = new List<ProblemRemedy?>();
        if (previous is null && declaration.Inputs is not null)
            remedies.Add(Remedies.Set(new NetworkPlace("Inputs"), next.Inputs));
        if (previous is not null && (previous.Source.Repeat == 1 || previous.Source == next.Source))
            remedies.Add(previous.Source.WithOutputs(next.Inputs));
        if (previous?.Source != next.Source)
            remedies.Add(next.Source.WithInputs(width));
        return new(remedies.OfType<ProblemRemedy>().ToArray());
    }
}
