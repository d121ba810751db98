namespace SparseDnn.Generators.Pipeline;

/// <summary>A file to add to the compilation.</summary>
/// <param name="HintName">Its name, unique whatever the case of letters.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedFile(string HintName, string Text);
