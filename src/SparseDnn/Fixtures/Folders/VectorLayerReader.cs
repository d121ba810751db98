using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Reads one layer of a manifest and its files.</summary>
internal sealed class VectorLayerReader(VectorFiles files, FormatTriple formats)
{
    public DyadicLayer Layer(ManifestNode node, int? inputs)
    {
        node.Only("weights", "rows", "columns", "bias", "biasMode", "semiring", "activation", "ceiling", "outputs", "certificate");
        var rows = (int)node.Member("rows").Integer(1, InputLimits.MaxNeurons);
        var columns = (int)node.Member("columns").Integer(1, InputLimits.MaxNeurons);
        if (inputs is { } previous && previous != rows)
            throw node.Member("rows").Fault($"is {rows} but the layer before has {previous} columns; make the two equal");
        var semiring = node.Member("semiring").String();
        if (!KnownSemirings.TryGet(semiring, out var known))
            throw node.Member("semiring")
                .Fault($"is '{semiring}'; write one of {string.Join(", ", KnownSemirings.All.Select(row => row.Name))}");
        var matrix = files.Matrix(node.Member("weights"), rows, columns);
        return new DyadicLayer(
            matrix.Edges,
            Weights(node.Member("weights"), matrix),
            node.Optional("bias") is { } bias
                ? DyadicValues.From(files.Vector(bias, formats.Accumulator, columns).ToArray())
                : new DyadicValues(Dyadic.Zero, columns),
            (BiasMode)node.Member("biasMode").Choice(VectorNames.BiasModes),
            (Activation)node.Member("activation").Choice(VectorNames.Activations),
            node.Optional("ceiling") is { } ceiling ? Ceiling(ceiling) : null,
            Oscillation.Over(known)
        );
    }

    public EquatableArray<EquatableArray<Dyadic>>? Outputs(ManifestNode node, DyadicLayer layer, int items, bool isRequired) =>
        OutputsNode(node, isRequired) is { } outputs
            ? files.Numbers(outputs, formats.Activations, items, layer.Outputs, layer.Semirings.IsPlusTimes)
            : null;

    private static ManifestNode? OutputsNode(ManifestNode node, bool isRequired) =>
        isRequired ? node.Member("outputs") : node.Optional("outputs");

    public static VectorCertificate? Certificate(ManifestNode node)
    {
        if (node.Optional("certificate") is not { } certificate)
            return null;
        certificate.Only("granularity", "largestSum", "headroomBits");
        var sum = certificate.Member("largestSum");
        if (!Dyadic.TryParse(sum.String(), out var largest) || largest.Sign < 0 || !largest.IsFinite)
            throw sum.Fault($"is '{sum.String()}'; write an exact decimal or m*2^e, 0 or more");
        return new VectorCertificate(
            (int)certificate.Member("granularity").Integer(-100_000, 100_000),
            largest,
            certificate.Member("headroomBits").Number()
        );
    }

    private DyadicValues Weights(ManifestNode node, WeightMatrix matrix)
    {
        var weights = new Dyadic[matrix.Values.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Dyadic.FromDouble(matrix.Values[i].Nearest);
            // A decimal stands for its nearest binary64 value, which must be a value of the weight format.
            if (!formats.Weights.IsRepresentable(weights[i]))
                throw VectorFiles.Fault(
                    VectorFiles.Name(node),
                    $"entry {i + 1} by column has the value "
                        + $"{matrix.Values[i].Nearest.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}, which is not "
                        + $"a {formats.Weights} value; round it to the format"
                );
        }

        return DyadicValues.From(weights);
    }

    private Dyadic Ceiling(ManifestNode node)
    {
        var text = node.String();
        if (ManifestNode.Decimal(text) is not { } number)
            throw node.Fault($"is '{text}'; write a decimal number");
        var ceiling = Dyadic.FromDouble(number);
        return formats.Accumulator.IsRepresentable(ceiling) && ceiling.Sign > 0
            ? ceiling
            : throw node.Fault($"is {text}; write a {formats.Accumulator} value above 0");
    }
}
