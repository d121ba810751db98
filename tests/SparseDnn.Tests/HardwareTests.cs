using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Tests.Conformance;
using SparseDnn.Tests.Rewriting;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>
/// The bits of the exact replay on machines with fewer instructions: the tests of equal bits once more in a process that may not use them.
/// </summary>
public sealed class HardwareTests
{
    private static readonly Type[] Classes =
    [
        typeof(ReproducibilityTests),
        typeof(ConformanceTests),
        typeof(RewriteKernelTests),
        typeof(PassingLayerTests),
        typeof(PanelTests),
        typeof(PackedColumnTests),
        typeof(LeavingItemTests),
        typeof(SaturationTests),
        typeof(NarrowItemTests),
        typeof(ScreenTests),
        typeof(InstructionSets),
    ];

    [Theory]
    [MemberData(nameof(InstructionSets.Names), MemberType = typeof(InstructionSets))]
    public async Task TheSameBitsWithout(string instructions)
    {
        // The assembly is a program too (xunit.v3): its command line runs some classes.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "SparseDnn.Tests.dll"),
                .. Classes.SelectMany(type => new[] { "-class", type.FullName! }),
                "-noColor",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        InstructionSets.TurnOff(start.Environment, instructions);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Matches(@"Total: [1-9]\d*, Errors: 0, Failed: 0,", output);
    }
}
