using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SparseDnn.Benchmarks.Quick;

/// <summary>Every workload in under two minutes, as ratios against the hand-written loop in the same run.</summary>
internal static class QuickRun
{
    // The loop takes as long an item however many there are, and would take a quarter of a minute for all.
    private const int LoopItems = 1024;
    private const int LargeImages = 4096;
    private static readonly int[] Batches = [1, 64, 256];

    /// <summary>What can be run alone, by name.</summary>
    public static IReadOnlyList<(string Name, string Title, Action Run)> All { get; } =
    [
        ("GC-live", "120 layers of 1,024 neurons, items that all stay alive", GraphChallengeLive),
        ("GC-images", "the same on 60,000 images, most of which die; forms of items", GraphChallengeImages),
        ("R1", "784-512-512-10, 10 % random weights", () => Random(Workloads.R1, batch => batch.Dense())),
        ("R2", "four layers of 2,048, 5 % random weights", R2),
        ("RadiX-4096", "RadiX-Net of 120 layers of 4,096 neurons", Radix4096),
        ("Rewrites", "each rewrite added to those before it", Rewriting),
        ("Strategies", "ways to compute tables, and which of them the cost model chose", StrategyRun.Run),
        ("Threads", "two threads against one, items that are all computed to the end", Threads),
        ("Tiny", "networks of straight-line code", Tiny),
        ("Semirings", "other semirings against plus-times", SemiringRun.Run),
    ];

    /// <summary>Runs the named workload, or all.</summary>
    public static void Run(string? name)
    {
        var clock = Stopwatch.StartNew();
        QuickTable.WriteHead();
        foreach (var (_, _, run) in All.Where(known => name is null || known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            run();
            // What a workload held must not weigh on the next one.
            GC.Collect();
        }

        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:F0} s"));
    }

    private static void GraphChallengeLive()
    {
        foreach (var batch in (int[])[.. Batches, 60_000])
        {
            using var workload = Workloads.GraphChallengeLive(batch);
            QuickTable.Measure(
                workload,
                0.7,
                [
                    workload.Loop(LoopItems),
                    .. workload.Generated(),
                    workload.Loaded(),
                    .. batch == 64 ? [workload.MathNet(items: 8)] : Array.Empty<Contender>(),
                ]
            );
        }
    }

    private static void GraphChallengeImages()
    {
        using var workload = Workloads.GraphChallengeImages(60_000);
        var network = workload.Network.Generated ?? workload.Network.Loaded;
        QuickTable.Measure(
            workload,
            1,
            [workload.Loop(tuningItems: 600), .. workload.Generated(), .. workload.Forms("generated", network), workload.Loaded()]
        );
    }

    private static void R2()
    {
        Random(Workloads.R2, null);
        using var layer = Workloads.R2Layer(64);
        QuickTable.Measure(layer, 0.5, [layer.Loop(), .. layer.Generated(), layer.Loaded(), layer.MathNet(), layer.Dense()]);
    }

    private static void Random(Func<int, Workload> make, Func<Workload, Contender>? dense)
    {
        foreach (var batch in Batches)
        {
            using var workload = make(batch);
            QuickTable.Measure(
                workload,
                0.7,
                [
                    workload.Loop(),
                    .. workload.Generated(),
                    workload.Loaded(),
                    workload.MathNet(items: 64),
                    .. dense is null ? Array.Empty<Contender>() : [dense(workload)],
                ]
            );
        }
    }

    private static void Radix4096()
    {
        foreach (var batch in Batches)
        {
            using var workload = Workloads.Radix4096Live(batch);
            QuickTable.Measure(workload, 0.5, workload.Loop(items: 64, tuningItems: 64), workload.Loaded());
        }

        using var images = Workloads.Radix4096Images(LargeImages);
        QuickTable.Measure(images, 0.5, [images.Loop(tuningItems: 128), images.Loaded(), .. images.Forms("loaded", images.Network.Loaded)]);
    }

    private static void Rewriting()
    {
        foreach (var workload in (Workload[])[Workloads.GraphChallengeLive(256), Workloads.Radix4096Live(64)])
        {
            using (workload)
                QuickTable.Measure(
                    workload,
                    0.5,
                    [
                        workload.Loop(items: 64),
                        .. RewriteSteps.All.Select(step => workload.Run(step.Name, workload.Network.With(step.Rewrites))),
                    ]
                );
        }
    }

    private static void Threads()
    {
        using var workload = Workloads.GraphChallengeLive(4096);
        var network = workload.Network.With(Rewrites.All & ~Rewrites.DropSaturatedItems);
        QuickTable.Measure(
            workload,
            1,
            workload.Loop(items: 256),
            workload.Run("loaded, 1 thread", network),
            workload.Run("loaded, 2 threads", network, threads: 2)
        );
    }

    private static void Tiny()
    {
        foreach (var make in (Func<int, Workload>[])[Workloads.TinyRandom, Workloads.TinyRadix])
        {
            foreach (var batch in (int[])[1, 32, 1024])
            {
                using var workload = make(batch);
                QuickTable.Measure(workload, 0.3, [workload.Loop(), .. workload.Generated(), workload.Loaded()]);
            }
        }
    }
}
