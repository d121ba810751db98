using System.Linq;
using SparseDnn.Samples.Fixtures;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args.Any(argument => argument is "--export" or "--force"))
    return Export.Run(args);

// What xUnit's own entry point does.
return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
