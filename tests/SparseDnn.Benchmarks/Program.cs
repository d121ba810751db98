using System;
using System.Linq;
using BenchmarkDotNet.Configs;
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
    Console.Error.WriteLine(
        $"There is no workload {(name.Length == 0 ? "without a name" : $"\"{name}\"")}; there are "
            + $"{string.Join(", ", QuickRun.All.Select(workload => workload.Name))}."
    );
    return 2;
}
else if (name is not null || args.Contains("--quick", StringComparer.Ordinal))
{
    try
    {
        QuickRun.Run(name);
    }
    catch (WrongContenderException wrong)
    {
        Console.Error.WriteLine(wrong.Message);
        return 1;
    }
}
else
{
    // It builds this project anew, generators and all, which takes more than its two minutes on a busy machine.
    BenchmarkSwitcher
        .FromAssembly(typeof(QuickRun).Assembly)
        .Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)));
}

return 0;
