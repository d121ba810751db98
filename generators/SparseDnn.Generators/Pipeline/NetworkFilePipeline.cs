using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Roslyn;

namespace SparseDnn.Generators;

/// <summary>The steps from additional files to what networks read of them.</summary>
internal static class NetworkFilePipeline
{
    /// <summary>All weights and input ranges files that some target names, parsed.</summary>
    public static IncrementalValueProvider<ReadFiles> Of(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<NetworkTarget> targets
    )
    {
        var weights = Named(context, targets, WeightFile.Names, TrackingNames.WantedFiles, TrackingNames.WeightTexts)
            .Select(static (file, cancellationToken) => new WeightFile(file.Path, WeightTexts.Read(file, cancellationToken)))
            .WithTrackingName(TrackingNames.WeightFiles);
        var ranges = Named(context, targets, RangeFile.Names, TrackingNames.WantedRanges, TrackingNames.RangeTexts)
            .Select(static (file, cancellationToken) => RangeFile.Read(file, cancellationToken))
            .WithTrackingName(TrackingNames.RangeFiles);
        return weights.Collect().Combine(ranges.Collect()).Select(static (files, _) => new ReadFiles(new(files.Left), new(files.Right)));
    }

    private static IncrementalValuesProvider<AdditionalText> Named(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<NetworkTarget> targets,
        Func<NetworkDeclaration, IEnumerable<string>> names,
        string wantedName,
        string textsName
    )
    {
        var wanted = targets
            .SelectMany((target, _) => names(target.Declaration))
            .Collect()
            .Select(static (all, _) => new EquatableArray<string>(all.Distinct(StringComparer.Ordinal).ToArray()))
            .WithTrackingName(wantedName);
        return context
            .AdditionalTextsProvider.Combine(wanted)
            .Where(static pair => pair.Right.Any(name => name.Length > 0 && FileNamePattern.Matches(pair.Left.Path, name)))
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(textsName);
    }
}

/// <summary>The files that networks of a compilation read.</summary>
/// <param name="Weights">Parsed weights files.</param>
/// <param name="Ranges">Parsed input ranges files.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record ReadFiles(EquatableArray<WeightFile> Weights, EquatableArray<RangeFile> Ranges)
{
    /// <summary>The files by their names.</summary>
    public NetworkFiles OfNetwork => new(name => WeightFile.Find(Weights, name), name => RangeFile.Find(Ranges, name));
}
