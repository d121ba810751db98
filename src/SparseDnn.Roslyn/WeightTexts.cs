using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Formats;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>Weights files as compilers hold them; each text is parsed once for generator and analyzers together.</summary>
public static class WeightTexts
{
    private static readonly ConditionalWeakTable<SourceText, Once<WeightReadResult>> Parsed = new();

    /// <summary>Parses a file, or returns what an earlier call made of the same text.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="cancellationToken">Passed to the reader.</param>
    public static WeightReadResult Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
            return new WeightReadResult.Failure(Problem.Create(ProblemKinds.MalformedWeights, new FilePlace(file.Path, 1, 1, 0), "The file cannot be read as text; check its encoding and permissions"));
        return Parsed.GetOrCreateValue(text).Get(
            () =>
            {
                StageWork.CountParse();
                using var reader = new SourceTextReader(text);
                return WeightFileReader.Read(reader, file.Path, cancellationToken, keepExplicitZeros: true);
            },
            cancellationToken);
    }
}
