namespace SparseDnn.Roslyn;

/// <summary>A declared type of a project.</summary>
/// <param name="Project">Something that lives from one keystroke in a project to the next, but not longer than the project; compared by
/// reference.</param>
/// <param name="TypeName">Full name of the type.</param>
internal sealed record ProjectType(object Project, string TypeName);
