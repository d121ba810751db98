using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace SparseDnn.Packaging.Tests;

/// <summary>
/// Programs compiled ahead of time: how large they are is the mirror of how kernels are dispatched, since every kernel that some type may
/// reach is compiled.
/// </summary>
public sealed class NativeAotTests
{
    private const long Megabyte = 1_000_000;
    private const string Runtime = "linux-x64";

    [Theory]
    [InlineData("Tiny", 4)]
    [InlineData("Loaded", 10)]
    public async Task AProgramIsSmall_WarnsOfNothing_AndPrintsWhatItPrintsElsewhere(string program, int megabytes)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64 && HasLinker(),
            "Compiles for Linux on x64 by clang or gcc."
        );
        var folder = Path.Combine(Package.RepositoryRoot(), "tests", "SparseDnn.NativeAot", program);
        var output = Directory.CreateTempSubdirectory("sparsednn-aot-");
        try
        {
            var published = (
                await RunAsync(folder, "publish", "-c", "Release", "-r", Runtime, "-o", output.FullName, "-p:NuGetAudit=false")
            ).Require(success: true);
            // IL2xxx: what trimming may break; IL3xxx: what compiling ahead of time may.
            Assert.DoesNotMatch(@"warning|\bIL[23]\d{3}\b", published.Output);
            var native = new FileInfo(Path.Combine(output.FullName, "SparseDnn.NativeAot." + program));
            Assert.InRange(native.Length, 1, megabytes * Megabyte);
            var managed = Path.Combine(folder, "bin", "Release", "net10.0", Runtime, $"SparseDnn.NativeAot.{program}.dll");
            var expected = (await RunAsync(folder, managed)).Require(success: true);
            Assert.Equal(expected.Output, await NativeOutputAsync(native.FullName));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static Task<CommandResult> RunAsync(string folder, params string[] arguments) =>
        DotnetCommand.RunAsync(
            folder,
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { } cache
                ? new Dictionary<string, string> { ["NUGET_PACKAGES"] = cache }
                : [],
            arguments
        );

    private static async Task<string> NativeOutputAsync(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : $"{program} ended with {process.ExitCode}: {output}";
    }

    private static bool HasLinker() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
