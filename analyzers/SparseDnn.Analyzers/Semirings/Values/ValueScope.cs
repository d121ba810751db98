using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>What the functions of one method have in common.</summary>
/// <param name="Marks">The marks of the compilation.</param>
/// <param name="Facts">What is known of the method as a whole.</param>
/// <param name="Reporter">Where findings go.</param>
/// <param name="ZeroFilled">Buffers of zeros that are stored in marked fields and properties.</param>
/// <param name="CancellationToken">Checked for every block.</param>
internal sealed record ValueScope(
    SemiringMarks Marks,
    MethodFacts Facts,
    ValueReporter Reporter,
    ICollection<ZeroFilledPlace> ZeroFilled,
    CancellationToken CancellationToken
);

/// <summary>How a function inside a method is run.</summary>
/// <param name="Elements">The mark of the elements that LINQ hands over.</param>
/// <param name="First">The first parameter that is one.</param>
/// <param name="Last">The last one.</param>
/// <param name="Runs">The function that runs on several threads at once, itself or around this one; null for none.</param>
/// <param name="IsReorderedFold">Whether it joins elements in no fixed order.</param>
internal sealed record FunctionUse(SemiringValue Elements, int First, int Last, IMethodSymbol? Runs, bool IsReorderedFold)
{
    /// <summary>A function of which nothing is known.</summary>
    public static FunctionUse Ordinary { get; } = new(SemiringValue.Unknown, 0, -1, null, false);
}
