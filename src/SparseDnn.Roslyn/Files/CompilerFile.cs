using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Inputs;
using SparseDnn.Primitives;

namespace SparseDnn.Roslyn.Files;

/// <summary>Additional files as formats read them; each text is read once for generator and analyzers together.</summary>
public static class CompilerFile
{
    private static readonly StageCache<InputFileName, InputResult> Known = new(onCompute: StageWork.CountParse);

    /// <summary>A file, not read yet.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="cancellationToken">Passed to whoever gives the text.</param>
    public static InputFile Of(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) is { } text
            ? InputFile.OfText(file.Path, () => new SourceTextReader(text))
            : InputFile.Unreadable(file.Path);

    /// <summary>Reads a file, or returns what an earlier call made of the same text.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="cancellationToken">Passed to the format.</param>
    public static InputResult Read(AdditionalText file, InputKind kind, CancellationToken cancellationToken)
    {
        var input = Of(file, cancellationToken);
        return file.GetText(cancellationToken) is { } text
            ? Known.Get(text, new(kind, input.Path), () => kind.ReadAny(input, cancellationToken), cancellationToken)
            : kind.ReadAny(input, cancellationToken);
    }
}
