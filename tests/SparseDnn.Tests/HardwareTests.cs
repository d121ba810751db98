using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using SparseDnn.Tests.Conformance;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>The bits of the exact replay on machines with fewer instructions: the tests of <see cref="ReproducibilityTests"/> once more in a process that may not use them.</summary>
public sealed class HardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task TheSameBitsWithout(string instructions)
    {
        // The assembly is a program too (xunit.v3): its command line runs one class.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SparseDnn.Tests.dll"), "-class", typeof(ReproducibilityTests).FullName!, "-class", typeof(ConformanceTests).FullName!, "-noColor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[instructions] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Matches(@"Total: [1-9]\d*, Errors: 0, Failed: 0,", output);
    }
}
