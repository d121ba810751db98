using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>Layers whose weights are in files, one file a layer.</summary>
/// <param name="Attribute">Which of the attributes that declare layers.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often the whole list is repeated.</param>
/// <param name="Pattern">File name, with a range such as {1..120} for several.</param>
/// <param name="Neurons">Width of every layer boundary for files that carry no shape; null to infer it.</param>
internal sealed record WeightFilesDeclaration(int Attribute, EpilogueDeclaration Epilogue, int Repeat, string Pattern, int? Neurons)
    : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <summary>Name of the constructor's parameter.</summary>
    internal const string Parameter = "pattern";

    /// <inheritdoc/>
    public override LayerKind Kind => LayerKinds.WeightFiles;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => FileNamePattern.Expand(Pattern, out _) ?? [];

    internal override bool NeedsWidth => false;

    internal override bool HasOneWidth => false;

    internal override bool HasText => true;

    internal override DeclarationPlace Weights => At(Parameter);

    internal override SidePlaces? Sides => new(Weights, Weights);

    internal override int CountLayers(int inputs) => Files.Count;

    internal override ProblemPlace PlaceOf(RawLayer layer, int edge) =>
        layer.Path is { } path ? FileEntries.Place(Weights, path, layer.Edges, edge) : Weights;

    internal override IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken)
    {
        foreach (var name in Files.Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (files.Find(WeightFormats.Kind, name) is InputLookup<WeightMatrix>.Found { Value: { } matrix } found)
                yield return new(
                    $"'{name}'",
                    this,
                    matrix.Values.Count,
                    i => matrix.Values[i],
                    i => FileEntries.Place(Weights, found.Path, matrix.Edges, i)
                );
        }
    }

    internal override IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files)
    {
        foreach (var name in Files)
            if (files.Find(WeightFormats.Kind, name).Value?.Zeros is { } zeros)
                yield return new(
                    zeros.First,
                    zeros.Count == 1
                        ? $"1 entry of '{name}' has"
                        : FormattableString.Invariant($"{zeros.Count} entries of '{name}', of which this is the first, have"),
                    zeros.Count == 1 ? "is" : "are",
                    zeros.Count == 1 ? "it" : "them"
                );
    }

    internal override ProblemRemedy? WithOutputs(int outputs) => null;

    internal override ProblemRemedy? WithInputs(int inputs) => null;

    private protected override IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width)
    {
        var names = FileNamePattern.Expand(Pattern, out var fault);
        if (names is null)
            return context.FailWith(
                [FileNamePattern.Ascending(Pattern) is { } ascending ? Remedies.Set(Weights, ascending) : null],
                ProblemKinds.TopologyDoesNotFit,
                Weights,
                $"The file name '{Pattern}' {fault}"
            );
        if (Neurons is { } neurons && !context.Size(this, nameof(Neurons), neurons))
            return null;
        var layers = new List<RawLayer>();
        var failed = false;
        foreach (var name in names)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Matrix(context, name, out var path) is not { } matrix)
            {
                failed = true;
                continue;
            }

            if (!context.Charge(this, matrix.Edges.EntryCount) || Layer(context, name, path, matrix) is not { } layer)
                return null;
            layers.Add(layer);
        }

        return failed
            ? null
            : Enumerable.Range(0, Repeat).SelectMany(repeat => layers.Select(layer => repeat == 0 ? layer : layer.Copy())).ToArray();
    }

    private RawLayer? Layer(LayerContext context, string name, string? path, WeightMatrix matrix)
    {
        var layer = new RawLayer(
            this,
            $"'{name}'",
            matrix.Edges,
            matrix.IsPattern && context.Elements.HoldsSets ? null : matrix.Values,
            matrix.HasDeclaredShape || Neurons is not null
        )
        {
            Path = path,
        };
        layer.DropZeros(context.Elements, context.CancellationToken);
        if (Neurons is not { } size || matrix.HasDeclaredShape)
            return layer;
        var used = Math.Max(layer.Inputs, layer.Outputs);
        if (used > size)
        {
            context.FailWith(
                [Remedies.Set(At(nameof(Neurons)), used)],
                ProblemKinds.InvalidSize,
                At(nameof(Neurons)),
                nameof(Neurons),
                size,
                $"'{name}' uses index {used}; write at least that"
            );
            return null;
        }

        layer.Grow(size, size);
        return layer;
    }

    private WeightMatrix? Matrix(LayerContext context, string name, out string? path)
    {
        path = null;
        switch (context.Files.Find(WeightFormats.Kind, name))
        {
            case InputLookup<WeightMatrix>.Found { Result: InputResult<WeightMatrix>.Success success } found:
                path = found.Path;
                return success.Value;
            case InputLookup<WeightMatrix>.Found { Result: InputResult<WeightMatrix>.Failure failure }:
                context.Add(failure.Problem);
                return null;
            case InputLookup<WeightMatrix>.Ambiguous two:
                context.FailWith(
                    [Longer(name, two.First, two.Second), Longer(name, two.Second, two.First)],
                    ProblemKinds.AmbiguousWeightFile,
                    Weights,
                    name,
                    two.First,
                    two.Second
                );
                return null;
            default:
                context.Fail(ProblemKinds.WeightFileMissing, Weights, name, name);
                return null;
        }
    }

    private ProblemRemedy Longer(string name, string path, string other) =>
        Remedies.Set(Weights, Remedies.LongerName(Pattern, name, path, other));
}

/// <remarks>The row of <see cref="WeightFilesDeclaration"/>.</remarks>
internal static partial class LayerKinds
{
    /// <summary>[WeightFiles].</summary>
    public static readonly LayerKind WeightFiles = new(
        "WeightFiles",
        (position, a) =>
            new WeightFilesDeclaration(
                position,
                a.Epilogue(),
                a.Repeat,
                a.Text(WeightFilesDeclaration.Parameter) ?? "",
                a.Integer("Neurons")
            ),
        WeightFilesDeclaration.Parameter
    );
}
