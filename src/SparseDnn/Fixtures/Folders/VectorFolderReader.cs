using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Fixtures.Folders;

/// <summary>Reads test vectors.</summary>
internal sealed class VectorFolderReader
{
    private readonly ManifestNode _manifest;
    private readonly VectorFiles _files;
    private readonly FormatTriple _formats;

    private VectorFolderReader(ManifestNode manifest, VectorFiles files)
    {
        _manifest = manifest;
        _files = files;
        var formats = manifest.Member("formats").Only("weights", "activations", "accumulator");
        _formats = new FormatTriple(
            Format(formats.Member("weights")),
            Format(formats.Member("activations")),
            Format(formats.Member("accumulator"))
        );
    }

    public static VectorSet Read(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(VectorFolder.Manifest, out var bytes))
            throw VectorFiles.Fault(VectorFolder.Manifest, "is missing; a folder of test vectors begins with it");
        return new VectorFolderReader(Manifest(bytes), new VectorFiles(files)).Vectors();
    }

    public static IReadOnlyList<string> FilesOf(byte[] bytes)
    {
        var manifest = Manifest(bytes);
        var perturbation = manifest.Optional("perturbation");
        var layers = manifest.Member("layers").Elements();
        var nodes = new[]
        {
            manifest.Optional("inputs"),
            manifest.Optional("outputs"),
            manifest.Optional("bounds"),
            perturbation?.Optional("direction"),
            perturbation?.Optional("derivative"),
        }.Concat(layers.SelectMany(layer => new[] { layer.Optional("weights"), layer.Optional("bias"), layer.Optional("outputs") }));
        return new[] { VectorFolder.Manifest }
            .Concat(nodes.Where(node => node is not null).Select(node => VectorFiles.Name(node!)))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
    }

    private static ManifestNode Manifest(byte[] bytes)
    {
        var utf8 = Encoding.UTF8.GetBytes(VectorFiles.Utf8(bytes, VectorFolder.Manifest));
        ManifestNode manifest;
        try
        {
            manifest = new ManifestNode(utf8, JsonTree.Read(utf8));
        }
        catch (JsonFault fault)
        {
            throw new ManifestNode(utf8, new JsonLiteral(fault.Offset, null)).Fault($"is not JSON here: {fault.Message}");
        }

        manifest.Member("kind").Choice(VectorFolder.Kind);
        manifest.Member("version").Integer(VectorFolder.Version, VectorFolder.Version);
        return manifest.Only(
            "kind",
            "version",
            "name",
            "family",
            "seed",
            "formats",
            "inputs",
            "outputs",
            "bounds",
            "roundBetweenLayers",
            "layers",
            "perturbation",
            "provenance"
        );
    }

    private VectorSet Vectors()
    {
        var layerNodes = _manifest.Member("layers").Elements();
        if (layerNodes.Count == 0)
            throw _manifest.Member("layers").Fault("is empty; give at least one layer");
        var roundBetweenLayers = _manifest.Optional("roundBetweenLayers")?.Truth() ?? false;
        var layerReader = new VectorLayerReader(_files, _formats);
        var layers = new DyadicLayer[layerNodes.Count];
        for (var i = 0; i < layers.Length; i++)
            layers[i] = layerReader.Layer(layerNodes[i], i == 0 ? null : layers[i - 1].Outputs);
        var inputs = _files.Numbers(
            _manifest.Member("inputs"),
            _formats.Activations,
            null,
            layers[0].Inputs,
            layers[0].Semirings.IsPlusTimes
        );
        if (inputs.Count == 0)
            throw _manifest.Member("inputs").Fault("holds no items; give at least one");
        var last = layers[layers.Length - 1];
        var outputs = _files.Numbers(
            _manifest.Member("outputs"),
            _formats.Activations,
            inputs.Count,
            last.Outputs,
            last.Semirings.IsPlusTimes
        );
        var bounds = _manifest.Optional("bounds") is { } node ? _files.Bounds(node, inputs.Count, last.Outputs) : null;
        var certificates = layerNodes.Select(VectorLayerReader.Certificate).ToArray();
        for (var i = 0; i < layers.Length && bounds is null; i++)
            if (certificates[i] is not { HeadroomBits: >= 0 })
                throw layerNodes[i]
                    .Fault("is not certified (its certificate is missing or has negative headroomBits) but 'bounds' is null; give bounds");
        var provenance = _manifest.Member("provenance");
        var labels = provenance.Optional("items")?.Elements().Select(label => label.String()).ToArray() ?? [];
        if (labels.Length != 0 && labels.Length != inputs.Count)
            throw provenance.Member("items").Fault($"has {labels.Length} labels for {inputs.Count} items; give one an item");
        return new VectorSet(
            _manifest.Member("name").String(),
            _manifest.Member("family").String(),
            _manifest.Member("seed").Integer(long.MinValue, long.MaxValue),
            _formats,
            new(
                layers
                    .Select(
                        (layer, i) =>
                            new VectorLayer(
                                layer,
                                certificates[i],
                                layerReader.Outputs(layerNodes[i], layer, inputs.Count, roundBetweenLayers)
                            )
                    )
                    .ToArray()
            ),
            inputs,
            outputs
        )
        {
            Bounds = bounds,
            Ground = provenance.Optional("ground") is { IsString: true } ground
                ? VectorNames.Ground(ground.String())
                : ExactnessGround.Bound,
            RoundBetweenLayers = roundBetweenLayers,
            Perturbation = _manifest.Optional("perturbation") is { } perturbation
                ? Perturbation(perturbation, inputs.Count, layers[0].Inputs, last.Outputs)
                : null,
            Labels = new EquatableArray<string>(labels),
            Tool = provenance.Member("tool").String(),
            Source = provenance.Member("source").String(),
            Rounding = provenance.Optional("rounding")?.String() ?? "",
        };
    }

    private VectorPerturbation Perturbation(ManifestNode node, int items, int inputs, int outputs)
    {
        node.Only("direction", "derivative", "interval");
        var ends = node.Member("interval").Elements();
        if (ends.Count != 2)
            throw node.Member("interval").Fault($"has {ends.Count} ends; write two");
        var (low, high) = (End(ends[0]), End(ends[1]));
        if (low.CompareTo(high) >= 0)
            throw node.Member("interval").Fault("is empty; its first end lies below its second");
        return new VectorPerturbation(
            _files.Exact(node.Member("direction"), 1, inputs, isVector: true)[0],
            _files.Exact(node.Member("derivative"), items, outputs, isVector: false),
            low,
            high
        );
    }

    private static Rational End(ManifestNode node) =>
        RationalText.TryParse(node.String(), out var value)
            ? value.Value
            : throw node.Fault($"is '{node.String()}'; write a fraction such as '-3/8', an integer, 'Infinity' or '-Infinity'");

    private static StorageFormat Format(ManifestNode node)
    {
        var name = node.IsString ? node : node.Only("format", "scale").Member("format");
        int? scale = node.IsString ? null : (int)node.Member("scale").Integer(-StorageFormats.MaxScale, StorageFormats.MaxScale);
        return StorageFormats.TryGet(name.String(), scale, out var format)
            ? format
            : throw name.Fault(
                $"is '{name.String()}'{(scale is null ? "" : " with a scale")}; write one of "
                    + $"{string.Join(", ", StorageFormats.BaseNames)}, with a scale for int formats only"
            );
    }
}
