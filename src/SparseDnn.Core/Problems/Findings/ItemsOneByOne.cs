using System.Collections.Generic;

namespace SparseDnn.Problems.Findings;

/// <summary>A loop over the items of a batch, in its parts as source text.</summary>
/// <param name="Inputs">The buffer of all inputs.</param>
/// <param name="Outputs">The buffer of all outputs.</param>
/// <param name="Batch">The number of items.</param>
internal sealed record ItemsOneByOne(string Inputs, string Outputs, string Batch) : IFinding
{
    private const string InputsKey = "Loop.Inputs";
    private const string OutputsKey = "Loop.Outputs";
    private const string BatchKey = "Loop.Batch";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data => [new(InputsKey, Inputs), new(OutputsKey, Outputs), new(BatchKey, Batch)];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static ItemsOneByOne? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(InputsKey) is { } inputs && properties.Text(OutputsKey) is { } outputs && properties.Text(BatchKey) is { } batch
            ? new(inputs, outputs, batch)
            : null;
}
