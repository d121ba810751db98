using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Build;

/// <summary>Whether the declared semirings exist in the network's element format.</summary>
internal static class SemiringChecks
{
    /// <summary>Adds the problems; none means that every layer's semirings can be computed with.</summary>
    public static void Check(NetworkDeclaration declaration, List<Problem> problems)
    {
        var oscillation = declaration.Oscillation;
        if (
            declaration.Format is null
            && oscillation.Correlate.DefaultFormat is null
            && oscillation.Correlate.Elements.Any(element => element.IsUsable)
        )
        {
            var formats = oscillation
                .Correlate.Elements.Where(element => element.IsUsable)
                .Select(element => NumberTypes.Of(element.Format).Name);
            problems.Add(
                Problem.Create(
                    ProblemKinds.FormatNotGiven,
                    new NetworkPlace(),
                    Quoted(oscillation.Correlate),
                    string.Join(" and ", formats)
                ) with
                {
                    Remedies = Remedies.Formats(oscillation),
                }
            );
            return;
        }

        foreach (var layer in declaration.Layers)
            CheckWeights(declaration, layer, problems);
        Check(declaration, oscillation.Correlate, "use another Format or another semiring", "correlate", problems);
        if (oscillation.Select is { } select && declaration.Layers.Any(layer => layer.Epilogue.Epilogue == Epilogue.Full))
            Check(
                declaration,
                select,
                "use another Format, or write Epilogue = Epilogue.None on layers that need no epilogue",
                "select",
                problems
            );
    }

    private static void Check(
        NetworkDeclaration declaration,
        SemiringSpecification semiring,
        string remedy,
        string role,
        List<Problem> problems
    )
    {
        if (semiring.GetElement(declaration.Elements) is { IsUsable: true })
            return;
        var reason = semiring.GetElement(declaration.Elements)?.Reason ?? "It is declared for other element types.";
        // The reason is a sentence; the remedy follows it.
        problems.Add(
            Problem.Create(
                ProblemKinds.SemiringNotInFormat,
                PlaceOf(declaration, role),
                semiring.Name,
                NumberTypes.Of(declaration.Elements).Name,
                ElementValues.Ascii(reason).TrimEnd('.') + ";",
                remedy
            ) with
            {
                Remedies = Remedies.Formats(declaration.Oscillation),
            }
        );
    }

    // Weights may be narrower than the network's elements, but are summed in them.
    private static void CheckWeights(NetworkDeclaration declaration, LayersDeclaration layer, List<Problem> problems)
    {
        if (layer.Format is not { } format || NumberTypes.Of(format).Accumulator.Format == declaration.Elements)
            return;
        var (weights, elements) = (NumberTypes.Of(format), NumberTypes.Of(declaration.Elements));
        problems.Add(
            Problem.Create(
                ProblemKinds.WeightsNotSummed,
                layer.At("Format"),
                layer.Label,
                weights.Name,
                weights.Accumulator.Name,
                elements.Name,
                string.Join(" or ", NumberTypes.All.Where(row => row.Accumulator == elements).Select(row => row.Format))
            ) with
            {
                Remedies = new(
                    NumberTypes
                        .All.Where(row => row.Accumulator == elements && !row.IsElement)
                        .Select(row => Remedies.Set(layer.At("Format"), row.Format))
                        .Prepend(Remedies.Remove(layer.At("Format")))
                        .ToArray()
                ),
            }
        );
    }

    private static DeclarationPlace PlaceOf(NetworkDeclaration declaration, string role)
    {
        if (declaration.Format is not null)
            return new NetworkPlace("Format");
        return declaration.Oscillation is { Select: not null, IsReLU: false } ? new OscillatePlace(role) : new NetworkPlace("Semiring");
    }

    private static string Quoted(SemiringSpecification semiring) => $"'{semiring.Name}'";
}
