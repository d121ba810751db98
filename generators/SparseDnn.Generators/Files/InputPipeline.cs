using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Inputs;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Files;

namespace SparseDnn.Generators.Files;

/// <summary>The steps from additional files to what declarations read of them; only files that some declaration names are read.</summary>
internal static class InputPipeline
{
    /// <summary>All files that are named, read.</summary>
    public static IncrementalValueProvider<ReadFiles> Of(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<InputFileName> names,
        InputStepNames steps
    )
    {
        var wanted = names
            .Collect()
            .Select(static (all, _) => new WantedFiles(new EquatableArray<InputFileName>(all.Distinct().ToArray())))
            .WithTrackingName(steps.Wanted);
        return context
            .AdditionalTextsProvider.Combine(wanted)
            .SelectMany(
                static (pair, cancellationToken) =>
                    pair.Right.KindsOf(pair.Left, cancellationToken).Select(kind => (File: pair.Left, Kind: kind))
            )
            .WithTrackingName(steps.Texts)
            .Select(
                static (wanted, cancellationToken) =>
                    new ReadFile(
                        CompilerFile.PathOf(wanted.File, cancellationToken),
                        wanted.Kind,
                        CompilerFile.Read(wanted.File, wanted.Kind, cancellationToken)
                    )
            )
            .WithTrackingName(steps.Files)
            .Collect()
            .Select(static (files, _) => new ReadFiles(new EquatableArray<ReadFile>(files)));
    }
}

/// <summary>Names of the pipeline's steps.</summary>
/// <param name="Wanted">Names of files that some declaration wants.</param>
/// <param name="Texts">Additional files that fit a wanted name.</param>
/// <param name="Files">Files that were read.</param>
internal sealed record InputStepNames(string Wanted, string Texts, string Files);
