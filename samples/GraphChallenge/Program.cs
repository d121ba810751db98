using System;
using System.CommandLine.Invocation;
using System.IO;
using SparseDnn;
using SparseDnn.Samples.GraphChallenge;

var parsed = CommandLine.Create(Benchmark.Run).Parse(args);

// The errors alone; who wants the help asks for it.
if (parsed.Action is ParseErrorAction errors)
    errors.ShowHelp = false;
try
{
    var code = parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCodes.BadInput : code;
}
catch (Exception exception) when (exception is UserException or SparseNetworkException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return ExitCodes.BadInput;
}
