using System.Collections.Generic;
using SparseDnn.Algebra.Elements;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>What fixtures a user asks for.</summary>
/// <param name="Attribute">The attribute.</param>
/// <remarks>Equality contract: all members by value; holds nothing of the compiler. Null means not given.</remarks>
internal sealed record FixtureDeclaration(DeclarationPlace Attribute)
{
    /// <summary>Items where none are asked for.</summary>
    public const int DefaultItems = 32;

    /// <summary>Most items.</summary>
    public const int MaxItems = 4096;

    /// <summary>Format of weights.</summary>
    public string? Weights { get; init; }

    /// <summary>Format of inputs and outputs.</summary>
    public string? Activations { get; init; }

    /// <summary>Format of sums, biases and ceilings.</summary>
    public string? Accumulator { get; init; }

    /// <summary>Number of items of a network whose inputs are chosen.</summary>
    public int? Items { get; init; }

    /// <summary>Seed of the inputs and of perturbations.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Whether rounding after every layer is part of the expected result.</summary>
    public bool RoundBetweenLayers { get; init; }

    /// <summary>Whether equal bits must be demanded of every item.</summary>
    public bool Certify { get; init; }

    /// <summary>What is perturbed.</summary>
    public Perturbations Perturbations { get; init; }

    /// <summary>Least value of chosen inputs.</summary>
    public double? Low { get; init; }

    /// <summary>Greatest value of chosen inputs.</summary>
    public double? High { get; init; }

    /// <summary>Whether no format is named, so that all are the network's own.</summary>
    public bool IsOwnFormat => Weights is null && Activations is null && Accumulator is null;

    /// <summary>The formats; a name that is no format is reported and replaced by the network's.</summary>
    /// <param name="weights">What the network stores its weights in.</param>
    /// <param name="problems">Where problems go.</param>
    public FormatTriple Formats(ElementFormat weights, ICollection<Problem> problems)
    {
        var elements = NumberTypes.Of(weights).Accumulator.Storage;
        return new(
            Format("Weights", Weights, NumberTypes.Of(weights).Storage),
            Format("Activations", Activations, elements),
            Format("Accumulator", Accumulator, elements)
        );

        StorageFormat Format(string argument, string? name, StorageFormat own)
        {
            if (name is null)
                return own;
            if (StorageFormats.TryParse(name, out var format))
                return format;
            problems.Add(
                Problem.Create(ProblemKinds.UnknownFormat, At(argument), argument, name, string.Join(", ", StorageFormats.BaseNames)) with
                {
                    Remedies = StorageFormats.UsualName(name) is { } usual
                        ? new([new(At(argument), "\"" + usual + "\"")])
                        : EquatableArray<ProblemRemedy>.Empty,
                }
            );
            return own;
        }
    }

    /// <summary>The problem that equal bits cannot be demanded; without the demand there are bounds.</summary>
    /// <param name="obstacle">Why not.</param>
    internal Problem NotCertified(string obstacle) =>
        Problem.Create(ProblemKinds.NotCertified, At("Certify"), obstacle) with
        {
            Remedies = new([new(At("Certify"), null)]),
        };

    /// <summary>An argument's place.</summary>
    /// <param name="argument">Its name; null for the attribute as a whole.</param>
    public DeclarationPlace At(string? argument) => Attribute with { Argument = argument };
}
