using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SparseDnn.Testing;

/// <summary>
/// Compares texts with files beside the test: <c>X.verified.cs</c> is what was accepted, <c>X.received.cs</c> what differs from it.
/// </summary>
/// <remarks>SPARSEDNN_ACCEPT=1 accepts what is received. File names are those of Verify, so that it can take this class's place.</remarks>
public static class Snapshot
{
    /// <summary>Compares every text and finds verified files that no text claims.</summary>
    /// <param name="folder">Folder beside the test's source.</param>
    /// <param name="texts">Texts by snapshot name.</param>
    /// <param name="accept">Whether to accept; by default what the environment says.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    /// <returns>One line a difference: new, changed or stale; empty where all is as accepted.</returns>
    public static IReadOnlyList<string> Compare(
        string folder,
        IReadOnlyDictionary<string, string> texts,
        bool? accept = null,
        [CallerFilePath] string testFile = ""
    )
    {
        var directory = Directory.CreateDirectory(Path.Combine(SourceFolder(testFile), folder)).FullName;
        var accepts = accept ?? Environment.GetEnvironmentVariable("SPARSEDNN_ACCEPT") == "1";
        var differences = new List<string>();
        foreach (var (name, text) in texts)
        {
            var verified = Path.Combine(directory, name + ".verified.cs");
            var received = Path.Combine(directory, name + ".received.cs");
            File.Delete(received);
            var accepted = File.Exists(verified) ? File.ReadAllText(verified) : null;
            if (accepted == text)
                continue;
            File.WriteAllText(accepts ? verified : received, text);
            if (!accepts)
                differences.Add(
                    accepted is null ? $"{name} is new" : $"{name} has changed, first on line {FirstDifference(accepted, text)}"
                );
        }

        foreach (
            var stale in Directory
                .GetFiles(directory, "*.verified.cs")
                .Where(file => !texts.ContainsKey(Path.GetFileName(file)[..^".verified.cs".Length]))
        )
            if (accepts)
                File.Delete(stale);
            else
                differences.Add($"{Path.GetFileName(stale)} is stale: no test makes it");
        return differences;
    }

    private static int FirstDifference(string a, string b) =>
        1 + a.Split('\n').Zip(b.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string SourceFolder(string testFile) => RepositoryFiles.Resolve(Path.GetDirectoryName(testFile)!);
}
