using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>
/// Switches of the .NET runtime that turn instructions off, and what a process must find once they are set: a switch that a newer runtime
/// no
/// longer knows would let a test run with all instructions, and pass.
/// </summary>
public sealed class InstructionSets
{
    /// <summary>Names the switches that a parent process has set for this one.</summary>
    public const string Variable = "SPARSEDNN_WITHOUT";

    private static readonly Dictionary<string, (string Switch, Func<bool> IsOn)[]> Sets = new(StringComparer.Ordinal)
    {
        // Renamed in .NET 10; runtimes pass over the name that they do not know.
        ["AVX-512"] = [("DOTNET_EnableAVX512", () => Avx512F.IsSupported), ("DOTNET_EnableAVX512F", () => Vector512.IsHardwareAccelerated)],
        ["AVX2"] = [("DOTNET_EnableAVX2", () => Avx2.IsSupported || Fma.IsSupported || Avx512F.IsSupported)],
        ["intrinsics"] = [("DOTNET_EnableHWIntrinsic", () => Avx.IsSupported || Sse42.IsSupported || Vector128.IsHardwareAccelerated)],
    };

    /// <summary>Names of sets that can be turned off.</summary>
    public static TheoryData<string> Names => [.. Sets.Keys];

    /// <summary>Sets the environment of a process that shall do without a set.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    internal static void TurnOff(IDictionary<string, string?> environment, string name)
    {
        foreach (var (variable, _) in Sets[name])
            environment[variable] = "0";
        environment[Variable] = name;
    }

    /// <summary>In the child process: what was turned off is off.</summary>
    [Fact]
    public void WhatIsTurnedOffIsOff()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } name)
            Assert.Skip("No parent process turned anything off.");
        else
            Assert.All(Sets[name], set => Assert.False(set.IsOn(), $"{set.Switch} did nothing on .NET {Environment.Version}."));
    }
}
