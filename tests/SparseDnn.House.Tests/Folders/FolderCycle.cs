using System.Collections.Generic;

namespace SparseDnn.House.Tests.Folders;

/// <summary>Parts of a folder that use one another.</summary>
/// <param name="Parent">The folder; empty for the project's own.</param>
/// <param name="Parts">Its folders, and <c>.</c> for its own files, in the order of their names.</param>
/// <param name="Uses">The uses among the parts, those of the thinnest connections first.</param>
internal sealed record FolderCycle(string Parent, IReadOnlyList<string> Parts, IReadOnlyList<FileUse> Uses)
{
    /// <summary>Such as <c>Planning: . ↔ Rewrites</c>.</summary>
    public string Name => $"{Parent}: {string.Join(" ↔ ", Parts)}";
}
