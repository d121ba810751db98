using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Problems.Findings;

/// <summary>What a program can call of a semiring in place of ordinary arithmetic.</summary>
/// <param name="Semiring">Metadata name of its type.</param>
internal sealed record SemiringOperations(string Semiring) : IFinding
{
    /// <summary>Stands for the semiring in <see cref="Zero"/> and <see cref="One"/>.</summary>
    public const string SemiringPlaceholder = "{S}";

    private const string SemiringKey = "Semiring";
    private const string MethodKey = "Method";
    private const string OtherMethodKey = "OtherMethod";
    private const string ZeroKey = "Zero";
    private const string OneKey = "One";
    private const string ElementKey = "Element";

    /// <summary>The method that is meant; null where none can be called.</summary>
    public string? Method { get; init; }

    /// <summary>The other one.</summary>
    public string? OtherMethod { get; init; }

    /// <summary>Zero as C#; null where it cannot be written.</summary>
    public string? Zero { get; init; }

    /// <summary>One as C#; null where it cannot be written.</summary>
    public string? One { get; init; }

    /// <summary>Type of the elements as C#; null where it is not known.</summary>
    public string? Element { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data =>
        new (string Key, string? Value)[]
        {
            (SemiringKey, Semiring),
            (MethodKey, Method),
            (OtherMethodKey, OtherMethod),
            (ZeroKey, Zero),
            (OneKey, One),
            (ElementKey, Element),
        }
            .Where(datum => datum.Value is not null)
            .Select(datum => new ProblemDatum(datum.Key, datum.Value!));

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static SemiringOperations? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(SemiringKey) is { } semiring
            ? new(semiring)
            {
                Method = properties.Text(MethodKey),
                OtherMethod = properties.Text(OtherMethodKey),
                Zero = properties.Text(ZeroKey),
                One = properties.Text(OneKey),
                Element = properties.Text(ElementKey),
            }
            : null;
}
