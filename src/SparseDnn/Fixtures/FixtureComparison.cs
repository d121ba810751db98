using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Fixtures.Reports;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>The ways of calling an implementation: item by item, in batches, layer by layer.</summary>
internal static class FixtureComparison
{
    // Odd sizes leave a tail in registers of any width; 35 fills one of 32 items before it.
    private static readonly int[] BatchSizes = [1, 3, 17, 35];

    public static FixtureReport Items<T>(FixtureData<T> data, string name, IReadOnlyList<int> items, FixtureRun<T> run)
        where T : unmanaged => Run(data, name, items, 1, (inputs, outputs, _) => run(inputs, outputs));

    public static FixtureReport Batches<T>(FixtureData<T> data, string name, IReadOnlyList<int> items, FixtureBatchRun<T> run)
        where T : unmanaged
    {
        var right = new List<int>();
        FixtureReport? report = null;
        foreach (var size in BatchSizes.Append(items.Count).Distinct().Order())
        {
            // Whole batches, each size from another item on, so that no item keeps its place.
            var count = (items.Count + size - 1) / size * size;
            int[] positions = [.. Enumerable.Range(0, count).Select(i => items[(i + right.Count) % items.Count])];
            report = Run(data, name, positions, size, run, [Sizes(size, right)]);
            if (!report.IsSound)
                return report;
            right.Add(size);
        }

        return report!;
    }

    public static FixtureReport Layers<T>(FixtureData<T> data, string name, IReadOnlyList<int> items, FixtureLayerRun<T> run)
        where T : unmanaged
    {
        var layers = data.SingleLayers;
        var reports = layers
            .Select(
                (layer, i) =>
                    Run(
                        layer,
                        $"{name}, layer {i + 1} of {layers.Count} (index {i})",
                        items,
                        1,
                        (input, output, _) => run(i, input, output)
                    )
            )
            .ToArray();
        var wrong = Enumerable.Range(0, reports.Length).Where(i => !reports[i].IsSound).ToArray();
        if (wrong.Length == 0)
            return reports[^1];
        var first = reports[wrong[0]];
        var rest =
            wrong.Length == 1
                ? "All other layers are right."
                : $"{wrong.Length} of {reports.Length} layers are wrong when each is given right inputs; this is the first.";
        return new FixtureReport(
            first.Finding,
            first.Faults,
            first.Causes,
            reports.Length == 1 ? first.Text : Insert(first.Text, rest),
            first.Exception
        );
    }

    private static FixtureReport Run<T>(
        FixtureData<T> data,
        string name,
        IReadOnlyList<int> items,
        int batch,
        FixtureBatchRun<T> run,
        IReadOnlyList<string>? notes = null
    )
        where T : unmanaged
    {
        var runner = new FixtureRunner<T>(data, items, run);
        var observed = runner.Run(batch);
        var finding = VectorFinding.Of(data.Vectors, observed);
        if (!finding.IsSound && runner.Exception is null)
            observed = WithSurePoison(data, items, batch, run, observed);
        var causes = finding.IsSound || runner.Exception is not null ? [] : VectorDiagnosis.Explain(data.Vectors, observed);
        var isSound = finding.IsSound && runner.Faults.Count == 0;
        var text = FindingText.Of(name, data.Vectors, finding, isSound ? [] : [.. runner.Faults, .. notes ?? []], causes);
        return new FixtureReport(finding, runner.Faults, causes, text, runner.Exception);
    }

    // A wrong integer or truth value may happen to be the poison; an output that is not written is whatever it was, twice.
    private static ObservedOutputs WithSurePoison<T>(
        FixtureData<T> data,
        IReadOnlyList<int> items,
        int batch,
        FixtureBatchRun<T> run,
        ObservedOutputs observed
    )
        where T : unmanaged
    {
        if (data.Vectors.Formats.Activations is FloatingStorage)
            return observed;
        var second = new FixtureRunner<T>(data, items, run, otherPoison: true).Run(batch);
        return observed with
        {
            IsUntouched = (position, output) => observed.IsUntouched!(position, output) && second.IsUntouched!(position, output),
        };
    }

    private static string Sizes(int size, List<int> right) =>
        right.Count == 0
            ? $"Items were given in batches of {size}."
            : $"Items were given in batches of {size}; batches of {string.Join(" and ", right)} are right.";

    // After the first line, which says how much is wrong.
    private static string Insert(string text, string line)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text.Insert(end + 1, line + "\n");
    }
}
