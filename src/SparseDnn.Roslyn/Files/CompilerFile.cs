using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Inputs;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Memos;

namespace SparseDnn.Roslyn.Files;

/// <summary>Additional files as formats read them; each text is read once for generator and analyzers together.</summary>
internal static class CompilerFile
{
    private static readonly StageCache<InputFileName, InputResult> Known = new(onCompute: StageWork.CountParse);

    /// <summary>A file, not read yet.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="cancellationToken">Passed to whoever gives the text.</param>
    public static InputFile Of(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) switch
        {
            null => InputFile.Unreadable(file.Path),
            var text when TextTwin.Is(file.Path) => TextTwin.Open(file.Path, () => new SourceTextReader(text)),
            var text => InputFile.OfText(file.Path, () => new SourceTextReader(text)),
        };

    /// <summary>The last part of a file's path, which is known without opening it.</summary>
    /// <param name="file">An additional file.</param>
    public static string LastPart(AdditionalText file) => TextTwin.LastPart(file.Path);

    /// <summary>The path by which a file is named; of a text twin, that of the binary file that it stands for.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="cancellationToken">Passed to whoever gives the text.</param>
    public static string PathOf(AdditionalText file, CancellationToken cancellationToken) =>
        TextTwin.Is(file.Path) && file.GetText(cancellationToken) is { } text
            ? TextTwin.OriginalPath(file.Path, () => new SourceTextReader(text))
            : file.Path;

    /// <summary>Reads a file, or returns what an earlier call made of the same text.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="cancellationToken">Passed to the format.</param>
    public static InputResult Read(AdditionalText file, InputKind kind, CancellationToken cancellationToken)
    {
        InputResult Read() => kind.ReadAny(Of(file, cancellationToken), cancellationToken);
        return file.GetText(cancellationToken) is { } text ? Known.Get(text, new(kind, file.Path), Read, cancellationToken) : Read();
    }
}
