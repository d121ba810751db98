using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>Bias, activation and ceiling of a layer, and the attribute arguments that declare them.</summary>
internal sealed record Epilogue(
    double? Bias = null,
    double[]? Biases = null,
    bool NonzeroSums = false,
    bool Rectifies = true,
    double? Ceiling = null
)
{
    public static Epilogue None { get; } = new();

    /// <summary>Every combination of bias, bias mode, activation and ceiling, for a layer of some outputs.</summary>
    public static IEnumerable<Epilogue> Combinations(int outputs)
    {
        var perNeuron = Enumerable
            .Range(0, outputs)
            .Select(i =>
                (i % 3) switch
                {
                    0 => -0.3,
                    1 => 0,
                    _ => 0.7,
                }
            )
            .ToArray();
        foreach (var (bias, biases) in new (double?, double[]?)[] { (null, null), (-0.25, null), (0.1, null), (null, perNeuron) })
        foreach (var nonzero in new[] { false, true })
        foreach (var rectifies in new[] { true, false })
        foreach (var ceiling in new double?[] { null, 1.1 })
            yield return new Epilogue(bias, biases, nonzero, rectifies, ceiling);
    }

    /// <summary>The arguments as they follow others in an attribute.</summary>
    public string Arguments =>
        string.Concat(
            Bias is { } bias ? $", Bias = {Number(bias)}" : "",
            Biases is { } biases ? $", Biases = new double[] {{ {string.Join(", ", biases.Select(Number))} }}" : "",
            NonzeroSums ? ", BiasMode = BiasMode.NonzeroSums" : "",
            Rectifies ? "" : ", Activation = Activation.None",
            Ceiling is { } ceiling ? $", Ceiling = {Number(ceiling)}" : ""
        );

    public double BiasOf(int neuron) => Biases is { } biases ? biases[neuron] : Bias ?? 0;

    public static string Number(double value) =>
        double.IsInteger(value) && Math.Abs(value) < 1e9
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
}
