using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.House.Tests.Folders;

/// <summary>
/// Folders that use one another. A folder is a unit with all below it, so that among the parts of every folder, its own files (written
/// <c>.</c>) being one part, no two may reach each other.
/// </summary>
internal static class FolderCycles
{
    /// <summary>All cycles, those of outer folders first.</summary>
    /// <param name="uses">Uses among the files of one project.</param>
    public static IReadOnlyList<FolderCycle> Of(IReadOnlyList<FileUse> uses)
    {
        var parents = uses.SelectMany(use => new[] { use.User, use.Used }).SelectMany(Ancestors).Distinct().Order(StringComparer.Ordinal);
        return [.. parents.SelectMany(parent => Among(parent, uses))];
    }

    private static IEnumerable<FolderCycle> Among(string parent, IReadOnlyList<FileUse> uses)
    {
        var edges = (
            from use in uses
            let user = Part(parent, use.User)
            let used = Part(parent, use.Used)
            where user is not null && used is not null && user != used
            group use by (User: user, Used: used)
        ).ToDictionary(edge => edge.Key, edge => edge.ToArray());
        var reached = edges.Keys.Select(edge => edge.User).Distinct().ToDictionary(part => part, part => Reached(part, edges.Keys));
        var left = reached.Keys.Where(part => reached[part].Contains(part)).Order(StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var parts = left.Where(part => reached[left[0]].Contains(part) && reached[part].Contains(left[0])).ToArray();
            left.RemoveAll(parts.Contains);
            var inner = edges.Where(edge => parts.Contains(edge.Key.User) && parts.Contains(edge.Key.Used));
            yield return new FolderCycle(parent, parts, [.. inner.OrderBy(edge => edge.Value.Length).SelectMany(edge => edge.Value)]);
        }
    }

    private static HashSet<string> Reached(string start, IEnumerable<(string User, string Used)> edges)
    {
        var next = edges.ToLookup(edge => edge.User, edge => edge.Used);
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var part))
            foreach (var used in next[part])
                if (reached.Add(used))
                    open.Push(used);
        return reached;
    }

    // The folders above a file, the project's own as "".
    private static IEnumerable<string> Ancestors(string file)
    {
        for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            yield return file[..end];
        yield return "";
    }

    // The part of a folder in which a file lies; null outside the folder.
    private static string? Part(string parent, string file)
    {
        var start = parent.Length == 0 ? 0 : parent.Length + 1;
        if (start > 0 && !file.StartsWith(parent + "/", StringComparison.Ordinal))
            return null;
        var end = file.IndexOf('/', start);
        return end < 0 ? "." : file[start..end];
    }
}
