using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SparseDnn.Samples.Fixtures;

/// <summary>Writes the vectors of every network for implementations in other languages.</summary>
public static class Export
{
    private const string Usage = "dotnet run --project samples/Fixtures -- --export DIR [--force]";

    /// <summary>Does what the command line says.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: 0, or 2 where the user can mend something.</returns>
    public static int Run(string[] args)
    {
        try
        {
            var force = args.Contains("--force");
            string[] rest = [.. args.Where(argument => argument != "--force")];
            var folder = rest switch
            {
                ["--export", var name] when name.Length > 0 && !name.StartsWith("--", StringComparison.Ordinal) => name,
                ["--export", ..] when rest.Length > 2 => throw new ExportException(
                    $"'{rest[2]}' is not expected; export is called as {Usage}"
                ),
                ["--export", ..] => throw new ExportException($"--export takes the folder to write to: {Usage}"),
                [] => throw new ExportException($"--force goes with --export: {Usage}"),
                _ => throw new ExportException(
                    $"'{rest.First(argument => argument != "--export")}' does not go with --export or --force: {Usage}"
                ),
            };
            DemandEmpty(folder, force);
            Write(folder);
            return 0;
        }
        catch (Exception fault) when (fault is ExportException or FixtureFolderException)
        {
            Console.Error.WriteLine(fault.Message);
            return 2;
        }
    }

    private static void DemandEmpty(string folder, bool force)
    {
        if (File.Exists(folder))
            throw new ExportException($"{folder} is a file; name a folder.");
        if (force || !Directory.Exists(folder))
            return;
        try
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                throw new ExportException(
                    $"{folder} is not empty; name another folder, or give --force to replace files of the same names."
                );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"{folder} cannot be read ({fault.Message.TrimEnd('.')}); name another folder.");
        }
    }

    private static void Write(string folder)
    {
        List<string[]> table =
        [
            ["folder", "family", "network", "weights/activations/sums", "items", "ground", "files", "kB"],
        ];
        foreach (var vectors in VectorsFolder.All)
        {
            var path = Path.Combine(folder, vectors.Name);
            vectors.Write(path);
            var files = new DirectoryInfo(path).GetFiles();
            table.Add([vectors.Name, .. vectors.Row, $"{files.Length}", $"{(files.Sum(file => file.Length) + 999) / 1000}"]);
        }

        int[] widths = [.. table[0].Select((_, column) => table.Max(row => row[column].Length))];
        foreach (var row in table)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        Console.WriteLine($"Wrote {table.Count - 1} folders to {folder}; docs/test-vectors.md describes the files.");
    }

    private sealed class ExportException(string message) : Exception(message);
}
