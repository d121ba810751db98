using System;
using System.Collections.Generic;

namespace SparseDnn.Samples.Fixtures;

/// <summary>The mistakes, each with a fixture that finds it; README.md shows the reports.</summary>
public static class SeededBugs
{
    /// <summary>What each mistake's report says.</summary>
    public static IReadOnlyDictionary<Bug, Func<FixtureReport>> Reports { get; } =
        new Dictionary<Bug, Func<FixtureReport>>
        {
            [Bug.BiasOnZeroSums] = () => Uniform.Fixtures.AllItems.Compare(Single(Uniform.Fixtures, Bug.BiasOnZeroSums).Run),
            [Bug.CeilingBeforeBias] = () =>
                Uniform.Fixtures.AllItems.CompareLayers(Single(Uniform.Fixtures, Bug.CeilingBeforeBias).RunLayer),
            [Bug.LastEdgeDropped] = () =>
                DrawnBounded.Fixtures.AllItems.Compare(
                    new NaiveKernel<ushort, float>(DrawnBounded.Fixtures.AllItems.Layers, Numbers.BFloat16, Bug.LastEdgeDropped).Run
                ),
            [Bug.WeightsTransposed] = () => DrawnExact.Fixtures.AllItems.Compare(Single(DrawnExact.Fixtures, Bug.WeightsTransposed).Run),
            [Bug.SumsInHalf] = () => DrawnExact.Fixtures.AllItems.Compare(Single(DrawnExact.Fixtures, Bug.SumsInHalf).Run),
            [Bug.TailNotLoaded] = () => DrawnExact.Fixtures.AllItems.Compare(Single(DrawnExact.Fixtures, Bug.TailNotLoaded).RunBatch),
        };

    private static NaiveKernel<float, float> Single(FixtureSet<float> fixtures, Bug bug) =>
        new(fixtures.AllItems.Layers, Numbers.Single, bug);
}
