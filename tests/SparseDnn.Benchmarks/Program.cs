using System;
using System.Linq;
using BenchmarkDotNet.Running;
using SparseDnn.Benchmarks.Quick;

if (args.Contains("--semirings", StringComparer.Ordinal)) SemiringRun.Run();
else if (args.Contains("--tiny", StringComparer.Ordinal)) QuickRun.Tiny();
else if (args.Contains("--quick", StringComparer.Ordinal)) QuickRun.Run();
else BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
