using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>Whether the declared semirings exist in the network's element format.</summary>
internal static class SemiringChecks
{
    /// <summary>Adds the problems; none means that every layer's semirings can be computed with.</summary>
    public static void Check(NetworkDeclaration declaration, List<Problem> problems)
    {
        var oscillation = declaration.Oscillation;
        if (
            declaration.Format is null
            && ElementFormats.Default(oscillation.Correlate) is null
            && oscillation.Correlate.Elements.Any(element => element.IsUsable)
        )
        {
            var formats = oscillation
                .Correlate.Elements.Where(element => element.IsUsable)
                .Select(element => ElementFormats.Of(element.Format).Name);
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

        Check(declaration, oscillation.Correlate, "use another Format or another semiring", "correlate", problems);
        if (oscillation.Select is { } select && declaration.Layers.Any(layer => layer.Epilogue.Epilogue == Epilogue.Select))
            Check(
                declaration,
                select,
                "use another Format, or write Epilogue = Epilogue.None on layers that need no select step",
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
                ElementFormats.Of(declaration.Elements).Name,
                ElementValues.Ascii(reason).TrimEnd('.') + ";",
                remedy
            ) with
            {
                Remedies = Remedies.Formats(declaration.Oscillation),
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
