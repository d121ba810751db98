using System.Runtime.CompilerServices;
using SparseDnn.Testing;

namespace SparseDnn.Analyzers.Tests;

/// <summary>Every test of this project runs under a culture that would spoil culture-dependent text.</summary>
internal static class Startup
{
    [ModuleInitializer]
    internal static void Run() => HostileCulture.Install();
}
