using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SparseDnn.Inputs;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>
/// Cancellation within one very large layer, stage by stage: no stage may look at its token only once a layer. Times are only printed.
/// </summary>
[Collection(nameof(CountedWork))]
public sealed class LargeLayerTests
{
    private const int Neurons = 4096;
    private const int InDegree = 500;
    private const int Points = 24;

    [Theory]
    [InlineData("build")]
    [InlineData("plan")]
    [InlineData("precision")]
    public async Task Cancellation_IsHeardWithinALayer(string stage)
    {
        await RunAsync(stage, 0);
        var whole = Math.Min(await RunAsync(stage, Points + 2), await RunAsync(stage, 1));
        var delays = new List<(double After, double Delay)>();
        var heard = 0;
        for (var i = 0; i < Points; i++)
        {
            using var source = new CancellationTokenSource();
            var after = whole * i / Points;
            try
            {
                await RunAsync(stage, i + 2, source, after, delay => delays.Add((after, delay)));
            }
            catch (OperationCanceledException)
            {
                heard++;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stage}: {whole:0} ms; cancelled after → returned within (ms): "
                    + $"{string.Join(", ", delays.Select(one => FormattableString.Invariant($"{one.After:0} → {one.Delay:0}")))}"
            )
        );
        // A machine may be busy or faster the next time; a stage that never looks would hear none but one before it began.
        Assert.InRange(heard, 3, Points);
    }

    private static async Task<double> RunAsync(
        string stage,
        int seed,
        CancellationTokenSource? source = null,
        double after = 0,
        Action<double>? tell = null
    )
    {
        var compilation = new TestProject(
            $"using SparseDnn; [SparseNetwork(Inputs = {Neurons}, InputRange = new[] {{ 0.0, 1 }})] [RandomLayer(Outputs = "
                + $"{Neurons}, InDegree = {InDegree}, Seed = {seed}, Bias = 0.3)] static partial class Large;"
        ).Compile();
        var declaration = TargetReader.Read(compilation.GetTypeByMetadataName("Large")!, default)!.Declaration;
        var network = stage == "build" ? null : NetworkStages.Build(declaration, InputFiles.None, default).Network!;
        Action<CancellationToken> run = stage switch
        {
            "build" => token => NetworkStages.Build(declaration, InputFiles.None, token),
            "plan" => token => PlanStages.Plan(network!, token),
            _ => token => PrecisionStages.Problems(declaration, network!, InputFiles.None, token),
        };
        var watch = Stopwatch.StartNew();
        if (source is null)
        {
            run(default);
            return watch.Elapsed.TotalMilliseconds;
        }

        var running = Task.Run(() => run(source.Token));
        await Task.Delay((int)after);
        watch.Restart();
        await source.CancelAsync();
        try
        {
            await running;
        }
        finally
        {
            tell!(watch.Elapsed.TotalMilliseconds);
        }

        return 0;
    }
}
