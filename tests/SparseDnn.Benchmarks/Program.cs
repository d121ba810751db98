using System;
using System.Linq;
using BenchmarkDotNet.Running;
using SparseDnn.Benchmarks;
using SparseDnn.Benchmarks.Quick;

var place = Array.FindIndex(args, arg => arg.Equals("--workload", StringComparison.Ordinal));
var name = place < 0 ? null : args.ElementAtOrDefault(place + 1) ?? "";
if (args.Any(arg => arg is "--help" or "-h" or "-?"))
{
    Help.Write(Console.Out);
}
else if (name is not null && !QuickRun.All.Any(workload => workload.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
{
    Console.Error.WriteLine($"There is no workload {(name.Length == 0 ? "without a name" : $"\"{name}\"")}; there are {string.Join(", ", QuickRun.All.Select(workload => workload.Name))}.");
    return 2;
}
else if (name is not null || args.Contains("--quick", StringComparer.Ordinal))
{
    QuickRun.Run(name);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
}

return 0;
